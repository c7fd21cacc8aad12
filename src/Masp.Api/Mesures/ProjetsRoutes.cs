using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Journal;
using Masp.Application.Mesures.Projets;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Projets;
using MediatR;
using NodaTime;

namespace Masp.Api.Mesures;

internal static class ProjetsRoutes
{
    public static void MapProjets(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/mesures").WithTags("Projets d'intervention");
        group.MapGet("/{id:guid}/projet", async (Guid id, IMediator mediator, HttpContext http) => (await mediator.Send(new GetProjet(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireMesures, "lireProjet", "Le projet d'intervention d'une mesure et ses versions (R17)")
            .Looks(ObjetAcces.Mesure)
            .Answers<ProjetDto>().Refuses(404);
        group.MapPut("/{id:guid}/projet", async (Guid id, ProjetSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new PutProjet(id, body.EtabliLe, body.Evaluation, body.Objectifs, body.ResteAVivre, version))).ToOk(http))
            .For(Acte.EcrireProjet, "ecrireProjet", "Écrire la version en cours du projet ; après un envoi, la suivante commence (R17)")
            .Answers<ProjetDto>().Refuses(404, 409, 412, 428).NeedsVersion();
        group.MapPost("/{id:guid}/projet/envoi", async (Guid id, EnvoiSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new SendProjet(id, body.Date, version))).ToOk(http))
            .For(Acte.EcrireProjet, "envoyerProjet", "Envoyer le projet au service référent et au SAFPM (R17)")
            .Answers<ProjetDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
    }

    internal sealed record ProjetSaisi(string Evaluation, IReadOnlyList<Objectif> Objectifs, Money? ResteAVivre = null, LocalDate? EtabliLe = null);

    internal sealed record EnvoiSaisi(LocalDate? Date = null);
}
