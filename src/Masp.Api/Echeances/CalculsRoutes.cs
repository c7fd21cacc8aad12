using Masp.Api.Commun;
using Masp.Application.Echeances;
using Masp.Application.Facturation;
using Masp.Domain.Acces;
using MediatR;

namespace Masp.Api.Echeances;

internal static class CalculsRoutes
{
    public static void MapCalculs(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/calculs").WithTags("Calculs");
        group.MapPost("/echeance", async (ComputeEcheance body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(body, http.RequestAborted)).ToOk(http))
            .For(Acte.Calculer, "calculerEcheance", "Calculer une échéance en jours francs, avec son explication (R45)")
            .Answers<EcheanceCalculeeDto>();
        group.MapPost("/tarif", async (ComputeTarif body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(body, http.RequestAborted)).ToOk(http))
            .For(Acte.Calculer, "calculerTarif", "Calculer le prix d'un contrat, mois-mesure par mois-mesure (R35 à R39, R44)")
            .Answers<TarifCalculeDto>()
            .Refuses(409);
    }
}
