using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Attributions;
using Masp.Application.Journal;
using Masp.Application.Mesures;
using Masp.Domain.Acces;
using Masp.Domain.Attributions;
using Masp.Domain.Echeances;
using MediatR;
using NodaTime;

namespace Masp.Api.Attributions;

internal static class BonsDeCommandeRoutes
{
    public static void MapBonsDeCommande(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/bons-de-commande").WithTags("Bons de commande");
        group.MapGet("/", async (
                EtatBonDeCommande? etat, EtatForfait? forfait, string? lot, Guid? titulaireId, string? recherche, bool? archives, [AsParameters] PageDemandee page,
                IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListBons(etat, forfait, lot, titulaireId, recherche, page.Pagination, archives), http.RequestAborted)).ToList(http))
            .For(Acte.LireBonsDeCommande, "listerBonsDeCommande", "Bons de commande, du plus récent au plus ancien")
            .LooksAtMany(ObjetAcces.BonDeCommande)
            .Answers<ListeDto<BonResumeDto>>();
        group.MapGet("/{id:guid}", async (Guid id, IMediator mediator, HttpContext http) => (await mediator.Send(new GetBon(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireBonsDeCommande, "lireBonDeCommande", "Un bon de commande")
            .Looks(ObjetAcces.BonDeCommande)
            .Answers<BonDto>().Refuses(404);
        group.MapPost("/{id:guid}/reception", async (Guid id, DateSaisie? body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new AcknowledgeBon(id, body?.Date, version))).ToOk(http))
            .For(Acte.AccuserReception, "accuserReception", "Accuser réception (R12)")
            .Answers<BonDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
        group.MapPost("/{id:guid}/signature", async (Guid id, SignatureSaisie body, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new SignBon(id, body.DatePremiereRencontre, body.DateSignature, body.Motif, version)))
                .ToCreated(http, m => $"/api/v1/mesures/{m.Id}"))
            .For(Acte.SignerContrat, "signerContrat", "Signer le contrat, ce qui ouvre la mesure (R14)")
            .Answers<MesureOuverteDto>(201).Refuses(404, 409, 412).Replayable().TakesVersion();
        group.MapPost("/{id:guid}/intervenant", async (Guid id, IntervenantSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new AssignBon(id, body.IntervenantId, version))).ToOk(http))
            .For(Acte.AffecterIntervenant, "affecterBonDeCommande", "Désigner l'intervenant qui suivra la mesure (R26)")
            .Answers<BonDto>().Refuses(404, 409, 412).Replayable().TakesVersion();
        group.MapPost("/{id:guid}/deplacements", async (Guid id, DeplacementSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new LogDeplacement(id, body.Date, body.Lieu, body.Intervenant), http.RequestAborted)).ToCreated(http, b => $"/api/v1/bons-de-commande/{b.Id}"))
            .For(Acte.SignerContrat, "enregistrerDeplacement", "Enregistrer un déplacement avant signature (R16)")
            .Answers<BonDto>(201).Refuses(404, 409).Replayable();
        group.MapPost("/{id:guid}/abandon", async (Guid id, AbandonSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new AbandonBon(id, body.Date, body.Motif, version))).ToOk(http))
            .For(Acte.AbandonnerBonDeCommande, "abandonnerBonDeCommande", "Abandonner avant signature ; le tour est rendu (R11, R16)")
            .Answers<BonDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
        group.MapPost("/{id:guid}/annulation", async (Guid id, MotifSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new CancelBon(id, body.Motif, version))).ToOk(http))
            .For(Acte.AnnulerBonDeCommande, "annulerBonDeCommande", "Annuler un bon de commande ; le tour est rendu (R11)")
            .Answers<BonDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
        group.MapPost("/{id:guid}/forfait/validation", async (Guid id, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new ValidateForfait(id, version))).ToOk(http))
            .For(Acte.ValiderForfait, "validerForfait", "Valider le forfait d'abandon (R16)")
            .Answers<BonDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
    }

    internal sealed record DateSaisie(LocalDate? Date = null);

    internal sealed record IntervenantSaisi(Guid IntervenantId);

    internal sealed record SignatureSaisie(LocalDate DatePremiereRencontre, LocalDate DateSignature, MotifRetard? Motif = null);

    internal sealed record DeplacementSaisi(LocalDate Date, string Lieu, string Intervenant);

    internal sealed record AbandonSaisi(string Motif, LocalDate? Date = null);

    internal sealed record MotifSaisi(string Motif);
}
