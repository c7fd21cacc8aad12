using Masp.Postgres;

namespace Masp.Browser.Tests.Client;

public sealed class ClientTests(ClientDeTest client) : IClassFixture<ClientDeTest>
{
    [Fact]
    public async Task Every_test_of_the_client_passes()
    {
        var (passed, failed) = await client.RunTestsAsync();

        Assert.True(failed.Count == 0, string.Join("\n\n", failed));
        Assert.True(passed > 0, "Vitest found no test.");
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("typecheck")]
    [InlineData("types:check")]
    [InlineData("format:check")]
    [InlineData("lint:api")]
    public async Task The_client_is_clean(string script)
    {
        var result = await client.RunAsync(script);

        Assert.True(result.Succeeded, result.Output);
    }

    [Fact]
    public async Task A_contract_that_leaves_a_parameter_unexplained_is_refused()
    {
        var contract = Path.Combine(RepositoryRoot.Find(), "openapi.yaml");
        var lines = await File.ReadAllLinesAsync(contract, TestContext.Current.CancellationToken);
        var planted = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(planted, lines.Where(line => line != "          description: Identifiant (UUID)."), TestContext.Current.CancellationToken);

            var result = await client.RunAsync("lint:api", "--", planted);

            Assert.False(result.Succeeded);
            Assert.Contains("parameter-description", result.Output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(planted);
        }
    }

    [Fact]
    public void A_failing_test_and_a_file_that_does_not_load_are_named()
    {
        const string report = """
            {"testResults":[
              {"name":"/client/src/a.test.ts","status":"failed","message":"","assertionResults":[
                {"status":"passed","fullName":"argent écrit un montant","failureMessages":[]},
                {"status":"failed","fullName":"argent refuse un texte","failureMessages":["expected 1 to be 2"]}]},
              {"name":"/client/src/b.test.ts","status":"failed","message":"cannot find ./absent","assertionResults":[]}]}
            """;

        var (passed, failed) = ClientDeTest.Read(report);

        Assert.Equal(1, passed);
        Assert.Equal(["/client/src/b.test.ts: cannot find ./absent", "argent refuse un texte: expected 1 to be 2"], failed);
    }
}
