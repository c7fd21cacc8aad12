using System.Security.Cryptography;
using System.Text;
using Masp.Postgres;

namespace Masp.Local.Client;

/// <summary>The built client, <c>client/dist</c>.</summary>
public static class ClientBuild
{
    private const string Stamp = ".masp-sources";

    private static readonly string[] NotSources = ["node_modules", "dist", "coverage", ".verrou"];

    /// <summary>Builds the client unless <c>dist</c> was made from these very sources.</summary>
    /// <returns>The folder to serve.</returns>
    /// <exception cref="EmbeddedPostgresException">Node is missing, the registry is out of reach, or the sources do not build.</exception>
    public static async Task<string> EnsureAsync(CancellationToken cancellationToken = default)
    {
        var client = Path.Combine(RepositoryRoot.Find(), "client");
        var dist = Path.Combine(client, "dist");
        var stamp = Path.Combine(dist, Stamp);
        var sources = await HashAsync(client, cancellationToken);
        if (IsMadeFrom(stamp, sources))
            return dist;

        await NpmPackages.InstallAsync(client, cancellationToken);
        using var turn = await FolderLock.TakeAsync(Path.Combine(client, ".verrou"), cancellationToken);
        if (IsMadeFrom(stamp, sources))
            return dist;
        var build = await Commands.RunAsync([Commands.Npm(), "run", "build"], client, cancellationToken);
        if (!build.Succeeded)
            throw new EmbeddedPostgresException($"Le client ne se construit pas (npm run build dans {client}) :\n{build.Excerpt}");
        await File.WriteAllTextAsync(stamp, sources, cancellationToken);
        return dist;
    }

    private static bool IsMadeFrom(string stamp, string sources) => File.Exists(stamp) && File.ReadAllText(stamp) == sources;

    private static async Task<string> HashAsync(string client, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Sources(client).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(client, file)));
            hash.AppendData(await File.ReadAllBytesAsync(file, cancellationToken));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Sources(string client) =>
        Directory.EnumerateFileSystemEntries(client)
            .Where(entry => !NotSources.Contains(Path.GetFileName(entry)))
            .SelectMany(entry => Directory.Exists(entry) ? Directory.EnumerateFiles(entry, "*", SearchOption.AllDirectories) : [entry]);
}
