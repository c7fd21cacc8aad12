using System.Diagnostics;
using Masp.Postgres;
using Npgsql;

namespace Masp.Browser.Tests.Socle;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("masp-embedded-").FullName;

    [Fact]
    public async Task A_killed_server_is_recovered_by_the_next_start()
    {
        await using (var server = await StartAsync())
        {
            await RunAsync(server, "create table ecrit (n int); insert into ecrit values (1)");
            Process.GetProcessById(server.ProcessId).Kill();
            await server.Exited;
        }

        await using var again = await StartAsync();

        Assert.Equal(1L, await RunAsync(again, "select count(*) from ecrit"));
    }

    [Fact]
    public async Task A_server_left_running_by_a_dead_parent_gives_way_to_the_next_start()
    {
        string[] orphan;
        await using (var server = await StartAsync())
        {
            await RunAsync(server, "create table ecrit (n int)");
            orphan = await CommandOfAsync(server.ProcessId);
        }

        // The same command, without the guard that ends it with its parent.
        using var left = Process.Start(new ProcessStartInfo("setsid", orphan) { RedirectStandardError = true })!;
        while (await left.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("ready to accept", StringComparison.Ordinal))
        {
        }

        await using var again = await StartAsync();
        await left.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0L, await RunAsync(again, "select count(*) from ecrit"));
    }

    [Fact]
    public async Task A_folder_in_use_is_refused_and_says_what_to_do()
    {
        await using var first = await StartAsync();

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(StartAsync);

        Assert.Contains("sert déjà à une autre instance", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_of_another_version_are_left_alone()
    {
        var cluster = Directory.CreateDirectory(Path.Combine(_folder, "cluster")).FullName;
        var version = Path.Combine(cluster, "PG_VERSION");
        await File.WriteAllTextAsync(version, "16\n", TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(StartAsync);

        Assert.Contains("PostgreSQL 16", refusal.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(version));
    }

    [Fact]
    public async Task Text_sorts_the_french_way()
    {
        await using var server = await StartAsync();

        Assert.Equal("Eau,école,zone", await RunAsync(server, "select string_agg(m, ',' order by m) from unnest(array['zone','école','Eau']) m"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(_folder), TestContext.Current.CancellationToken);

    private static async Task<object?> RunAsync(EmbeddedPostgres server, string sql)
    {
        await using var session = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        await session.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, session);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The command of a running server, as the account it runs under.</summary>
    private static async Task<string[]> CommandOfAsync(int pid)
    {
        var command = (await File.ReadAllTextAsync($"/proc/{pid}/cmdline", TestContext.Current.CancellationToken)).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", .. command] : command;
    }
}
