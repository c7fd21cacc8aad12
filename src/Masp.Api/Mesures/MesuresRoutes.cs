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
                string? lot, Guid? titulaireId, Guid? intervenantId, TypeMesure? type, EtatMesure? etat, string? commune, string? recherche, string? tri, bool? archives, [AsParameters] PageDemandee page,
                IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListMesures(lot, titulaireId, intervenantId, type, etat, commune, recherche, tri, page.Pagination, archives), http.RequestAborted)).ToList(http))
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
        MapNotes(group);
        MapSante(group);
    }

    private static void MapNotes(RouteGroupBuilder group)
    {
        group.MapGet("/{id:guid}/notes", async (Guid id, [AsParameters] PageDemandee page, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListNotes(id, page.Pagination), http.RequestAborted)).ToList(http))
            .For(Acte.LireNotes, "listerNotes", "Notes d'une mesure : les partagées, et les propres de son organisme (R61)")
            .Looks(ObjetAcces.Mesure)
            .Answers<ListeDto<NoteDto>>().Refuses(404);
        group.MapPost("/{id:guid}/notes", async (Guid id, NoteSaisie body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new WriteNote(id, body.Portee, body.Texte), http.RequestAborted)).ToCreated(http, _ => $"/api/v1/mesures/{id}/notes"))
            .For(Acte.EcrireNote, "ecrireNote", "Écrire une note, partagée ou propre à son organisme ; elle ne change plus (R61)")
            .Answers<NoteDto>(201).Refuses(404, 409).Replayable();
    }

    private static void MapSante(RouteGroupBuilder group)
    {
        group.MapGet("/{id:guid}/sante", async (Guid id, IMediator mediator, HttpContext http) => (await mediator.Send(new GetSante(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireSante, "lireSante", "Information de santé, pour qui en a le droit (R62)")
            .Looks(ObjetAcces.Mesure)
            .Answers<SanteDto>().Refuses(404);
        group.MapPut("/{id:guid}/sante", async (Guid id, SanteSaisie body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new PutSante(id, body.Texte, version))).ToOk(http))
            .For(Acte.EcrireSante, "ecrireSante", "Remplacer l'information de santé, là où le règlement l'admet (R62)")
            .Answers<SanteDto>().Refuses(404, 409, 412, 428).NeedsVersion();
    }

    internal sealed record NoteSaisie(PorteeNote Portee, string Texte);

    internal sealed record SanteSaisie(string? Texte);

    internal sealed record SuiviSaisi(Guid IntervenantId, LocalDate? Debut = null);
}
