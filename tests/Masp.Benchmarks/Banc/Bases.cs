using System.Globalization;
using System.Security.Cryptography;
using Masp.Demonstration;
using Masp.Infrastructure.Donnees;
using Masp.Postgres;
using NodaTime;
using Npgsql;
using Spectre.Console;

namespace Masp.Benchmarks.Banc;

/// <summary>A database with about so many running Mesures, and the two ways into it.</summary>
internal sealed record BaseMesuree(string Nom, int EnCours, string Administration, string Application);

/// <summary>The PostgreSQL of the run, as the application has it (every commit reaches the disk), and its databases.</summary>
internal sealed class Bases : IAsyncDisposable
{
    /// <summary>Last day lived by the data, and the day of the clock.</summary>
    public static readonly LocalDate Jour = new(2026, 3, 16);

    // Loopback only, in a folder thrown away: nothing here is worth a secret.
    private const string MotDePasse = "masp-app-de-mesure";

    // What is measured is how many a second: the looks are counted as always, and never too many.
    private const string SansLimite =
        """
        select set_config('masp.departement', '34', false), set_config('masp.utilisateur', gen_random_uuid()::text, false);
        insert into masp.quotas select '34', 'Integrateur', nature, 1000000000 from unnest(array['dossiers', 'recherches', 'exports']) as nature
        """;

    private readonly EmbeddedPostgres _server;
    private readonly string _folder;
    private readonly bool _keep;

    private Bases(EmbeddedPostgres server, string folder, bool keep)
    {
        _server = server;
        _folder = folder;
        _keep = keep;
    }

    public int Port => _server.Port;

    public static async Task<Bases> StartAsync(Options options)
    {
        var folder = options.Donnees ?? Path.Combine(Path.GetTempPath(), "masp-mesures-" + RandomNumberGenerator.GetHexString(8, lowercase: true));
        Directory.CreateDirectory(folder);
        var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(folder) { Progress = Say });
        return new Bases(server, folder, keep: options.Donnees is not null);
    }

    /// <summary>The demonstration, lived with so many running Mesures.</summary>
    public Task<BaseMesuree> LiveAsync(int enCours) => MakeAsync($"masp_{enCours}", enCours, "template0", async draft =>
    {
        await MaspDatabase.PrepareAsync(draft.Administration, MotDePasse);
        await DemonstrationComplete.InstallAsync(draft.Administration, draft.Application, Jour, enCours, new Progress<string>(Say));
        await Sql.RunAsync(draft.Administration, SansLimite);
    });

    /// <summary>The rows of another database, several times over: quicker than living as many lives, and the same to the planner.</summary>
    public Task<BaseMesuree> MultiplyAsync(BaseMesuree source, int fois) => MakeAsync(
        string.Create(CultureInfo.InvariantCulture, $"masp_{source.EnCours * fois}"), source.EnCours * fois, source.Nom,
        draft => Sql.RunAsync(draft.Administration, Multiplication.Sql(fois)));

    /// <summary>A copy that a work may write to.</summary>
    public async Task<BaseMesuree> CopyAsync(BaseMesuree source, string nom, string sql)
    {
        NpgsqlConnection.ClearAllPools();
        await Sql.RunAsync(_server.ConnectionString, $"drop database if exists {nom} with (force)");
        return await MakeAsync(nom, source.EnCours, source.Nom, draft => Sql.RunAsync(draft.Administration, sql));
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _server.StopAsync();
        if (_keep)
            return;
        await EmbeddedPostgres.EraseAsync(_folder);
        Directory.Delete(_folder, recursive: true);
    }

    public static void Say(string sentence) => AnsiConsole.WriteLine(sentence);

    private async Task<BaseMesuree> MakeAsync(string nom, int enCours, string template, Func<BaseMesuree, Task> fill)
    {
        var made = At(nom, enCours);
        if (await Sql.RunAsync(_server.ConnectionString, $"select 1 from pg_database where datname = '{nom}'") is not null)
            return made;

        Say($"Base {nom}…");
        NpgsqlConnection.ClearAllPools();
        var draft = At(nom + "_ebauche", enCours);
        await Sql.RunAsync(_server.ConnectionString, $"drop database if exists {draft.Nom} with (force)");
        await Sql.RunAsync(_server.ConnectionString, $"create database {draft.Nom} template {template}");
        await fill(draft);
        await Sql.RunAsync(draft.Administration, "vacuum analyze");
        NpgsqlConnection.ClearAllPools();
        await Sql.RunAsync(_server.ConnectionString, $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{draft.Nom}'");
        await Sql.RunAsync(_server.ConnectionString, $"alter database {draft.Nom} rename to {nom}");
        return made;
    }

    private BaseMesuree At(string nom, int enCours)
    {
        var administration = new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Database = nom }.ConnectionString;
        return new BaseMesuree(nom, enCours, administration, MaspDatabase.AsApp(administration, MotDePasse));
    }
}
