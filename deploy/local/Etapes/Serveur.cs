using Masp.Postgres;
using Npgsql;

namespace Masp.Local.Etapes;

/// <summary>The PostgreSQL this instance works on, and the name of its database there.</summary>
internal sealed class Serveur : IAsyncDisposable
{
    public const string VariableName = "ConnectionStrings__Masp";

    private const int OldestMajorVersion = 15;

    private readonly EmbeddedPostgres? _embedded;
    private readonly NpgsqlConnectionStringBuilder _administration;

    private Serveur(EmbeddedPostgres? embedded, string administration, string database)
    {
        _embedded = embedded;
        _administration = new NpgsqlConnectionStringBuilder(administration);
        Base = database;
    }

    /// <summary>Name of the application's database.</summary>
    public string Base { get; }

    /// <summary>An outside server's databases are not ours to create, rename or erase.</summary>
    public bool IsOurs => _embedded is not null;

    /// <summary>Completes when the server is gone; never for an outside one.</summary>
    public Task Exited => _embedded?.Exited ?? Task.Delay(Timeout.Infinite);

    public string Administration(string database) => new NpgsqlConnectionStringBuilder(_administration.ConnectionString) { Database = database }.ConnectionString;

    public static async Task<Serveur> StartAsync(LocalOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(VariableName) is { Length: > 0 } given)
            return options.Reset
                ? throw new LocalFailure($"--reset n'efface pas la base donnée par {VariableName} : videz-la vous-même, puis relancez sans --reset.")
                : await ConnectAsync(given, cancellationToken);

        var folder = Path.Combine(options.Donnees, "postgresql");
        if (options.Reset)
        {
            progress.Report("effacement des données");
            await EmbeddedPostgres.EraseAsync(folder, cancellationToken);
        }

        var embedded = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(folder) { Progress = progress.Report }, cancellationToken);
        return new Serveur(embedded, embedded.ConnectionString, "masp");
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_embedded is not null)
            await _embedded.DisposeAsync();
    }

    private static async Task<Serveur> ConnectAsync(string given, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = new NpgsqlConnection(given);
            await session.OpenAsync(cancellationToken);
            return session.PostgreSqlVersion.Major >= OldestMajorVersion
                ? new Serveur(null, given, session.Database)
                : throw new LocalFailure($"La base de {VariableName} est en PostgreSQL {session.PostgreSqlVersion}, il faut {OldestMajorVersion} ou plus récent.");
        }
        catch (Exception failure) when (failure is NpgsqlException or ArgumentException)
        {
            throw new LocalFailure($"La base donnée par {VariableName} ne répond pas : {failure.Message}\nCorrigez la variable, ou retirez-la pour utiliser le PostgreSQL du programme.");
        }
    }
}
