using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Echeances;
using Masp.Application.Journal;
using Masp.Domain.Acces;
using Masp.Domain.Echeances;
using MediatR;
using NodaTime;

namespace Masp.Api.Echeances;

internal static class EcheancesRoutes
{
    public static void MapEcheances(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/mesures/{id:guid}/echeances", async (Guid id, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new GetEcheancesDeMesure(id), http.RequestAborted)).ToList(http))
            .WithTags("Échéances")
            .For(Acte.LireEcheances, "listerEcheancesDeMesure", "Les échéances d'une mesure, chacune avec sa clause et son explication (R45, R46)")
            .Looks(ObjetAcces.Mesure)
            .Answers<ListeDto<EcheanceDto>>().Refuses(404);
        var group = routes.MapGroup("/echeances").WithTags("Échéances");
        group.MapGet("/", async (
                FiltreEcheances? etat, NatureEcheance? nature, bool? miennes, Guid? titulaireId, Guid? intervenantId, string? lot, [AsParameters] PageDemandee page,
                IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListEcheances(etat, nature, miennes, titulaireId, intervenantId, lot, page.Pagination), http.RequestAborted)).ToList(http))
            .For(Acte.LireEcheances, "listerEcheances", "Échéances, les plus anciennes d'abord (R46)")
            .LooksAtMany(ObjetAcces.Mesure)
            .Answers<ListeDto<EcheanceResumeDto>>();
        group.MapGet("/comptes", async (string? lot, IMediator mediator, HttpContext http) => (await mediator.Send(new CountEcheances(lot), http.RequestAborted)).ToList(http))
            .For(Acte.LireEcheances, "compterEcheances", "Échéances ouvertes, dépassées et à expliquer, par clause")
            .ShowsNobody("Des nombres par clause.")
            .Answers<ListeDto<CompteParClauseDto>>();
        group.MapPost("/{id:guid}/motif", async (Guid id, MotifRetard body, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new ExplainEcheance(id, body, version))).ToOk(http))
            .For(Acte.MotiverRetard, "motiverRetard", "Dire la cause d'un retard (R46)")
            .Answers<EcheanceDto>().Refuses(404, 409, 412).Replayable().TakesVersion();
        group.MapPost("/{id:guid}/decalage", async (Guid id, DecalageSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new MoveEcheance(id, body.Limite, body.Motif, version))).ToOk(http))
            .For(Acte.DecalerEcheance, "decalerEcheance", "Déplacer une échéance, avec son motif (R46)")
            .Answers<EcheanceDto>().Refuses(404, 409, 412).Replayable().TakesVersion();
        group.MapPost("/{id:guid}/constat", async (Guid id, ReceptionDeDocument? body, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new MeetEcheance(id, body?.Date, body?.Motif, version))).ToOk(http))
            .For(Acte.ConstaterEcheance, "constaterEcheance", "Constater la réception d'un document attendu (R31, R33, R47, R48)")
            .Answers<EcheanceDto>().Refuses(404, 409, 412).Replayable().TakesVersion();
    }

    internal sealed record DecalageSaisi(LocalDate Limite, string Motif);

    internal sealed record ReceptionDeDocument(LocalDate? Date = null, MotifRetard? Motif = null);
}
