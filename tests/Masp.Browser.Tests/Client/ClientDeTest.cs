using System.Text.Json;
using Masp.Postgres;

namespace Masp.Browser.Tests.Client;

/// <summary>The client's own checks, run by its own tools on its own packages.</summary>
public sealed class ClientDeTest : IAsyncLifetime
{
    private readonly string _client = Path.Combine(RepositoryRoot.Find(), "client");

    public async ValueTask InitializeAsync() => await NpmPackages.InstallAsync(_client, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<CommandResult> RunAsync(params string[] script) =>
        Commands.RunAsync([Commands.Npm(), "run", "--silent", .. script], _client, TestContext.Current.CancellationToken);

    /// <summary>Runs Vitest.</summary>
    /// <returns>How many tests passed, and each failing one by its full name with its first lines of explanation.</returns>
    public async Task<(int Passed, IReadOnlyList<string> Failed)> RunTestsAsync()
    {
        var report = Path.GetTempFileName();
        try
        {
            var run = await RunAsync("test", "--", "--reporter=json", "--outputFile=" + report);
            var json = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
            return json.Length > 0 ? Read(json) : (0, [run.Output]);
        }
        finally
        {
            File.Delete(report);
        }
    }

    internal static (int Passed, IReadOnlyList<string> Failed) Read(string json)
    {
        using var report = JsonDocument.Parse(json);
        var files = report.RootElement.GetProperty("testResults").EnumerateArray().ToList();
        var tests = files.SelectMany(file => file.GetProperty("assertionResults").EnumerateArray()).ToList();
        // A file that does not even load has no test to fail.
        var broken = files
            .Where(file => file.GetProperty("status").GetString() == "failed" && file.GetProperty("assertionResults").GetArrayLength() == 0)
            .Select(file => $"{file.GetProperty("name").GetString()}: {file.GetProperty("message").GetString()}");
        var failed = tests.Where(test => StatusOf(test) == "failed").Select(Describe);
        return (tests.Count(test => StatusOf(test) == "passed"), [.. broken, .. failed]);
    }

    private static string? StatusOf(JsonElement test) => test.GetProperty("status").GetString();

    private static string Describe(JsonElement test)
    {
        var reasons = test.GetProperty("failureMessages").EnumerateArray().Select(message => string.Join('\n', (message.GetString() ?? "").Split('\n').Take(6)));
        return $"{test.GetProperty("fullName").GetString()}: {string.Join('\n', reasons)}";
    }
}
