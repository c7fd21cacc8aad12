using Masp.Testing.Postgres;
using Npgsql;

namespace Masp.Browser.Tests.Socle;

public sealed class PostgresDeTestTests(PostgresDeTest postgres)
{
    [Fact]
    public async Task What_one_class_writes_no_other_sees()
    {
        var first = await postgres.CloneAsync();
        var second = await postgres.CloneAsync();

        await RunAsync(first, "create table trace (n int)");

        Assert.Equal(DBNull.Value, await RunAsync(second, "select to_regclass('trace')::text"));
        Assert.Equal("masp", await RunAsync(second, "select to_regnamespace('masp')::text"));
        await postgres.DropAsync(first);
        await postgres.DropAsync(second);
    }

    [Fact]
    public async Task A_content_is_made_at_most_once_and_copied()
    {
        var times = 0;
        Task FillAsync(BaseClonee draft)
        {
            times++;
            return RunAsync(draft, "create table trace (n int)");
        }

        var clones = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => postgres.CloneAsync("trace", FillAsync)));

        // Not at all when an earlier run left it on the server of MASP_TEST_DB.
        Assert.InRange(times, 0, 1);
        foreach (var clone in clones)
        {
            Assert.Equal("trace", await RunAsync(clone, "select to_regclass('trace')::text"));
            await postgres.DropAsync(clone);
        }
    }

    private static async Task<object?> RunAsync(BaseClonee clone, string sql)
    {
        await using var session = new NpgsqlConnection(clone.Administration);
        await session.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, session);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
