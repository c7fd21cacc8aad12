using System.Text.Json;
using System.Text.RegularExpressions;
using Masp.Domain.Commun;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace Masp.Api.Commun;

/// <summary>Turns what the framework throws into the same problem details as the rules: never a stack, never an English sentence.</summary>
internal sealed partial class Erreurs(ILogger<Erreurs> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var answer = Answer(exception);
        if (answer is null)
        {
            if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
                return true;

            // The type and the SQL state say where it broke; the message might quote a person.
            logger.LogError("Fault {Trace} {Type} {SqlState}\n{Stack}", httpContext.TraceIdentifier, exception.GetType().FullName,
                (exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState, exception.StackTrace);
            answer = Problemes.Fault(httpContext.TraceIdentifier);
        }

        // The failed answer was emptied, headers included.
        Defenses.Put(httpContext);
        httpContext.Response.Headers[Journal.SuiviDesAcces.EnTete] = httpContext.TraceIdentifier;
        await answer.ExecuteAsync(httpContext);
        return true;
    }

    private static IResult? Answer(Exception exception) => exception switch
    {
        BadHttpRequestException { InnerException: JsonException json } => Problemes.Of(Read(json)),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            Problemes.Of(413, "requete.trop-volumineuse", "Le corps de la demande dépasse la taille admise."),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } =>
            Problemes.Of(415, "requete.format", "Le corps de la demande doit être du JSON (application/json)."),
        BadHttpRequestException => Problemes.Of(Error.Invalid("requete.invalide", "La demande est mal formée : un paramètre manque ou n'a pas la forme attendue.")),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } or { InnerException: PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } } =>
            Problemes.Of(Error.Forbidden("acces.refuse", "Vous n'avez pas le droit de faire cela.")),
        _ => null,
    };

    /// <summary>The serializer says which required members are missing only in its sentence.</summary>
    [GeneratedRegex("missing required properties including: (.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Manquants();

    /// <summary>Whether the body holds a member that the call does not have. No screen of ours sends one.</summary>
    public static bool IsUnknownMember(Exception exception) =>
        exception is BadHttpRequestException { InnerException: JsonException json } && json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal);

    /// <summary>What the serializer could not read, beside its field.</summary>
    /// <returns>At least one.</returns>
    public static IReadOnlyList<Error> Read(JsonException exception)
    {
        var path = exception.Path is { Length: > 2 } p && p.StartsWith("$.", StringComparison.Ordinal) ? p[2..] : null;
        var missing = Manquants().Match(exception.Message) is { Success: true } match
            ? match.Groups[1].Value.Split(", ").Select(name => name.Trim('\'', '.')).ToList()
            : [];
        return exception switch
        {
            _ when missing.Count > 0 => [.. missing.Select(name =>
                Error.Invalid("champ.obligatoire", "Ce champ est obligatoire.", path is null ? name : $"{path}.{name}"))],
            ValeurRefusee refused => [Error.Invalid(refused.Code, refused.Message, path)],
            _ when path is not null => [Error.Invalid("champ.invalide", "Ce champ manque, est inconnu, ou n'a pas la forme attendue.", path)],
            _ => [Error.Invalid("requete.json-invalide", "Le corps de la demande n'est pas un JSON valable, ou un champ y manque.")],
        };
    }
}
