using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Journal;
using Masp.Application.Mesures.Avenants;
using Masp.Application.Mesures.Fins;
using Masp.Application.Mesures.Renouvellements;
using Masp.Domain.Acces;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Fins;
using MediatR;
using NodaTime;

namespace Masp.Api.Mesures;

internal static class FinsRoutes
{
    public static void MapFins(this IEndpointRouteBuilder routes)
    {
        var mesures = routes.MapGroup("/mesures").WithTags("Fins et renouvellements");
        mesures.MapGet("/{id:guid}/renouvellement", async (Guid id, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new GetRenouvellement(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireMesures, "lireRenouvellement", "Où en est le renouvellement d'une mesure (R2 à R4)")
            .Looks(ObjetAcces.Mesure)
            .Answers<RenouvellementDto>().Refuses(404);
        mesures.MapPost("/{id:guid}/renouvellement", async (Guid id, RenouvellementSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new RenewMesure(id, body.DateSignature, body.TitulaireId, version)))
                .ToCreated(http, _ => $"/api/v1/mesures/{id}"))
            .For(Acte.RenouvelerMesure, "renouvelerMesure", "Signer le renouvellement décidé : un contrat de plus, du lendemain du terme (R2 à R4)")
            .Answers<RenouvellementSigneDto>(201).Refuses(404, 409, 412).Replayable().TakesVersion();
        mesures.MapGet("/{id:guid}/fin", async (Guid id, IMediator mediator, HttpContext http) => (await mediator.Send(new GetFin(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireMesures, "lireFin", "Comment une mesure prend fin, ou peut prendre fin, et ses motifs (R22, R50)")
            .Looks(ObjetAcces.Mesure)
            .Answers<FinDto>().Refuses(404);
        mesures.MapPost("/{id:guid}/fin/apercu", async (Guid id, DernierJourSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new PreviewFin(id, body.DernierJour), http.RequestAborted)).ToOk(http))
            .For(Acte.LireMesures, "apercuFin", "Ce que ferait une fin ce jour-là aux mois, à leur prix et aux factures déjà faites, sans rien écrire (R37, R41)")
            .Looks(ObjetAcces.Mesure)
            .Answers<ConsequencesDto>().Refuses(404, 409);
        mesures.MapPost("/{id:guid}/fin", async (Guid id, FinSaisie body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ProposeFin(id, body.Initiateur, body.Motif, body.DernierJour, body.Explication, body.Date), http.RequestAborted))
                .ToCreated(http, _ => $"/api/v1/mesures/{id}/fin"))
            .For(Acte.ProposerFin, "proposerFin", "Demander une fin avant le terme (R22)")
            .Answers<DemandeDeFinDto>(201).Refuses(404, 409).Replayable();
        mesures.MapPost("/{id:guid}/fin/terme", async (Guid id, TermeSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new CloseAtTerm(id, body.Motif, version))).ToOk(http))
            .For(Acte.CloreMesure, "cloreMesure", "Clore une mesure arrivée à son terme (R20, R50)")
            .Answers<FinDto>().Refuses(404, 409, 412).Replayable().TakesVersion();
        mesures.MapPost("/{id:guid}/demenagement", async (Guid id, DemenagementSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new MoveMesure(id, body.CommuneInsee, body.Date, version))).ToOk(http))
            .For(Acte.DeclarerDemenagement, "declarerDemenagement", "Déclarer un déménagement dans le département : la zone suit au mois-mesure suivant (R23)")
            .Answers<DemenagementDto>().Refuses(404, 409, 412).Replayable().TakesVersion();

        var group = routes.MapGroup("/demandes-de-fin").WithTags("Fins et renouvellements");
        group.MapPost("/{id:guid}/avis-referent", async (Guid id, AvisSurFinSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new GiveAvisSurFin(id, body.Fondee, body.Motif, body.Date, version))).ToOk(http))
            .For(Acte.DonnerAvisReferent, "donnerAvisSurFin", "Dire si la demande de fin du titulaire est fondée (R22)")
            .Answers<DemandeDeFinDto>().Refuses(404, 409, 412).Replayable().TakesVersion();
        group.MapPost("/{id:guid}/decision", async (Guid id, DecisionDeFinSaisie body, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new DecideFin(id, body.Accordee, body.Date, body.DernierJour, body.Motif, version))).ToOk(http))
            .For(Acte.Decider, "deciderFin", "Décider d'une fin avant le terme ; accordée, la mesure prend fin (R22)")
            .Answers<DemandeDeFinDto>().Refuses(404, 409, 412).Replayable().TakesVersion();
    }

    internal sealed record RenouvellementSaisi(LocalDate? DateSignature = null, Guid? TitulaireId = null);

    internal sealed record DernierJourSaisi(LocalDate DernierJour);

    internal sealed record FinSaisie(InitiateurFin Initiateur, MotifFin Motif, LocalDate DernierJour, string Explication, LocalDate? Date = null);

    internal sealed record TermeSaisi(MotifFin? Motif = null);

    internal sealed record DemenagementSaisi(string CommuneInsee, LocalDate Date);

    internal sealed record AvisSurFinSaisi(bool Fondee, string Motif, LocalDate? Date = null);

    internal sealed record DecisionDeFinSaisie(bool Accordee, LocalDate? Date = null, LocalDate? DernierJour = null, string? Motif = null);
}
