using System.Text.Json;
using Masp.Domain.Commun;

namespace Masp.Api.Commun;

/// <summary>
/// An enumeration in the address is one of the documented words, or a 400. The framework alone would take <c>etat=99</c>, another
/// case, or two words with a comma between them, and ask the database for what does not exist.
/// </summary>
internal static class EnumerationsStrictes
{
    public static T RefuseUnknownWords<T>(this T routes)
        where T : IEndpointConventionBuilder =>
        routes.AddEndpointFilterFactory((context, next) =>
        {
            var words = context.MethodInfo.GetParameters()
                .Select(p => (p.Name, Type: Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType))
                .Where(p => p.Type.IsEnum)
                .ToDictionary(p => p.Name!, p => Words(p.Type));
            return words.Count == 0 ? next : invocation => Refusal(invocation.HttpContext.Request.Query, words) is { } error
                ? ValueTask.FromResult<object?>(Problemes.Of(error))
                : next(invocation);
        });

    internal static HashSet<string> Words(Type type) =>
        [.. Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToElement(value, type, ReponseJson.Options).GetString()!)];

    private static Error? Refusal(IQueryCollection query, Dictionary<string, HashSet<string>> words)
    {
        foreach (var (name, allowed) in words)
        {
            if (query.TryGetValue(name, out var told) && !(told is [{ } word] && allowed.Contains(word)))
                return Error.Invalid("champ.valeur-inconnue", $"Cette valeur n'est pas admise : choisissez parmi {string.Join(", ", allowed)}.", name);
        }

        return null;
    }
}
