using System.Diagnostics;

namespace Masp.Postgres;

/// <summary>One running postmaster, child of this process.</summary>
internal sealed class ServerProcess
{
    private const string Ready = "database system is ready to accept connections";
    private const int LinesKept = 30;

    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<string> _lastLines = new();

    /// <summary>Completes when the server is gone, whoever stopped it.</summary>
    public Task Exited => _exited.Task;

    public int ProcessId { get; private set; }

    public string LastLines
    {
        get
        {
            lock (_lastLines)
                return string.Join('\n', _lastLines);
        }
    }

    /// <summary>Starts the server and waits for its own word that it takes connections, crash recovery included.</summary>
    /// <returns>Null when the server gave up before that; <paramref name="report"/> has its last words.</returns>
    public static async Task<ServerProcess?> StartAsync(string[] command, string logFile, Action<string> report, CancellationToken cancellationToken)
    {
        var server = new ServerProcess();
        // The kernel takes the death of the thread that started the server for the death of the parent, and pool threads come and go.
        new Thread(() => server.Run(command, logFile)) { IsBackground = true, Name = "postgres" }.Start();

        var first = await Task.WhenAny(server._ready.Task, server.Exited).WaitAsync(cancellationToken);
        await first;
        if (first == server._ready.Task)
            return server;
        report(server.LastLines);
        return null;
    }

    private void Run(string[] command, string logFile)
    {
        try
        {
            using var log = new StreamWriter(logFile, append: false) { AutoFlush = true };
            using var process = new Process { StartInfo = Commands.StartInfo(command, null) };
            process.ErrorDataReceived += (_, line) => Keep(line.Data, log);
            process.OutputDataReceived += (_, line) => Keep(line.Data, log);
            process.Start();
            ProcessId = process.Id;
            process.StandardInput.Close();
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
            process.WaitForExit();
            _exited.TrySetResult();
        }
        catch (Exception failure)
        {
            _exited.TrySetException(failure);
        }
    }

    private void Keep(string? line, StreamWriter log)
    {
        if (line is null)
            return;
        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > LinesKept)
                _lastLines.Dequeue();
            log.WriteLine(line);
        }

        if (line.Contains(Ready, StringComparison.Ordinal))
            _ready.TrySetResult();
    }
}
