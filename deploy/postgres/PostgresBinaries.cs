using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Masp.Postgres;

/// <summary>The server's programs, from the npm package pinned by <c>deploy/postgres/package-lock.json</c>.</summary>
internal sealed class PostgresBinaries
{
    private const string Stamp = ".masp-pret";

    private readonly string _native;

    private PostgresBinaries(string native) => _native = native;

    public string Program(string name) => Path.Combine(_native, "bin", OperatingSystem.IsWindows() ? name + ".exe" : name);

    public static async Task<PostgresBinaries> EnsureAsync(ServerAccount account, Action<string>? progress, CancellationToken cancellationToken)
    {
        var package = Path.Combine(RepositoryRoot.Find(), "deploy", "postgres");
        var modules = Path.Combine(package, "node_modules");
        var version = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(package, "package-lock.json"), cancellationToken)));
        var platform = Path.Combine(modules, "@embedded-postgres", Platform());

        if (!IsReady(modules, version))
        {
            using var turn = await FolderLock.TakeAsync(Path.Combine(package, ".verrou"), cancellationToken);
            if (!IsReady(modules, version))
            {
                progress?.Invoke("téléchargement des programmes de PostgreSQL (npm)");
                await InstallAsync(package, platform, cancellationToken);
                await File.WriteAllTextAsync(Path.Combine(modules, Stamp), version, cancellationToken);
            }
        }

        var native = Path.Combine(platform, "native");
        return new PostgresBinaries(await ReachableAsync(native, version, account, cancellationToken));
    }

    private static bool IsReady(string folder, string version)
    {
        var stamp = Path.Combine(folder, Stamp);
        return File.Exists(stamp) && File.ReadAllText(stamp) == version;
    }

    private static async Task InstallAsync(string package, string platform, CancellationToken cancellationToken)
    {
        var install = await Commands.RunAsync([Commands.Npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"], package, cancellationToken);
        if (!install.Succeeded || !Directory.Exists(platform))
            throw new EmbeddedPostgresException(
                $"« npm ci » a échoué dans {package} : vérifiez l'accès au registre npm (npm config get registry), puis relancez.\n{install.Excerpt}");

        // The archive format of npm has no symbolic links: the package makes them afterwards, and npm holds install scripts back.
        var links = await Commands.RunAsync(["node", Path.Combine("scripts", "hydrate-symlinks.js")], platform, cancellationToken);
        if (!links.Succeeded)
            throw new EmbeddedPostgresException($"Les bibliothèques de PostgreSQL n'ont pas pu être reliées : {links.Output}");
    }

    private static async Task<string> ReachableAsync(string native, string version, ServerAccount account, CancellationToken cancellationToken)
    {
        if (await account.CanReachAsync(Path.Combine(native, "bin", "postgres"), cancellationToken))
            return native;

        var copy = ServerAccount.InOpenFolder($"postgres-{version[..12]}");
        using var turn = await FolderLock.TakeAsync(copy + ".verrou", cancellationToken);
        if (!IsReady(copy, version))
        {
            var result = await Commands.RunAsync(["cp", "-a", native + "/.", copy], null, cancellationToken);
            if (!result.Succeeded)
                throw new EmbeddedPostgresException($"Les programmes de PostgreSQL n'ont pas pu être copiés dans {copy} : {result.Output}");
            await File.WriteAllTextAsync(Path.Combine(copy, Stamp), version, cancellationToken);
        }

        return copy;
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var processor = RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 when system != "windows" => "arm64",
            var other => throw new EmbeddedPostgresException(
                $"Aucun PostgreSQL embarqué pour {system} {other} : installez PostgreSQL 15 ou plus récent et donnez ConnectionStrings__Masp."),
        };
        return $"{system}-{processor}";
    }
}
