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
    public async Task The_client_is_clean(string script)
    {
        var result = await client.RunAsync(script);

        Assert.True(result.Succeeded, result.Output);
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
