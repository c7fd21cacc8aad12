using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Journal;
using Masp.Application.Mesures;
using Masp.Domain.Acces;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using MediatR;

namespace Masp.Api.Mesures;

internal static class MesuresRoutes
{
    public static void MapMesures(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/mesures").WithTags("Mesures");
        group.MapGet("/", async (
                string? lot, Guid? titulaireId, TypeMesure? type, EtatMesure? etat, string? commune, string? recherche, string? tri, [AsParameters] PageDemandee page,
                IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListMesures(lot, titulaireId, type, etat, commune, recherche, tri, page.Pagination), http.RequestAborted)).ToList(http))
            .For(Acte.LireMesures, "listerMesures", "Mesures, filtrées et triées (tri : numero, debut, finPrevue, nom ; « - » devant pour l'inverse)")
            .LooksAtMany(ObjetAcces.Mesure)
            .Answers<ListeDto<MesureResumeDto>>();
        group.MapGet("/{id:guid}", async (Guid id, IMediator mediator, HttpContext http) => (await mediator.Send(new GetMesure(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireMesures, "lireMesure", "Une mesure, ses contrats et ses suspensions")
            .Looks(ObjetAcces.Mesure)
            .Answers<MesureDto>().Refuses(404);
        group.MapGet("/{id:guid}/chronologie", async (Guid id, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new GetChronologie(id), http.RequestAborted)).ToList(http))
            .For(Acte.LireMesures, "lireChronologie", "Tout ce qui est arrivé à une mesure, dans l'ordre")
            .Looks(ObjetAcces.Mesure)
            .Answers<ListeDto<EvenementDto>>().Refuses(404);
    }
}
