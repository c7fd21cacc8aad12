using System.Diagnostics;
using System.Globalization;

namespace Masp.Postgres;

/// <summary>What runs, or was left behind, on a data folder whose lock is ours.</summary>
internal static class OrphanServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Stops the folder's server, orphan or not, and clears a pid file that names a stranger.</summary>
    public static async Task ClearAsync(DataFolder folder, PostgresBinaries binaries, ServerAccount account, CancellationToken cancellationToken)
    {
        var pidFile = Path.Combine(folder.Cluster, "postmaster.pid");
        // Elsewhere than on Linux PostgreSQL's own word must do; there a number in the file is only believed when its process says the same.
        if (OperatingSystem.IsLinux() ? ProcessesOf(folder).Any() : File.Exists(pidFile))
            await Commands.RunAsync(
                account.As(binaries.Program("pg_ctl"), "stop", "-D", folder.Cluster, "-m", "fast", "-w", "-t", "60"), null, cancellationToken);

        // The children outlive a killed postmaster for a moment, and the next one refuses to start while they hold its shared memory.
        await EndAsync(folder, cancellationToken);

        // After a restart of the machine the number may be anybody's, and PostgreSQL would take that process for its elder.
        if (OperatingSystem.IsLinux() && File.Exists(pidFile) && NamesALivingProcess(pidFile))
            File.Delete(pidFile);
    }

    private static async Task EndAsync(DataFolder folder, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (ProcessesOf(folder).ToList() is { Count: > 0 } left)
        {
            foreach (var process in left)
                Find(process)?.Kill();
            await pace.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>By their titles: a title is readable whoever owns the process, and empty once it is dead, even while nobody has reaped it.</summary>
    private static IEnumerable<int> ProcessesOf(DataFolder folder) =>
        !OperatingSystem.IsLinux()
            ? []
            : from entry in Directory.EnumerateDirectories("/proc")
              let pid = Number(Path.GetFileName(entry))
              where pid is not null
              let title = Title(entry)
              where title.StartsWith($"postgres: {folder.ClusterName}: ", StringComparison.Ordinal)
                  || title.Contains($"/postgres\0-D\0{folder.Cluster}\0", StringComparison.Ordinal)
              select pid.Value;

    private static bool NamesALivingProcess(string pidFile) => Number(File.ReadLines(pidFile).FirstOrDefault()) is { } pid && Find(pid) is not null;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Title(string entry)
    {
        try
        {
            return File.ReadAllText(Path.Combine(entry, "cmdline"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static Process? Find(int pid)
    {
        try
        {
            return Process.GetProcessById(pid);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
