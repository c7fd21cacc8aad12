using System.Globalization;

namespace Masp.Local;

/// <summary>
/// <c>dotnet run</c> passes signals on, except the one nobody can: killed outright, it would leave this program holding the port and the data.
/// </summary>
internal sealed class ParentWatch : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly Timer _timer;

    private ParentWatch(int parent, Action gone) =>
        _timer = new Timer(
            _ =>
            {
                if (Parent() != parent)
                    gone();
            },
            null, Pace, Pace);

    /// <returns>Null when something else started this program: a shell may well end before what it started.</returns>
    public static ParentWatch? OfDotnetRun(Action gone)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var parent = Parent();
        var command = File.ReadAllText($"/proc/{parent}/cmdline").Split('\0');
        return Path.GetFileName(command[0]) == "dotnet" && command.Contains("run") ? new ParentWatch(parent, gone) : null;
    }

    public void Dispose() => _timer.Dispose();

    // The second field of stat is the name in brackets, which may hold spaces; the parent is the second after it.
    private static int Parent()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
