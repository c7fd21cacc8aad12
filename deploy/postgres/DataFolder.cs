using System.Security.Cryptography;
using System.Text;

namespace Masp.Postgres;

/// <summary>One server's folder: <c>cluster/</c>, the superuser's password, the log, and the lock that keeps a second process out.</summary>
internal sealed class DataFolder : IDisposable
{
    public const string MajorVersion = "18";
    private const string Pointer = "emplacement";

    private readonly FileStream _lock;

    private DataFolder(string path, string location, FileStream held)
    {
        Path = path;
        Location = location;
        _lock = held;
    }

    /// <summary>The folder asked for.</summary>
    public string Path { get; }

    /// <summary>Where the files are: the folder asked for, or, as root, one that the server's account can reach.</summary>
    public string Location { get; }

    public string Cluster => System.IO.Path.Combine(Location, "cluster");
    public string Log => System.IO.Path.Combine(Location, "postgresql.log");

    /// <summary>Shown in the title of each process of this server, so that they are found again after their parent died.</summary>
    public string ClusterName => "masp-" + Hash(Cluster);

    private string PasswordFile => System.IO.Path.Combine(Location, "mot-de-passe");

    public static async Task<DataFolder> OpenAsync(string path, ServerAccount account, CancellationToken cancellationToken)
    {
        path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(path);
        var held = FolderLock.TryTake(System.IO.Path.Combine(path, "verrou"))
            ?? throw new EmbeddedPostgresException($"Le dossier {path} sert déjà à une autre instance : arrêtez-la, ou donnez un autre dossier.");
        try
        {
            var pointer = System.IO.Path.Combine(path, Pointer);
            var location = path;
            if (File.Exists(pointer))
                location = (await File.ReadAllTextAsync(pointer, cancellationToken)).Trim();
            else if (!await IsUsableAsync(path, account, cancellationToken))
            {
                if (Directory.Exists(System.IO.Path.Combine(path, "cluster")))
                    throw new EmbeddedPostgresException($"Les données de {path} sont celles d'un autre compte : relancez sous ce compte, ou donnez un autre dossier.");
                // A clone that stood here before and was removed left its data there: they are not this one's.
                location = ServerAccount.InOpenFolder("donnees-" + Hash(path));
                Directory.Delete(location, recursive: true);
                await File.WriteAllTextAsync(pointer, location, cancellationToken);
            }

            Directory.CreateDirectory(location);
            return new DataFolder(path, location, held);
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    public bool IsInitialised()
    {
        var version = System.IO.Path.Combine(Cluster, "PG_VERSION");
        if (!File.Exists(version))
            return false;
        var found = File.ReadAllText(version).Trim();
        return found == MajorVersion
            ? true
            : throw new EmbeddedPostgresException(
                $"Le dossier {Path} contient des données de PostgreSQL {found}, le programme est en version {MajorVersion} : "
                + "donnez un autre dossier, ou sauvegardez (pg_dump) puis réinitialisez.");
    }

    /// <summary>Writes a new password; <c>initdb</c> reads it from the returned file.</summary>
    public string RenewPassword()
    {
        File.Delete(PasswordFile);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(PasswordFile, options);
        file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))));
        return PasswordFile;
    }

    public string Password() =>
        File.Exists(PasswordFile)
            ? File.ReadAllText(PasswordFile).Trim()
            : throw new EmbeddedPostgresException($"Le fichier {PasswordFile} manque : sans lui les données ne s'ouvrent pas. Remettez-le, ou réinitialisez.");

    /// <summary>Erases everything but the lock, which stays held.</summary>
    public void Empty()
    {
        foreach (var root in new[] { Location, Path }.Distinct())
        {
            foreach (var folder in Directory.GetDirectories(root))
                Directory.Delete(folder, recursive: true);
            foreach (var file in Directory.GetFiles(root).Where(file => file != _lock.Name))
                File.Delete(file);
        }

        if (Location != Path)
            Directory.Delete(Location);
    }

    public void Dispose() => _lock.Dispose();

    private static async Task<bool> IsUsableAsync(string path, ServerAccount account, CancellationToken cancellationToken)
    {
        await account.OwnAsync(path, cancellationToken);
        return await account.CanReachAsync(path, cancellationToken);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
