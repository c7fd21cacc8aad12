using Masp.Api.Acces;
using Masp.Api.Commun;
using Masp.Application.Commun;
using Masp.Application.Journal;

namespace Masp.Api.Journal;

/// <summary>Names each call for the journals, and puts on record what it looks at and what it is refused.</summary>
internal sealed class SuiviDesAcces(RequestDelegate next, ILogger<SuiviDesAcces> logger)
{
    public const string EnTete = "X-Request-Id";

    public async Task InvokeAsync(HttpContext http)
    {
        var endpoint = http.GetEndpoint();
        var requete = http.RequestServices.GetRequiredService<RequeteCourante>();

        // Who follows a link acts upon their own account before anybody is signed in: that call has its name too.
        if (endpoint?.Metadata.GetMetadata<IEndpointNameMetadata>() is { } named)
            requete.Tell(named.EndpointName);
        if (endpoint?.Metadata.GetMetadata<ActeDeRoute>() is null)
        {
            await next(http);
            return;
        }

        http.TraceIdentifier = requete.Id.ToString();
        http.Response.Headers[EnTete] = http.TraceIdentifier;
        var acces = http.RequestServices.GetRequiredService<AccesEnCours>();
        var declare = Declared(http, endpoint);
        if (declare is not null)
            acces.Begin(declare);
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException exception) when (Erreurs.IsUnknownMember(exception))
        {
            await RefusedAsync(http, acces, declare);
            throw;
        }

        if (http.Response.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound)
            await RefusedAsync(http, acces, declare);
        else if (http.Response.StatusCode < 400)
            await http.RequestServices.GetRequiredService<LectureDirecte>().NoteAsync(CancellationToken.None);
    }

    private static AccesDeclare? Declared(HttpContext http, Endpoint endpoint) => endpoint.Metadata.GetMetadata<AccesDeRoute>() is { } route
        ? new AccesDeclare(route.Nature, route.Objet, IdOf(http), FieldsOf(http))
        : null;

    /// <summary>
    /// Somebody tried another's record, another's role, what a body may not say, or came with what is no longer worth anything. A look that went along with the read has said so already; the rest is said here, after
    /// the answer, and a database that does not answer any more changes nothing for the caller.
    /// </summary>
    private async Task RefusedAsync(HttpContext http, AccesEnCours acces, AccesDeclare? declare)
    {
        var acteur = http.RequestServices.GetRequiredService<ActeurCourant>();
        if (!acteur.IsKnown && Identites.NamedIn(http) is { } named)
            acteur.Tell(named);
        if (!acteur.IsKnown && Identites.ShowsSomething(http.Request))
            logger.LogWarning("Refused {Trace} {Operation}: what it showed is none of ours", http.TraceIdentifier, http.RequestServices.GetRequiredService<RequeteCourante>().Operation);
        if (!acteur.IsKnown || (declare is not null && !acces.IsPending))
            return;
        acces.Begin(new AccesDeclare(NatureAcces.Refus, declare?.Objet ?? ObjetOf(http), declare?.ObjetId ?? IdOf(http), []));
        try
        {
            await http.RequestServices.GetRequiredService<LectureDirecte>().NoteAsync(CancellationToken.None);
        }
        catch (Npgsql.NpgsqlException exception)
        {
            logger.LogError("A refused attempt is not on record {Trace} {Type}", http.TraceIdentifier, exception.GetType().Name);
        }
    }

    private static Guid? IdOf(HttpContext http) => Guid.TryParse(http.Request.RouteValues["id"] as string, out var id) ? id : null;

    /// <summary>The first noun of the address: what a call that changes something was about.</summary>
    private static ObjetAcces ObjetOf(HttpContext http) => http.Request.Path.Value!.Split('/').ElementAtOrDefault(3) switch
    {
        "mesures" => ObjetAcces.Mesure,
        "demandes" => ObjetAcces.Demande,
        "bons-de-commande" => ObjetAcces.BonDeCommande,
        "commissions" => ObjetAcces.Commission,
        "factures" => ObjetAcces.Facture,
        "journal" => ObjetAcces.Journal,
        _ => ObjetAcces.Autre,
    };

    private static string[] FieldsOf(HttpContext http) => http.Request.Query.Count == 0
        ? []
        : [.. http.Request.Query.Keys.Where(key => key is not ("taille" or "apres" or "tri")).Order(StringComparer.Ordinal)];
}
