using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Acces;
using Masp.Domain.Acces;
using MediatR;

namespace Masp.Api.Acces;

internal static class QuotasRoutes
{
    public static void MapQuotas(this IEndpointRouteBuilder routes)
    {
        const string nombres = "Des comptes et des nombres, aucun dossier.";
        var group = routes.MapGroup("/").WithTags("Accès");
        group.MapGet("/quotas", async (IMediator mediator, HttpContext http) => (await mediator.Send(new ListQuotas(), http.RequestAborted)).ToList(http))
            .For(Acte.TenirQuotas, "listerQuotas", "Ce que chaque rôle peut consulter par heure")
            .ShowsNobody(nombres)
            .Answers<ListeDto<QuotaDto>>();
        group.MapPost("/quotas", async (FixQuota body, IMediator mediator, HttpContext http) => (await mediator.Send(body, http.RequestAborted)).ToNoContent())
            .For(Acte.TenirQuotas, "fixerQuota", "Fixer ce qu'un rôle peut consulter par heure")
            .Produces(StatusCodes.Status204NoContent);
        group.MapGet("/alertes", async (EtatAlerte? etat, [AsParameters] PageDemandee page, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListAlertes(etat, page.Pagination), http.RequestAborted)).ToList(http))
            .For(Acte.TenirQuotas, "listerAlertes", "Comptes dont l'usage inhabituel a été arrêté, du plus récent au plus ancien")
            .ShowsNobody(nombres)
            .Answers<ListeDto<AlerteDto>>();
        group.MapPost("/alertes/{id:guid}/acquittement", async (Guid id, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new AcknowledgeAlerte(id), http.RequestAborted)).ToNoContent())
            .For(Acte.TenirQuotas, "acquitterAlerte", "Dire que l'on a vu une alerte")
            .Produces(StatusCodes.Status204NoContent).Refuses(404);
    }
}
