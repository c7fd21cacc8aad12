using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.AFaire;
using Masp.Application.Journal;
using Masp.Domain.Acces;
using MediatR;

namespace Masp.Api.AFaire;

internal static class AFaireRoutes
{
    public static void MapAFaire(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/").WithTags("À faire");
        group.MapGet("/a-faire", async (IMediator mediator, HttpContext http) => (await mediator.Send(new GetAFaire(), http.RequestAborted)).ToOk(http))
            .For(Acte.LireAFaire, "lireAFaire", "Ce qui attend celui qui est connecté, selon son rôle")
            .LooksAtMany(ObjetAcces.Recherche)
            .Answers<AFaireDto>();
        group.MapGet("/recherche", async (string q, bool? archives, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new Search(q, archives), http.RequestAborted)).ToList(http))
            .For(Acte.Rechercher, "rechercher", "Trouver une personne, un numéro, une commune")
            .LooksAtMany(ObjetAcces.Recherche)
            .Answers<ListeDto<TrouveDto>>();
    }
}
