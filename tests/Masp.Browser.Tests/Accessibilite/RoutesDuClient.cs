using System.Text.RegularExpressions;
using Masp.Domain.Acces;
using Masp.Postgres;

namespace Masp.Browser.Tests.Accessibilite;

/// <summary>One page of the client's router.</summary>
/// <param name="Chemin">As the router writes it: <c>/demandes/$demandeId</c>.</param>
/// <param name="Acte">What one must be allowed to do to see it; null for the page before sign-in.</param>
public sealed record Ecran(string Chemin, Acte? Acte);

/// <summary>The pages of the client and its dialogs, read from its sources: what a test visits is not a list kept beside them.</summary>
public static partial class RoutesDuClient
{
    private static string Sources => Path.Combine(RepositoryRoot.Find(), "client", "src");

    public static IReadOnlyList<Ecran> Ecrans { get; } = ReadEcrans(string.Concat(FilesOf("routes", "*.ts").Select(File.ReadAllText)));

    /// <summary>Files that draw a dialog, a drawer or a menu, by name.</summary>
    public static IReadOnlyList<string> Dialogues { get; } =
        [.. FilesOf(".", "*.tsx").Where(f => !f.EndsWith(".test.tsx", StringComparison.Ordinal) && Dialogue().IsMatch(File.ReadAllText(f))).Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    /// <param name="sources">The files of <c>src/routes</c>, end to end.</param>
    internal static IReadOnlyList<Ecran> ReadEcrans(string sources)
    {
        var routes = Route().Matches(sources).ToDictionary(m => m.Groups["nom"].Value, m => m);
        return
        [
            .. routes.Values
                .Where(r => r.Groups["reste"].Value.Contains("lazyRouteComponent", StringComparison.Ordinal))
                .Select(r => new Ecran(PathOf(r), r.Groups["acte"].Success ? Enum.Parse<Acte>(r.Groups["acte"].Value, ignoreCase: true) : null))
                .OrderBy(e => e.Chemin, StringComparer.Ordinal),
        ];

        string PathOf(Match route) =>
            (routes.TryGetValue(route.Groups["parent"].Value, out var parent) ? PathOf(parent) : string.Empty) + route.Groups["chemin"].Value;
    }

    private static IEnumerable<string> FilesOf(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Sources, folder), pattern, SearchOption.AllDirectories);

    [GeneratedRegex(@"export const (?<nom>\w+) = createRoute\(\{\s*getParentRoute: \(\) => (?<parent>\w+),\s*path: '(?<chemin>[^']*)',(\s*staticData: \{ acte: '(?<acte>\w+)' \},)?(?<reste>.*?)\n\}\);", RegexOptions.Singleline)]
    private static partial Regex Route();

    [GeneratedRegex(@"<(ActDialog|Modal|Drawer|Menu|Popover|Spotlight)\b")]
    private static partial Regex Dialogue();
}
