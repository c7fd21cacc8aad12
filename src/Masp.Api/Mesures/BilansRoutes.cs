using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Journal;
using Masp.Application.Mesures.Bilans;
using Masp.Domain.Acces;
using Masp.Domain.Demandes;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Bilans;
using MediatR;
using NodaTime;

namespace Masp.Api.Mesures;

internal static class BilansRoutes
{
    public static void MapBilans(this IEndpointRouteBuilder routes)
    {
        var mesures = routes.MapGroup("/mesures").WithTags("Bilans");
        mesures.MapGet("/{id:guid}/bilans", async (Guid id, IMediator mediator, HttpContext http) => (await mediator.Send(new ListBilans(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireMesures, "listerBilans", "Les bilans d'une mesure, transmis et dus (R19, R20)")
            .Looks(ObjetAcces.Mesure)
            .Answers<BilansDto>().Refuses(404);
        mesures.MapGet("/{id:guid}/bilans/prerempli", async (Guid id, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new PrefillBilan(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireMesures, "preremplirBilan", "De quoi commencer un bilan : les objectifs du projet et ce que disait le bilan précédent (R19)")
            .Looks(ObjetAcces.Mesure)
            .Answers<BilanPrerempliDto>().Refuses(404);
        mesures.MapPost("/{id:guid}/bilans", async (Guid id, BilanSaisi b, IMediator mediator, HttpContext http) =>
                (await mediator.Send(
                    new TransmitBilan(
                        id, b.Nature, b.Mois, b.EtabliLe, b.Situation, b.Objectifs, b.Perspectives, b.Articulation, b.Rencontres, b.Suite, b.DureeMois, b.AvecGestion),
                    http.RequestAborted)).ToCreated(http, r => $"/api/v1/mesures/{r.MesureId}/bilans"))
            .For(Acte.TransmettreBilan, "transmettreBilan", "Transmettre un bilan d'étape ou final au service référent et au SAFPM (R19, R20)")
            .Answers<BilanDto>(201).Refuses(404, 409).Replayable();

        var group = routes.MapGroup("/bilans").WithTags("Bilans");
        group.MapGet("/", async (EtatBilan? etatBilan, string? lot, [AsParameters] PageDemandee page, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListBilansEnAttente(etatBilan, lot, page.Pagination), http.RequestAborted)).ToList(http))
            .For(Acte.LireBilans, "listerBilansEnAttente", "Bilans finals qui attendent un avis, une séance ou une décision, du plus ancien au plus récent (R20)")
            .LooksAtMany(ObjetAcces.Mesure)
            .Answers<ListeDto<BilanEnAttenteDto>>();
        group.MapPost("/{id:guid}/avis-referent", async (Guid id, AvisSurBilanSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new GiveAvisSurBilan(id, body.Favorable, body.Motif, body.Date, version)))
                .ToCreated(http, b => $"/api/v1/mesures/{b.MesureId}/bilans"))
            .For(Acte.DonnerAvisReferent, "donnerAvisSurBilan", "Donner l'avis du service référent sur un bilan final (R20)")
            .Answers<BilanDto>(201).Refuses(404, 409, 412).Replayable().TakesVersion();
        group.MapPost("/{id:guid}/decision", async (Guid id, DecisionDeBilanSaisie d, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new DecideBilan(
                    id, d.Suite, d.Date, d.DureeMois, d.AvecGestion, d.MotifFin, d.Motif, d.MotifDivergence, d.MotifExceptionnel, version)))
                .ToCreated(http, b => $"/api/v1/mesures/{b.MesureId}/bilans"))
            .For(Acte.Decider, "deciderBilan", "Décider d'arrêter la mesure à son terme ou de la renouveler, après l'avis de la commission (R4, R20)")
            .Answers<BilanDto>(201).Refuses(404, 409, 412).Replayable().TakesVersion();
        group.MapPost("/{id:guid}/decision/notifications", async (Guid id, NotificationDeBilanSaisie body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new NotifyBilan(id, body.Destinataire, body.Moyen, body.Date, version)))
                .ToCreated(http, b => $"/api/v1/mesures/{b.MesureId}/bilans"))
            .For(Acte.NotifierDecision, "notifierDecisionDeBilan", "Dire quand et comment la décision fut notifiée à la personne, au titulaire ou au service référent (R20)")
            .Answers<BilanDto>(201).Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
    }

    internal sealed record BilanSaisi(
        NatureBilan Nature, string Situation, IReadOnlyList<ObjectifEvalue> Objectifs, string Articulation, int? Mois = null, LocalDate? EtabliLe = null, string? Perspectives = null,
        int? Rencontres = null, Suite? Suite = null, int? DureeMois = null, bool? AvecGestion = null);

    internal sealed record AvisSurBilanSaisi(bool Favorable, string Motif, LocalDate? Date = null);

    internal sealed record DecisionDeBilanSaisie(
        Suite Suite, LocalDate? Date = null, int? DureeMois = null, bool? AvecGestion = null, MotifFin? MotifFin = null, string? Motif = null, string? MotifDivergence = null,
        string? MotifExceptionnel = null);

    internal sealed record NotificationDeBilanSaisie(DestinataireDeBilan Destinataire, MoyenNotification Moyen, LocalDate? Date = null);
}
