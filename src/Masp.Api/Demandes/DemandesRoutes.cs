using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Demandes;
using Masp.Application.Journal;
using Masp.Domain.Acces;
using Masp.Domain.Demandes;
using MediatR;
using NodaTime;

namespace Masp.Api.Demandes;

internal static class DemandesRoutes
{
    public static void MapDemandes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/beneficiaires", async (string? recherche, Guid? homonymesDe, [AsParameters] PageDemandee page, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListBeneficiaires(recherche, homonymesDe, page.Pagination), http.RequestAborted)).ToList(http))
            .For(Acte.LireBeneficiaires, "listerBeneficiaires", "Personnes connues, par leur nom, et les mois déjà contractualisés (R3)")
            .LooksAtMany(ObjetAcces.Beneficiaire)
            .WithTags("Demandes").Answers<ListeDto<PersonneConnueDto>>();
        var group = routes.MapGroup("/demandes").WithTags("Demandes");
        group.MapPost("/", async (FileDemande body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(body, http.RequestAborted)).ToCreated(http, d => $"/api/v1/demandes/{d.Id}"))
            .For(Acte.DeposerDemande, "deposerDemande", "Déposer une demande (R5 à R7)")
            .Answers<DemandeDto>(201).Refuses(409).Replayable();
        group.MapGet("/", async (
                EtatDemande? etat, string? lot, string? commune, Guid? serviceReferentId, string? recherche, string? tri, bool? archives, [AsParameters] PageDemandee page, IMediator mediator,
                HttpContext http) =>
                (await mediator.Send(new ListDemandes(etat, lot, commune, serviceReferentId, recherche, tri == "deposeeLe", page.Pagination, archives), http.RequestAborted)).ToList(http))
            .For(Acte.LireDemandes, "listerDemandes", "Demandes, de la plus récente à la plus ancienne (tri=deposeeLe pour l'inverse)")
            .LooksAtMany(ObjetAcces.Demande)
            .Answers<ListeDto<DemandeResumeDto>>();
        group.MapGet("/{id:guid}", async (Guid id, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new GetDemande(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireDemandes, "lireDemande", "Une demande, ses avis et sa décision")
            .Looks(ObjetAcces.Demande)
            .Answers<DemandeDto>().Refuses(404);
        group.MapPost("/{id:guid}/decision", async (Guid id, DecisionSaisie body, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new DecideDemande(
                    id, body.Sens, body.Date, body.AvecGestion, body.DureeMois, body.Motif, body.Fondement, body.MotifDivergence, body.MotifIneligibilite, version)))
                .ToCreated(http, d => $"/api/v1/demandes/{d.Id}"))
            .For(Acte.Decider, "deciderDemande", "Décider après l'avis de la commission (R9, R10)")
            .Answers<DemandeDto>(201).Refuses(404, 409, 412).Replayable().TakesVersion();
        group.MapPost("/{id:guid}/rapprochement", async (Guid id, RapprochementSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new SettleRapprochement(id, body.BeneficiaireId, body.Homonyme == true, version))).ToOk(http))
            .For(Acte.TrancherRapprochement, "trancherRapprochement", "Dire si la personne est celle, déjà connue, de mêmes nom et date de naissance (R1, R3)")
            .Answers<DemandeDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
        group.MapPost("/{id:guid}/decision/notifications", async (Guid id, NotificationSaisie body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new NotifyDecision(id, body.Destinataire, body.Date, body.Moyen, version)))
                .ToCreated(http, d => $"/api/v1/demandes/{d.Id}"))
            .For(Acte.NotifierDecision, "notifierDecision", "Dire quand et comment la décision a été notifiée à la personne ou au service (R9)")
            .Answers<DemandeDto>(201).Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
    }

    /// <summary>One or the other.</summary>
    internal sealed record RapprochementSaisi(Guid? BeneficiaireId = null, bool? Homonyme = null);

    internal sealed record NotificationSaisie(Destinataire Destinataire, MoyenNotification Moyen, LocalDate? Date = null);

    /// <summary>A Decision as it is sent.</summary>
    internal sealed record DecisionSaisie(
        SensDecision Sens,
        LocalDate? Date = null,
        bool? AvecGestion = null,
        int? DureeMois = null,
        string? Motif = null,
        string? Fondement = null,
        string? MotifDivergence = null,
        string? MotifIneligibilite = null);
}
