using System.Text.RegularExpressions;

namespace Masp.Architecture.Tests.Fichiers;

/// <summary>What a file may not hold, as "path:line what". Words that would find this very file are written in two pieces.</summary>
internal static partial class ReglesDesFichiers
{
    public const int LinesAtMost = 300;

    private static readonly Regex Unfinished = new(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b", RegexOptions.Compiled);

    private static readonly Regex PackageHosts = new(
        @"https?://[^\s""']*(np" + @"mjs\.|nu" + @"get\.org|np" + @"mmirror|yarn" + @"pkg|py" + @"pi\.|artifac" + @"tory|jf" + @"rog|pkgs\.dev" + @"\.azure|/nex" + @"us/|/repos" + @"itory/)",
        RegexOptions.Compiled | RegexOptions.IgnoreCase);

    // The repository speaks of the product: neither of tools that write text nor of folders outside of it.
    private static readonly Regex Making = new(
        @"co-auth" + @"ored-by|\bch" + @"atgpt\b|\bop" + @"enai\b|\banth" + @"ropic\b|\bco" + @"pilot\b|language mo" + @"del|\bll" + @"ms?\b|\bpro" + @"mpt engineering\b|/wo" + @"rk/|\.\./sha" + @"red/|notes/br" + @"ief",
        RegexOptions.Compiled | RegexOptions.IgnoreCase);

    public static IReadOnlyList<string> TooLong(IEnumerable<Fichier> files) =>
        [.. files.Where(f => f.Lines.Count > LinesAtMost).Select(f => $"{f.Path}: {f.Lines.Count} lines")];

    public static IReadOnlyList<string> LeftUnfinished(IEnumerable<Fichier> files) => Where(files, Unfinished.IsMatch);

    public static IReadOnlyList<string> NamedPackageHosts(IEnumerable<Fichier> files) => Where(files, PackageHosts.IsMatch);

    public static IReadOnlyList<string> ToldOfItsMaking(IEnumerable<Fichier> files) => Where(files, Making.IsMatch);

    /// <summary>A comment is a sentence; one that ends like a statement is code put to sleep.</summary>
    public static IReadOnlyList<string> CommentedOut(IEnumerable<Fichier> files) =>
        [.. files.Where(f => f.Extension != ".css").SelectMany(f => Where([f], line => IsSleepingCode(line, f.Extension == ".sql" ? "--" : "//")))];

    private static bool IsSleepingCode(string line, string comment)
    {
        var text = line.TrimStart();
        return text.StartsWith(comment, StringComparison.Ordinal) && !text.StartsWith("///", StringComparison.Ordinal) && Statement().IsMatch(text[2..].Trim());
    }

    private static IReadOnlyList<string> Where(IEnumerable<Fichier> files, Func<string, bool> refused) =>
        [.. from file in files from line in file.Lines.Index() where refused(line.Item) select $"{file.Path}:{line.Index + 1} {line.Item.Trim()}"];

    [GeneratedRegex(@"(^[{}\])]+[;,)]*$)|(;$)|(^(var|let|const|return|await|using|import|if|for|foreach|while|public|private|internal)\b.*[;{(]$)|(^<[A-Z]\w*[^>]*/>$)")]
    private static partial Regex Statement();
}
