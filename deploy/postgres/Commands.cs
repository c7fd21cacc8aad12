using System.ComponentModel;
using System.Diagnostics;

namespace Masp.Postgres;

/// <param name="Output">Standard output, then standard error.</param>
public sealed record CommandResult(int ExitCode, string Output)
{
    private const int LinesShown = 10;

    public bool Succeeded => ExitCode == 0;

    /// <summary>The first and the last lines: tools say what is wrong at either end, and how they are used in between.</summary>
    public string Excerpt
    {
        get
        {
            var lines = Output.Split('\n');
            return lines.Length <= 2 * LinesShown ? Output : string.Join('\n', [.. lines.Take(LinesShown), "…", .. lines.TakeLast(LinesShown)]);
        }
    }
}

/// <summary>Runs the tools the house leans on: npm, PostgreSQL's own programs.</summary>
public static class Commands
{
    /// <returns>The full path of a program, or null when it is not installed.</returns>
    public static string? OnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(OperatingSystem.IsWindows() ? [] : ["/usr/bin", "/bin", "/usr/sbin", "/sbin"])
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    /// <returns>The full path of npm.</returns>
    /// <exception cref="EmbeddedPostgresException">Node.js is not installed.</exception>
    public static string Npm() =>
        OnPath(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
        ?? throw new EmbeddedPostgresException("npm est introuvable : installez Node.js 20.19 ou plus récent (https://nodejs.org), puis relancez.");

    /// <summary>Runs a program to its end. Standard input is closed at once: no tool may wait for an answer.</summary>
    /// <exception cref="EmbeddedPostgresException">The program cannot be started at all.</exception>
    public static async Task<CommandResult> RunAsync(IReadOnlyList<string> command, string? folder, CancellationToken cancellationToken = default)
    {
        using var process = new Process { StartInfo = StartInfo(command, folder) };
        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            throw new EmbeddedPostgresException($"La commande « {command[0]} » ne peut pas être lancée : {missing.Message}", missing);
        }

        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new CommandResult(process.ExitCode, (await output + await errors).Trim());
    }

    internal static ProcessStartInfo StartInfo(IReadOnlyList<string> command, string? folder)
    {
        var info = new ProcessStartInfo(command[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder ?? Path.GetPathRoot(Environment.CurrentDirectory)!,
        };
        foreach (var argument in command.Skip(1))
            info.ArgumentList.Add(argument);
        // A PG* variable of the caller would change what PostgreSQL's programs work on.
        foreach (var name in info.Environment.Keys.Where(key => key.StartsWith("PG", StringComparison.Ordinal)).ToList())
            info.Environment.Remove(name);
        return info;
    }
}
