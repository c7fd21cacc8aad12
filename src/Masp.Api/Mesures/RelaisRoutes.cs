using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Mesures;
using Masp.Domain.Acces;
using Masp.Domain.Mesures;
using MediatR;
using NodaTime;

namespace Masp.Api.Mesures;

internal static class RelaisRoutes
{
    public static void MapRelais(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/mesures/{id:guid}/relais", async (Guid id, RelaisSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendMaybeVersionedAsync(http, version => new PlanRelais(id, body.RepreneurId, body.Date, body.Motif, version)))
                .ToCreated(http, r => $"/api/v1/relais/{r.Id}"))
            .WithTags("Passages de relais")
            .For(Acte.PasserRelais, "passerRelaisMesure", "Prévoir le passage de relais d'une mesure (R24)")
            .Answers<RelaisDto>(201).Refuses(404, 409, 412).Replayable().TakesVersion();
        var group = routes.MapGroup("/relais").WithTags("Passages de relais");
        group.MapGet("/", async ([AsParameters] PageDemandee page, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListRelais(page.Pagination), http.RequestAborted)).ToList(http))
            .For(Acte.LireRelais, "listerRelais", "Passages de relais, du plus récent au plus ancien (R24)")
            .ShowsNobody("Des nombres et des titulaires.")
            .Answers<ListeDto<RelaisResumeDto>>();
        group.MapPost("/apercu", async (PreviewRelais body, IMediator mediator, HttpContext http) => (await mediator.Send(body, http.RequestAborted)).ToOk(http))
            .For(Acte.PasserRelais, "apercuRelais", "Ce que ferait un passage de relais, mesure par mesure, sans rien écrire (R24)")
            .Answers<ApercuRelaisDto>();
        group.MapPost("/", async (PlanRelaisGroupe body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(body, http.RequestAborted)).ToCreated(http, r => $"/api/v1/relais/{r.Id}"))
            .For(Acte.PasserRelais, "passerRelais", "Prévoir le passage de relais d'un intervenant ou d'un lot entier : tout, ou rien (R24)")
            .Answers<RelaisDto>(201).Refuses(409).Replayable();
        group.MapGet("/{id:guid}", async (Guid id, IMediator mediator, HttpContext http) => (await mediator.Send(new GetRelais(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireRelais, "lireRelais", "Un passage de relais, et qui a encore quelle rencontre à tenir (R24)")
            .ShowsNobody("Des numéros de mesure, sans nom de personne.")
            .Answers<RelaisDto>().Refuses(404);
        group.MapPost("/{id:guid}/rencontres", async (Guid id, RencontreSaisie body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new LogRencontreDeRelais(id, body.Mesures, body.Rencontre, body.Date), http.RequestAborted)).ToOk(http))
            .For(Acte.TenirRencontreDeRelais, "enregistrerRencontreDeRelais", "Enregistrer une rencontre de relais, pour une ou plusieurs mesures (R24)")
            .Answers<RelaisDto>().Refuses(404, 409).Replayable();
    }

    internal sealed record RelaisSaisi(Guid RepreneurId, LocalDate Date, string Motif);

    internal sealed record RencontreSaisie(IReadOnlyList<Guid> Mesures, RencontreDeRelais Rencontre, LocalDate? Date = null);
}
