using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Journal;
using Masp.Application.Mesures.Avenants;
using Masp.Domain.Acces;
using Masp.Domain.Mesures.Avenants;
using MediatR;
using NodaTime;

namespace Masp.Api.Mesures;

internal static class AvenantsRoutes
{
    public static void MapAvenants(this IEndpointRouteBuilder routes)
    {
        var mesures = routes.MapGroup("/mesures").WithTags("Avenants");
        mesures.MapGet("/{id:guid}/avenants", async (Guid id, IMediator mediator, HttpContext http) => (await mediator.Send(new ListAvenants(id), http.RequestAborted)).ToList(http))
            .For(Acte.LireMesures, "listerAvenants", "Les avenants d'une mesure (R21)")
            .Looks(ObjetAcces.Mesure)
            .Answers<ListeDto<AvenantDto>>().Refuses(404);
        mesures.MapPost("/{id:guid}/avenants/apercu", async (Guid id, ObjetSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new PreviewAvenant(id, body.ToObjet()), http.RequestAborted)).ToOk(http))
            .For(Acte.LireMesures, "apercuAvenant", "Ce que ferait un avenant aux mois, au prix, aux bilans et à la durée totale, sans rien écrire (R3, R21)")
            .Looks(ObjetAcces.Mesure)
            .Answers<ConsequencesDto>().Refuses(404, 409);
        mesures.MapPost("/{id:guid}/avenants", async (Guid id, AvenantSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ProposeAvenant(id, body.Objet.ToObjet(), body.Motif, body.AccordLe), http.RequestAborted))
                .ToCreated(http, _ => $"/api/v1/mesures/{id}/avenants"))
            .For(Acte.ProposerAvenant, "proposerAvenant", "Proposer un avenant, avec l'accord de la personne (R21)")
            .Answers<AvenantDto>(201).Refuses(404, 409).Replayable();

        var group = routes.MapGroup("/avenants").WithTags("Avenants");
        group.MapPost("/{id:guid}/preparation", async (Guid id, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new PrepareAvenant(id, version))).ToOk(http))
            .For(Acte.PreparerAvenant, "preparerAvenant", "Préparer l'avenant et le renvoyer pour signature (R21)")
            .Answers<AvenantDto>().Refuses(404, 409, 412).Replayable().TakesVersion();
        group.MapPost("/{id:guid}/signature", async (Guid id, SignatureDAvenantSaisie body, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new SignAvenant(id, body.Date, version))).ToOk(http))
            .For(Acte.SignerAvenant, "signerAvenant", "Enregistrer la signature de la personne : l'avenant entre en vigueur (R21)")
            .Answers<AvenantDto>().Refuses(404, 409, 412).Replayable().TakesVersion();
        group.MapPost("/{id:guid}/refus", async (Guid id, RefusSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new RefuseAvenant(id, body.Motif, version))).ToOk(http))
            .For(Acte.PreparerAvenant, "refuserAvenant", "Ne pas donner suite à un avenant (R21)")
            .Answers<AvenantDto>().Refuses(404, 409, 412).Replayable().TakesVersion();
    }

    /// <summary>What changes: gestion from a day, a suspension with or without a later end, a later end alone.</summary>
    internal sealed record ObjetSaisi(NatureAvenant Nature, bool? AvecGestion = null, LocalDate? Debut = null, LocalDate? Fin = null, LocalDate? NouvelleFin = null)
    {
        public ObjetAvenant ToObjet() => new(Nature, AvecGestion, Debut, Fin, NouvelleFin);
    }

    internal sealed record AvenantSaisi(ObjetSaisi Objet, string Motif, LocalDate AccordLe);

    internal sealed record SignatureDAvenantSaisie(LocalDate? Date = null);

    internal sealed record RefusSaisi(string Motif);
}
