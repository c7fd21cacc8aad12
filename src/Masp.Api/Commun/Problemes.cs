using System.Diagnostics;
using Masp.Domain.Commun;

namespace Masp.Api.Commun;

/// <summary>Refusals as RFC 9457 problem details: a stable code, French words, no personal data.</summary>
public static class Problemes
{
    public static IResult Of(IReadOnlyList<Error> errors)
    {
        var first = errors[0];
        return Results.Json(Body(Status(first.Kind), first, errors), ReponseJson.Options, "application/problem+json", Status(first.Kind));
    }

    public static IResult Of(Error error) => Of([error]);

    public static IResult Of(int status, string code, string detail) =>
        Results.Json(new Probleme(Title(status), status, detail, code, null, null), ReponseJson.Options, "application/problem+json", status);

    /// <summary>A fault of ours: a trace id and nothing else.</summary>
    public static IResult Fault(string? traceId) => Results.Json(
        new Probleme(Title(500), 500, "Une erreur interne est survenue. Donnez cette référence au support.", "erreur.interne", null, traceId ?? Activity.Current?.Id),
        ReponseJson.Options, "application/problem+json", 500);

    public static int Status(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.Stale => StatusCodes.Status412PreconditionFailed,
        ErrorKind.PreconditionMissing => StatusCodes.Status428PreconditionRequired,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown ErrorKind."),
    };

    public static string Title(int status) => status switch
    {
        400 => "Demande mal formée",
        401 => "Authentification requise",
        403 => "Accès refusé",
        404 => "Introuvable",
        405 => "Méthode non admise",
        409 => "Refusé par une règle",
        412 => "Version périmée",
        413 => "Demande trop volumineuse",
        415 => "Format non admis",
        428 => "Version attendue",
        429 => "Trop de demandes",
        503 => "Momentanément indisponible",
        _ => "Erreur interne",
    };

    private static Probleme Body(int status, Error first, IReadOnlyList<Error> errors)
    {
        var fields = errors.Where(e => e.Field is not null)
            .GroupBy(e => e.Field!)
            .ToDictionary(g => g.Key, g => g.Select(e => new ErreurDeChamp(e.Code, e.Message)).ToArray());
        return new Probleme(Title(status), status, first.Message, first.Code, fields.Count == 0 ? null : fields, null);
    }
}

/// <summary>RFC 9457, with a stable code.</summary>
/// <param name="Code">For programs; never translated.</param>
/// <param name="Errors">By JSON path of the field.</param>
public sealed record Probleme(string Title, int Status, string Detail, string Code, IReadOnlyDictionary<string, ErreurDeChamp[]>? Errors, string? TraceId)
{
    public string Type => "about:blank";
}

public sealed record ErreurDeChamp(string Code, string Message);
