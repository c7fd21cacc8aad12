using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Attributions;
using Masp.Application.Journal;
using Masp.Domain.Acces;
using Masp.Domain.Attributions;
using MediatR;

namespace Masp.Api.Attributions;

internal static class AttributionsRoutes
{
    public static void MapAttributions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/").WithTags("Attributions");
        group.MapGet("/demandes/{id:guid}/attribution/apercu", async (Guid id, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new PreviewAttribution(id), http.RequestAborted)).ToOk(http))
            .For(Acte.Attribuer, "apercuAttribution", "Qui serait servi, et pourquoi (R11)")
            .Looks(ObjetAcces.Demande)
            .Answers<ApercusDto>().Refuses(404);
        group.MapPost("/demandes/{id:guid}/attribution", async (Guid id, ChoixSaisi? body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new AllocateDemande(id, body?.TitulaireId, body?.Categorie, body?.Motif), http.RequestAborted))
                .ToCreated(http, a => $"/api/v1/bons-de-commande/{a.BonDeCommande.Id}"))
            .For(Acte.Attribuer, "attribuerDemande", "Attribuer une demande, à tour de rôle ou par choix motivé (R11)")
            .Answers<AttributionDto>(201).Refuses(404, 409).Replayable();
        group.MapGet("/lots/{code}/tour-de-role", async (string code, [AsParameters] PageDemandee page, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new GetTourDeRole(code, page.Pagination), http.RequestAborted))
                .Map(tour => new TourDeRoleReponse(tour.Lot, tour.Nom, tour.Comptes, tour.Prochain, ListeDto<InscriptionDto>.Of(tour.Registre, http.Request)))
                .ToOk(http))
            .For(Acte.LireTourDeRole, "lireTourDeRole", "Comptes nets, prochain servi et registre d'un lot (R11)")
            .LooksAtMany(ObjetAcces.TourDeRole)
            .Answers<TourDeRoleReponse>().Refuses(404);
    }

    /// <summary>A manual choice; an empty body is the turn's own.</summary>
    internal sealed record ChoixSaisi(Guid? TitulaireId = null, CategorieChoix? Categorie = null, string? Motif = null);

    internal sealed record TourDeRoleReponse(string Lot, string Nom, IReadOnlyList<CompteDuTitulaireDto> Comptes, ProchainDto? Prochain, ListeDto<InscriptionDto> Registre);
}
