using Masp.Application.Commun;
using Masp.Application.Journal;

namespace Masp.Api.Journal;

/// <summary>What a route shows of people; without it, or a reason to have none, the build fails (R61).</summary>
public sealed record AccesDeRoute(NatureAcces Nature, ObjetAcces Objet);

/// <summary>A route that shows nobody's record, and why.</summary>
public sealed record SansPersonne(string Raison);

internal static class RegardsDeRoute
{
    /// <summary>Opens the one record whose <c>id</c> is in the address.</summary>
    public static RouteHandlerBuilder Looks(this RouteHandlerBuilder route, ObjetAcces objet, NatureAcces nature = NatureAcces.Dossier) =>
        route.WithMetadata(new AccesDeRoute(nature, objet));

    /// <summary>Shows rows of many; recorded before they are answered, with their number.</summary>
    public static RouteHandlerBuilder LooksAtMany(this RouteHandlerBuilder route, ObjetAcces objet, NatureAcces nature = NatureAcces.Liste) => route
        .WithMetadata(new AccesDeRoute(nature, objet))
        .AddEndpointFilter(async (context, next) =>
        {
            var answer = await next(context);
            var http = context.HttpContext;
            if (answer is IStatusCodeHttpResult { StatusCode: null or < 400 })
                await http.RequestServices.GetRequiredService<LectureDirecte>().NoteAsync(http.RequestAborted);
            return answer;
        });

    /// <summary>Shows nobody's record.</summary>
    public static RouteHandlerBuilder ShowsNobody(this RouteHandlerBuilder route, string raison) => route.WithMetadata(new SansPersonne(raison));
}
