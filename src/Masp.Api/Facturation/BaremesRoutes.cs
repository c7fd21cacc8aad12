using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Facturation;
using Masp.Domain.Acces;
using MediatR;

namespace Masp.Api.Facturation;

internal static class BaremesRoutes
{
    public static void MapBaremes(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/baremes").WithTags("Facturation");
        group.MapGet("/", async (IMediator mediator, HttpContext http) => (await mediator.Send(new ListBaremes(), http.RequestAborted)).ToList(http))
            .For(Acte.LireReferentiel, "listerBaremes", "Barèmes, du plus récent au plus ancien (R35)")
            .ShowsNobody("Des prix.")
            .Answers<ListeDto<BaremeDto>>();
        group.MapPost("/", async (CreateBareme body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(body, http.RequestAborted)).ToCreated(http, _ => "/api/v1/baremes"))
            .For(Acte.FixerBareme, "fixerBareme", "Fixer un barème par arrêté (R35)")
            .Answers<BaremeDto>(201).Refuses(409).Replayable();
    }
}
