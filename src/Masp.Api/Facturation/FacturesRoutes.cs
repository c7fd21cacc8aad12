using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Facturation;
using Masp.Application.Journal;
using Masp.Domain.Acces;
using Masp.Domain.Facturation;
using MediatR;

namespace Masp.Api.Facturation;

internal static class FacturesRoutes
{
    public static void MapFactures(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/factures").WithTags("Facturation");
        group.MapGet("/", async (
                string? trimestre, Guid? titulaireId, string? lot, EtatFacture? etat, [AsParameters] PageDemandee page, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListFactures(trimestre, titulaireId, lot, etat, page.Pagination), http.RequestAborted)).ToList(http))
            .For(Acte.LireFactures, "listerFactures", "Factures et avoirs, du trimestre le plus récent au plus ancien")
            .ShowsNobody("Des montants par titulaire.")
            .Answers<ListeDto<FactureResumeDto>>();
        group.MapGet("/apercu", async (Guid titulaireId, string lot, string trimestre, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new PreviewFacture(titulaireId, lot, trimestre), http.RequestAborted)).ToOk(http))
            .For(Acte.LireFactures, "apercuFacture", "Ce que contiendrait la facture, mois par mois, sans rien écrire (R40, R42)")
            .LooksAtMany(ObjetAcces.Facture)
            .Answers<ApercuFactureDto>().Refuses(409);
        group.MapPost("/", async (PrepareFacture body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(body, http.RequestAborted)).ToCreated(http, f => $"/api/v1/factures/{f.Id}"))
            .For(Acte.PreparerFacture, "preparerFacture", "Préparer la facture d'un titulaire, d'un lot et d'un trimestre (R40)")
            .Answers<FactureDto>(201).Refuses(409).Replayable();
        group.MapGet("/{id:guid}", async (Guid id, IMediator mediator, HttpContext http) => (await mediator.Send(new GetFacture(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireFactures, "lireFacture", "Une facture et ses lignes")
            .ShowsNobody("Des lignes par type de mesure, sans personne (R40).")
            .Answers<FactureDto>().Refuses(404);
        group.MapGet("/{id:guid}/etat-detaille", async (Guid id, [AsParameters] PageDemandee page, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListDetails(id, page.Pagination), http.RequestAborted)).ToList(http))
            .For(Acte.LireFactures, "lireEtatDetaille", "L'état détaillé : chaque mois-mesure, dû ou non, et pourquoi (R42)")
            .Looks(ObjetAcces.Facture)
            .Answers<ListeDto<DetailDto>>().Refuses(404);
        group.MapPost("/{id:guid}/validation", async (Guid id, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new ValidateFacture(id, version))).ToOk(http))
            .For(Acte.ValiderFacture, "validerFacture", "Valider l'état détaillé (R42)")
            .Answers<FactureDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
        group.MapPost("/{id:guid}/emission", async (Guid id, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new IssueFacture(id, version))).ToOk(http))
            .For(Acte.EmettreFacture, "emettreFacture", "Émettre : donner son numéro dans la série du titulaire (R41)")
            .Answers<FactureDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
        group.MapPost("/{id:guid}/avoir", async (Guid id, AvoirSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new CreditFacture(id, body.Motif, version))).ToCreated(http, f => $"/api/v1/factures/{f.Id}"))
            .For(Acte.ValiderFacture, "crediterFacture", "Corriger une facture émise par un avoir (R41)")
            .Answers<FactureDto>(201).Refuses(404, 409, 412).Replayable().TakesVersion();
        group.MapDelete("/{id:guid}", async (Guid id, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new DiscardFacture(id, version))).ToNoContent())
            .For(Acte.ValiderFacture, "ecarterFacture", "Écarter une facture non émise, pour la préparer à nouveau")
            .Produces(StatusCodes.Status204NoContent).Refuses(404, 409, 412, 428).NeedsVersion();
    }

    internal sealed record AvoirSaisi(string Motif);
}
