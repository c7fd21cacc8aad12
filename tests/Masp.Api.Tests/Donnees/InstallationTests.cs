using Masp.Infrastructure.Donnees;
using Masp.Testing.Postgres;
using Npgsql;

namespace Masp.Api.Tests.Donnees;

/// <summary>Several databases of one server are made ready at once: roles are the server's, and are changed by one at a time.</summary>
public sealed class InstallationTests(BaseDeTest test) : IClassFixture<BaseDeTest>
{
    private const int EnMemeTemps = 6;

    [Fact]
    public async Task Databases_prepared_at_once_are_all_ready()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var names = Enumerable.Range(0, EnMemeTemps).Select(i => $"{test.Base.Nom}_{i}").ToList();
        try
        {
            foreach (var name in names)
                await RunAsync(test.Base.Administration, $"create database {name} template template0");
            var password = new NpgsqlConnectionStringBuilder(test.Base.Application).Password!;

            var ready = await Task.WhenAll(names.Select(name => Task.Run(() => MaspDatabase.PrepareAsync(On(name), password, cancellation), cancellation)));

            foreach (var connection in ready)
                Assert.Equal("off", await RunAsync(connection, "select current_setting('jit') from pg_tables where schemaname = 'masp' and tablename = 'mesures'"));
        }
        finally
        {
            foreach (var name in names)
                await RunAsync(test.Base.Administration, $"drop database if exists {name} with (force)");
        }
    }

    private string On(string name) => new NpgsqlConnectionStringBuilder(test.Base.Administration) { Database = name, Pooling = false }.ConnectionString;

    private static async Task<object?> RunAsync(string way, string sql)
    {
        await using var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(way) { Pooling = false }.ConnectionString);
        await session.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, session);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
