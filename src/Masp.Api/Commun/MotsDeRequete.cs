using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Masp.Domain.Commun;
using Microsoft.AspNetCore.Http.Extensions;

namespace Masp.Api.Commun;

/// <summary>
/// Enumerations in a query are the words the contract gives, the same as in JSON. The framework would want .NET's own names, and
/// would let a number through.
/// </summary>
internal static class MotsDeRequete
{
    private static readonly ConcurrentDictionary<MethodInfo, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> Known = new();

    public static async Task Translate(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Query.Count > 0 && http.GetEndpoint()?.Metadata.GetMetadata<MethodInfo>() is { } handler
            && Known.GetOrAdd(handler, WordsOf) is { Count: > 0 } words && Rewrite(http.Request, words) is { } refusal)
        {
            await Problemes.Of(refusal).ExecuteAsync(http);
            return;
        }

        await next(http);
    }

    private static Error? Rewrite(HttpRequest request, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> words)
    {
        var query = new QueryBuilder();
        foreach (var (key, values) in request.Query)
        {
            if (!words.TryGetValue(key, out var allowed))
                query.Add(key, values.Select(v => v ?? string.Empty));
            else if (values is [{ } word] && allowed.TryGetValue(word, out var name))
                query.Add(key, name);
            else
                return Error.Invalid("champ.valeur-inconnue", $"Cette valeur n'est pas admise : choisissez parmi {string.Join(", ", allowed.Keys)}.", key);
        }

        request.HttpContext.Items[typeof(MotsDeRequete)] = request.Query;
        request.QueryString = query.ToQueryString();
        return null;
    }

    /// <summary>The query as the caller wrote it: what a link to the next page repeats.</summary>
    public static IQueryCollection AsWritten(HttpRequest request) =>
        request.HttpContext.Items.TryGetValue(typeof(MotsDeRequete), out var query) ? (IQueryCollection)query! : request.Query;

    private static Dictionary<string, IReadOnlyDictionary<string, string>> WordsOf(MethodInfo handler)
    {
        var words = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var parameter in handler.GetParameters())
        {
            if ((Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) is { IsEnum: true } type)
                words[parameter.Name!] = Enum.GetValues(type).Cast<object>().ToDictionary(v => JsonSerializer.Serialize(v, type, ReponseJson.Options).Trim('"'), v => v.ToString()!);
        }

        return words;
    }
}
