using System.Collections.Concurrent;
using System.Security.Cryptography;
using Npgsql;
using Xunit;

namespace Masp.Testing.Postgres;

/// <summary>
/// The PostgreSQL of a test assembly: register it with <c>[assembly: AssemblyFixture(typeof(PostgresDeTest))]</c> and take a
/// <see cref="BaseDeTest"/> as class fixture. It starts when the first class asks, so an assembly run without database tests pays nothing.
/// </summary>
public sealed class PostgresDeTest : IAsyncLifetime
{
    private const string Migrated = "migre";

    private readonly Lazy<Task<ServeurDeTest>> _server = new(ServeurDeTest.FindAsync);
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _templates = new();

    /// <summary>A new database with the schema and nothing in it.</summary>
    public Task<BaseClonee> CloneAsync() => CloneAsync(Migrated, _ => Task.CompletedTask);

    /// <summary>A new database with the schema and what <paramref name="fill"/> puts in it; filled once per run, then copied.</summary>
    /// <param name="content">Names the content: a different filling needs a different name.</param>
    public async Task<BaseClonee> CloneAsync(string content, Func<BaseClonee, Task> fill)
    {
        var server = await _server.Value;
        var template = await _templates.GetOrAdd(content, name => new Lazy<Task<string>>(() => TemplateAsync(server, name, fill))).Value;
        var clone = new BaseClonee(server.Administration, "masp_test_" + RandomNumberGenerator.GetHexString(12, lowercase: true));
        await ExecuteAsync(server, $"create database {clone.Nom} template {template} strategy file_copy");
        return clone;
    }

    /// <summary>Drops a clone, and ends the sessions still on it.</summary>
    public async Task DropAsync(BaseClonee clone)
    {
        clone.ForgetConnections();
        await ExecuteAsync(await _server.Value, $"drop database if exists {clone.Nom} with (force)");
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
            await (await _server.Value).DisposeAsync();
    }

    /// <summary>
    /// One template at a time over the whole server: the roles are the server's, and several test processes may share that of MASP_TEST_DB.
    /// </summary>
    private static async Task<string> TemplateAsync(ServeurDeTest server, string content, Func<BaseClonee, Task> fill)
    {
        var template = $"masp_modele_{content}_{SchemaDeTest.Version}";
        await using var session = new NpgsqlConnection(server.Administration);
        await session.OpenAsync();
        await using (var turn = new NpgsqlCommand("select pg_advisory_lock(hashtext('masp_modele'))", session) { CommandTimeout = 300 })
            await turn.ExecuteNonQueryAsync();
        await using (var made = new NpgsqlCommand("select 1 from pg_database where datname = $1", session) { Parameters = { new() { Value = template } } })
            if (await made.ExecuteScalarAsync() is not null)
                return template;

        var draft = new BaseClonee(server.Administration, template + "_ebauche");
        await ExecuteAsync(server, $"drop database if exists {draft.Nom} with (force)");
        await ExecuteAsync(
            server, $"create database {draft.Nom} template template0 encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'fr-FR'");
        await SchemaDeTest.PrepareAsync(draft.Administration);
        await fill(draft);
        draft.ForgetConnections();
        await ExecuteAsync(server, $"alter database {draft.Nom} with allow_connections false");
        await ExecuteAsync(server, $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{draft.Nom}'");
        // Renamed when whole: a template whose making was interrupted is never cloned.
        await ExecuteAsync(server, $"alter database {draft.Nom} rename to {template}");
        return template;
    }

    private static async Task ExecuteAsync(ServeurDeTest server, string sql)
    {
        await using var session = new NpgsqlConnection(server.Administration);
        await session.OpenAsync();
        await using var command = new NpgsqlCommand(sql, session) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }
}
