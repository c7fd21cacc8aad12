using Masp.Application.Commun;
using Masp.Application.Journal;
using Masp.Domain.Commun;
using Microsoft.Net.Http.Headers;

namespace Masp.Api.Commun;

/// <summary>From a result to an HTTP answer.</summary>
internal static class Reponses
{
    public static IResult ToOk<T>(this Result<T> result, HttpContext http) => result.Match(
        value => Tagged(value, http, Results.Json(value, ReponseJson.Options)),
        Problemes.Of);

    public static IResult ToCreated<T>(this Result<T> result, HttpContext http, Func<T, string> location) => result.Match(
        value =>
        {
            http.Response.Headers.Location = location(value);
            return Tagged(value, http, Results.Json(value, ReponseJson.Options, statusCode: StatusCodes.Status201Created));
        },
        Problemes.Of);

    /// <summary>JSON that the browser keeps as a file.</summary>
    public static IResult ToAttachment<T>(this Result<T> result, HttpContext http, string fichier) => result.Match(
        value =>
        {
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{fichier}\"";
            return Results.Json(value, ReponseJson.Options);
        },
        Problemes.Of);

    /// <summary>A document made from the value; 503 when the typesetter cannot.</summary>
    public static async Task<IResult> ToPdfAsync<T>(
        this Result<T> result, IMoteurDocuments moteur, HttpContext http, string modele, Func<T, object> donnees, string fichier)
    {
        if (!result.IsSuccess)
            return Problemes.Of(result.Errors);
        try
        {
            return Results.File(await moteur.RenderAsync(modele, donnees(result.Value), http.RequestAborted), "application/pdf", fichier);
        }
        catch (DocumentsIndisponiblesException)
        {
            return Problemes.Of(503, "document.indisponible", "Les documents ne peuvent pas être produits pour l'instant : réessayez plus tard.");
        }
    }

    /// <summary>Elements, and the address of the next page.</summary>
    public static IResult ToList<T>(this Result<Liste<T>> result, HttpContext http) =>
        result.Match(
            liste =>
            {
                http.RequestServices.GetRequiredService<AccesEnCours>().Nombre = liste.Elements.Count;
                return Results.Json(ListeDto<T>.Of(liste, http.Request), ReponseJson.Options);
            },
            Problemes.Of);

    public static IResult ToNoContent<T>(this Result<T> result) => result.Match(_ => Results.NoContent(), Problemes.Of);

    private static IResult Tagged<T>(T value, HttpContext http, IResult result)
    {
        if (value is IVersionne versionne)
            http.Response.Headers.ETag = new EntityTagHeaderValue($"\"{versionne.Version}\"").ToString();
        return result;
    }
}

/// <summary>A page of a list.</summary>
/// <param name="Lien">Address of the next page; null on the last one.</param>
public sealed record ListeDto<T>(IReadOnlyList<T> Elements, string? Lien)
{
    public static ListeDto<T> Of(Liste<T> liste, HttpRequest request)
    {
        if (liste.Apres is null)
            return new ListeDto<T>(liste.Elements, null);
        var query = QueryString.Create(MotsDeRequete.AsWritten(request).Where(q => q.Key != "apres").SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v)));
        return new ListeDto<T>(liste.Elements, request.Path + query.Add("apres", liste.Apres));
    }
}
