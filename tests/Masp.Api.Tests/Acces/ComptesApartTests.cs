using Masp.Infrastructure.Donnees;
using Masp.Testing.Postgres;
using Npgsql;

namespace Masp.Api.Tests.Acces;

/// <summary>Accounts, keys and tokens are read before anybody acts: a role of their own stands where no policy can.</summary>
public sealed class ComptesApartTests(BaseDeTest test) : IClassFixture<BaseDeTest>
{
    private const string Open =
        """
        select array(select c.relname::text from pg_class c
          where c.relnamespace = 'acces'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
            and (has_table_privilege('masp_app', c.oid, 'select, insert, update, delete') or has_any_column_privilege('masp_app', c.oid, 'select'))
          order by 1)
        """;

    private const string Tables = "select array(select tablename::text from pg_tables where schemaname = 'acces' order by 1)";

    [Fact]
    public async Task Who_runs_the_trade_reads_no_account()
    {
        await using var session = await OpenAsync(test.Base.Application);
        foreach (var table in await AskAsync<string[]>(test.Base.Administration, Tables))
        {
            foreach (var sql in new[] { $"select count(*) from acces.\"{table}\"", $"delete from acces.\"{table}\"" })
            {
                await using var command = new NpgsqlCommand(sql, session);
                var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
            }
        }

        Assert.Empty(await AskAsync<string[]>(test.Base.Administration, Open));
    }

    [Fact]
    public async Task Who_reads_the_accounts_reads_nothing_of_the_trade()
    {
        var acces = MaspDatabase.AsAcces(test.Base.Application);

        Assert.Equal(MaspDatabase.Acces, await AskAsync<string>(acces, "select current_user::text"));
        Assert.Equal(0L, await AskAsync<long>(acces, "select count(*) from acces.utilisateurs"));
        Assert.False(await AskAsync<bool>(acces, "select has_schema_privilege('masp', 'usage')"));
        Assert.False(await AskAsync<bool>(acces, "select has_table_privilege('acces.migrations', 'select')"));
    }

    [Fact]
    public async Task An_account_that_is_left_open_to_the_trade_is_seen()
    {
        await using var session = await OpenAsync(test.Base.Administration);
        await using var undone = await session.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var grant = new NpgsqlCommand("grant select on acces.utilisateurs to masp_app", session))
            await grant.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(Open, session);

        Assert.Equal(["utilisateurs"], (string[])(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!);
    }

    private static async Task<T> AskAsync<T>(string way, string sql)
    {
        await using var session = await OpenAsync(way);
        await using var command = new NpgsqlCommand(sql, session);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task<NpgsqlConnection> OpenAsync(string way)
    {
        var session = new NpgsqlConnection(way);
        await session.OpenAsync(TestContext.Current.CancellationToken);
        return session;
    }
}
