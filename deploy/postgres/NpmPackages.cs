using System.Security.Cryptography;

namespace Masp.Postgres;

/// <summary>The packages of a folder, as its lock file pins them: of the client, of the documents.</summary>
public static class NpmPackages
{
    private const string Stamp = ".masp-pret";

    /// <summary>Runs <c>npm ci</c> unless the packages are already those of the lock file. Two programs may ask at once.</summary>
    /// <exception cref="EmbeddedPostgresException">Node is missing, or the registry is out of reach.</exception>
    public static async Task InstallAsync(string folder, CancellationToken cancellationToken = default)
    {
        var wanted = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(folder, "package-lock.json"), cancellationToken)));
        var stamp = Path.Combine(folder, "node_modules", Stamp);
        if (Read(stamp) == wanted)
            return;
        using var turn = await FolderLock.TakeAsync(Path.Combine(folder, ".verrou"), cancellationToken);
        if (Read(stamp) == wanted)
            return;
        var install = await Commands.RunAsync([Commands.Npm(), "ci", "--no-audit", "--no-fund"], folder, cancellationToken);
        if (!install.Succeeded)
            throw new EmbeddedPostgresException(
                $"« npm ci » a échoué dans {folder} : vérifiez l'accès au registre npm (npm config get registry), puis relancez.\n{install.Excerpt}");
        await File.WriteAllTextAsync(stamp, wanted, cancellationToken);
    }

    private static string? Read(string file) => File.Exists(file) ? File.ReadAllText(file) : null;
}
