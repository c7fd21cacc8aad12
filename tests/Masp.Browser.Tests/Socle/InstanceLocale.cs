using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Masp.Postgres;

namespace Masp.Browser.Tests.Socle;

/// <summary>One run of the local program, as a process of its own.</summary>
internal sealed class InstanceLocale : IDisposable
{
    private const string LastLine = "Ctrl-C arrête tout";

    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource _up = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private InstanceLocale(Process process) => _process = process;

    public string Output
    {
        get
        {
            lock (_lines)
                return string.Join('\n', _lines);
        }
    }

    /// <summary>Starts it and waits until it says it is up, or gives up.</summary>
    public static async Task<InstanceLocale> StartAsync(string folder, int port, params string[] more)
    {
        var info = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Masp.Local.dll"), "--donnees", folder, "--port", port.ToString(CultureInfo.InvariantCulture), .. more,
        ];
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);

        var instance = new InstanceLocale(new Process { StartInfo = info });
        instance._process.OutputDataReceived += (_, line) => instance.Keep(line.Data);
        instance._process.ErrorDataReceived += (_, line) => instance.Keep(line.Data);
        instance._process.Start();
        instance._process.BeginOutputReadLine();
        instance._process.BeginErrorReadLine();
        await Task.WhenAny(instance._up.Task, instance.ExitedAsync());
        return instance;
    }

    /// <returns>The exit code.</returns>
    public async Task<int> ExitedAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void Kill() => _process.Kill();

    public async Task<int> TerminateAsync()
    {
        await Commands.RunAsync(["kill", "-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)], null, TestContext.Current.CancellationToken);
        return await ExitedAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_lines)
            _lines.Add(line);
        if (line.Contains(LastLine, StringComparison.Ordinal))
            _up.TrySetResult();
    }
}
