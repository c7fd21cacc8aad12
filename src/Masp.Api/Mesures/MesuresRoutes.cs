using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Journal;
using Masp.Application.Mesures;
using Masp.Domain.Acces;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using MediatR;
using NodaTime;

namespace Masp.Api.Mesures;

internal static class MesuresRoutes
{
    public static void MapMesures(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/mesures").WithTags("Mesures");
        group.MapGet("/", async (
                string? lot, Guid? titulaireId, Guid? intervenantId, TypeMesure? type, EtatMesure? etat, string? commune, string? recherche, string? tri, [AsParameters] PageDemandee page,
                IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListMesures(lot, titulaireId, intervenantId, type, etat, commune, recherche, tri, page.Pagination), http.RequestAborted)).ToList(http))
            .For(Acte.LireMesures, "listerMesures", "Mesures, filtrées et triées (tri : numero, debut, finPrevue, nom ; « - » devant pour l'inverse)")
            .LooksAtMany(ObjetAcces.Mesure)
            .Answers<ListeDto<MesureResumeDto>>();
        group.MapGet("/{id:guid}", async (Guid id, IMediator mediator, HttpContext http) => (await mediator.Send(new GetMesure(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireMesures, "lireMesure", "Une mesure, ses contrats et ses suspensions")
            .Looks(ObjetAcces.Mesure)
            .Answers<MesureDto>().Refuses(404);
        group.MapPost("/{id:guid}/suivi", async (Guid id, SuiviSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new AssignMesure(id, body.IntervenantId, body.Debut, version))).ToOk(http))
            .For(Acte.AffecterIntervenant, "affecterMesure", "Confier la mesure à un intervenant à partir d'une date (R26)")
            .Answers<SuiviDto>().Refuses(404, 409, 412).Replayable().TakesVersion();
        group.MapGet("/{id:guid}/chronologie", async (Guid id, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new GetChronologie(id), http.RequestAborted)).ToList(http))
            .For(Acte.LireMesures, "lireChronologie", "Tout ce qui est arrivé à une mesure, dans l'ordre")
            .Looks(ObjetAcces.Mesure)
            .Answers<ListeDto<EvenementDto>>().Refuses(404);
    }

    internal sealed record SuiviSaisi(Guid IntervenantId, LocalDate? Debut = null);
}
