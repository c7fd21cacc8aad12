using Masp.Postgres;

namespace Masp.Architecture.Tests.Fichiers;

/// <summary>The files somebody wrote, by their path from the root.</summary>
internal static class Depot
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "dist", "coverage", ".git", ".donnees", ".vs", ".idea", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = RepositoryRoot.Find();

    /// <summary>Everything but what tools leave beside it.</summary>
    public static IReadOnlyList<Fichier> All { get; } = [.. Walk(new DirectoryInfo(Root)).Select(f => Fichier.Read(Root, f.FullName))];

    public static IEnumerable<Fichier> Code { get; } = [.. All.Where(f => f.Extension is ".cs" or ".ts" or ".tsx" or ".sql" or ".css" && !f.IsGenerated)];

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.GetFiles().Where(f => IsText(f.Extension) && f.Name is not (".git" or ".verrou"))
            .Concat(folder.GetDirectories().Where(d => !NotOurs.Contains(d.Name) && d.LinkTarget is null).SelectMany(Walk));

    private static bool IsText(string extension) => extension is not (".png" or ".jpg" or ".ico" or ".woff2" or ".gz" or ".pdf");
}

/// <param name="Path">From the root, with slashes.</param>
internal sealed record Fichier(string Path, IReadOnlyList<string> Lines)
{
    public string Extension => System.IO.Path.GetExtension(Path);

    /// <summary>Written by a tool from something that is itself kept: its length is not ours.</summary>
    public bool IsGenerated => Path.Contains("/Migrations/", StringComparison.Ordinal)
        || Path is "openapi.yaml" or "client/src/api/schema.d.ts" || Path.EndsWith("package-lock.json", StringComparison.Ordinal);

    public static Fichier Read(string root, string path) =>
        new(System.IO.Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllLines(path));
}
