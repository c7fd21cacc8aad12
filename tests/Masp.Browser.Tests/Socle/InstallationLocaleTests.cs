using Masp.Postgres;

namespace Masp.Browser.Tests.Socle;

public sealed class InstallationLocaleTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("masp-local-").FullName;

    [Fact]
    public async Task What_was_killed_comes_up_again_with_its_data_and_stops_when_told()
    {
        var port = InstanceLocale.FreePort();
        string secret;
        using (var first = await InstanceLocale.StartAsync(_folder, port, "--sans-demo"))
        {
            await ReachAsync(port, first);
            secret = await SecretAsync();
            first.Kill();
            await first.ExitedAsync();
        }

        using var again = await InstanceLocale.StartAsync(_folder, port, "--sans-demo");
        await ReachAsync(port, again);

        // What a restart costs is what it makes anew: nothing.
        Assert.Equal(secret, await SecretAsync());
        Assert.Equal(0, await again.TerminateAsync());
        Assert.Empty(Directory.EnumerateFiles(Data(), "postmaster.pid", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Two_instances_stand_side_by_side_but_not_on_one_folder_nor_on_one_port()
    {
        var (port, otherPort) = (InstanceLocale.FreePort(), InstanceLocale.FreePort());
        using var first = await InstanceLocale.StartAsync(Path.Combine(_folder, "un"), port, "--sans-demo");
        using var second = await InstanceLocale.StartAsync(Path.Combine(_folder, "deux"), otherPort, "--sans-demo");
        await ReachAsync(port, first);
        await ReachAsync(otherPort, second);

        using var sameFolder = await InstanceLocale.StartAsync(Path.Combine(_folder, "un"), InstanceLocale.FreePort());
        using var samePort = await InstanceLocale.StartAsync(Path.Combine(_folder, "trois"), port);

        Assert.Equal((1, 1), (await sameFolder.ExitedAsync(), await samePort.ExitedAsync()));
        Assert.Contains("sert déjà à une autre instance", Unwrap(sameFolder.Output), StringComparison.Ordinal);
        Assert.Contains("est pris par un autre programme", Unwrap(samePort.Output), StringComparison.Ordinal);
        await Task.WhenAll(first.TerminateAsync(), second.TerminateAsync());
    }

    public async ValueTask DisposeAsync()
    {
        // As root the data lie elsewhere than in a temporary folder, which is closed to the server's account.
        foreach (var data in Directory.GetDirectories(_folder, "postgresql", SearchOption.AllDirectories))
            await EmbeddedPostgres.EraseAsync(data);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Where PostgreSQL's files are: as root, not in a temporary folder, which is closed to its account.</summary>
    private string Data()
    {
        var folder = Path.Combine(_folder, "postgresql");
        var pointer = Path.Combine(folder, "emplacement");
        return File.Exists(pointer) ? File.ReadAllText(pointer) : folder;
    }

    /// <summary>Drawn once, when the data are created.</summary>
    private Task<string> SecretAsync() => File.ReadAllTextAsync(Path.Combine(Data(), "mot-de-passe"), TestContext.Current.CancellationToken);

    private static async Task ReachAsync(int port, InstanceLocale instance)
    {
        Assert.Contains($"http://localhost:{port}", instance.Output, StringComparison.Ordinal);
        using var client = new HttpClient();
        Assert.Contains("<html", await client.GetStringAsync(new Uri($"http://localhost:{port}/"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    // The message stands in a frame, folded at the width of the screen.
    private static string Unwrap(string output) => string.Join(' ', output.Split(['\n', '│', ' '], StringSplitOptions.RemoveEmptyEntries));
}
