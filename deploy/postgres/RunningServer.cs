using System.Globalization;

namespace Masp.Postgres;

/// <summary>A server that another process has up: looked at, never stopped.</summary>
public static class RunningServer
{
    // PostgreSQL writes its port on the fourth line of this file.
    private const int PortLine = 3;

    /// <returns>The superuser's connection string; null when no server runs on that folder.</returns>
    public static string? Find(string dataDirectory)
    {
        var pointer = Path.Combine(dataDirectory, "emplacement");
        var location = File.Exists(pointer) ? File.ReadAllText(pointer).Trim() : dataDirectory;
        var pid = Path.Combine(location, "cluster", "postmaster.pid");
        var password = Path.Combine(location, "mot-de-passe");
        if (!File.Exists(pid) || !File.Exists(password) || !IsHeld(Path.Combine(dataDirectory, "verrou")))
            return null;
        var lines = File.ReadAllLines(pid);
        return lines.Length > PortLine && int.TryParse(lines[PortLine], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? EmbeddedPostgres.ConnectionStringOf(port, File.ReadAllText(password).Trim())
            : null;
    }

    /// <summary>What a crash left behind is not running: nobody holds its lock.</summary>
    private static bool IsHeld(string path)
    {
        using var taken = FolderLock.TryTake(path);
        return taken is null;
    }
}
