using Masp.Api.Acces;
using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Journal;
using Masp.Domain.Acces;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Masp.Architecture.Tests.Routes;

/// <summary>What every route declares of itself, as sentences about what does not.</summary>
internal static class ReglesDesRoutes
{
    private static readonly string[] English = ["the", "of", "and", "list", "get", "create", "update", "delete", "with", "for"];

    public static IReadOnlyList<string> Undeclared(IEnumerable<RouteEndpoint> routes) =>
    [
        .. from route in routes
           let name = Name(route)
           from missing in Missing(route)
           select $"{name} {missing}",
    ];

    /// <summary>A look at somebody is declared, or said not to be one, with the reason (R61).</summary>
    public static IReadOnlyList<string> Unwatched(IEnumerable<RouteEndpoint> routes) =>
    [
        .. from route in routes
           where route.Metadata.GetMetadata<ActeDeRoute>() is not null && Reads(route)
           let look = route.Metadata.GetMetadata<AccesDeRoute>()
           let nobody = route.Metadata.GetMetadata<SansPersonne>()
           let wrong = (look, nobody) switch
           {
               (null, null) => "declares no look",
               (not null, not null) => "shows somebody and nobody at once",
               (_, { Raison.Length: < 8 }) => "shows nobody without a reason",
               ({ Nature: NatureAcces.Dossier }, _) when route.RoutePattern.GetParameter("id") is null => "opens a record without an id",
               (null, _) when Answered(route).SelectMany(type => Named(type, [])).FirstOrDefault(IsPersonal) is { } name => $"says it shows nobody and answers {name}",
               _ => null,
           }
           where wrong is not null
           select $"{Name(route)} {wrong}",
    ];

    /// <summary>Acts that no route does.</summary>
    public static IReadOnlyList<Acte> Idle(IEnumerable<RouteEndpoint> routes, IEnumerable<Acte> actes) =>
        [.. actes.Except(routes.Select(r => r.Metadata.GetMetadata<ActeDeRoute>()?.Acte).OfType<Acte>())];

    /// <summary>The act that a route declares is the one its policy asks for.</summary>
    private static IEnumerable<string> Missing(RouteEndpoint route)
    {
        var acte = route.Metadata.GetMetadata<ActeDeRoute>()?.Acte;
        var open = route.Metadata.GetMetadata<RouteOuverte>();
        if (acte is null && open is null)
            yield return "declares no act";
        if (acte is not null && open is not null)
            yield return "is open and closed at once";
        if (acte is not null && !Asked(route).Contains(acte.Value))
            yield return $"declares {acte} and does not ask for it";
        if (open is { Raison.Length: < 10 })
            yield return "is open without a reason";
        if (open is not null && route.Metadata.GetMetadata<IAllowAnonymous>() is null)
            yield return "says it is open and is not";
        if (IsPage(route))
            yield break;
        if (route.Metadata.GetMetadata<IEndpointNameMetadata>() is not { EndpointName.Length: > 3 } named || !char.IsLower(named.EndpointName[0]))
            yield return "has no operationId";
        if (!IsFrench(route.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary))
            yield return "has no French summary";
    }

    public static bool IsFrench(string? summary) =>
        summary is { Length: >= 8 } && char.IsUpper(summary[0]) && !summary.Split(' ', ',', ';', '.').Any(word => English.Contains(word.ToLowerInvariant()));

    public static string Name(RouteEndpoint route) =>
        $"{string.Join(',', route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])} {route.RoutePattern.RawText}";

    private static IEnumerable<Acte> Asked(RouteEndpoint route) =>
        route.Metadata.OfType<AuthorizationPolicy>().SelectMany(p => p.Requirements).OfType<ActeRequirement>().Select(r => r.Acte);

    private static bool Reads(RouteEndpoint route) => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true;

    private static IEnumerable<Type> Answered(RouteEndpoint route) => route.Metadata.OfType<IProducesResponseTypeMetadata>().Select(p => p.Type).OfType<Type>();

    /// <summary>The members of an answer, however deep.</summary>
    private static IEnumerable<string> Named(Type type, HashSet<Type> seen)
    {
        if (type.IsGenericType || type.IsArray)
            return (type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments()).SelectMany(t => Named(t, seen));
        if (type.Namespace?.StartsWith("Masp.", StringComparison.Ordinal) != true || type.IsEnum || !seen.Add(type))
            return [];
        return type.GetProperties().SelectMany(p => Named(p.PropertyType, seen).Append($"{type.Name}.{p.Name}"));
    }

    private static bool IsPersonal(string member) =>
        member.Contains("Beneficiaire", StringComparison.Ordinal) || member.EndsWith(".Prenom", StringComparison.Ordinal) || member.EndsWith(".DateNaissance", StringComparison.Ordinal);

    /// <summary>The pages of the client: no operation of the API.</summary>
    private static bool IsPage(RouteEndpoint route) => route.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is { ExcludeFromDescription: true };
}
