using System.Text.Json;
using Masp.Api.Commun;
using Masp.Api.OpenApi;
using Masp.Architecture.Tests.Fichiers;
using Masp.Architecture.Tests.Routes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Code = Masp.Api.OpenApi.Contrat;

namespace Masp.Architecture.Tests.Contrat;

public sealed class ContratTests(AppDEssai app) : IClassFixture<AppDEssai>
{
    private const string Rewrite = "dotnet run --project src/Masp.Api -- contrat openapi.yaml";

    [Fact]
    public async Task The_committed_contract_is_what_the_code_produces()
    {
        var committed = await File.ReadAllTextAsync(Path.Combine(Depot.Root, "openapi.yaml"), TestContext.Current.CancellationToken);

        Assert.Null(Difference(committed, await Code.WriteAsync(app.Services)));
    }

    [Fact]
    public async Task A_planted_change_is_named_by_its_line()
    {
        var produced = await Code.WriteAsync(app.Services);

        Assert.StartsWith("Line 3 ", Difference(produced.Replace("title: Masp", "title: Autre", StringComparison.Ordinal), produced), StringComparison.Ordinal);
        Assert.NotNull(Difference(produced + "x:\n", produced));
    }

    [Fact]
    public void The_example_of_each_call_is_a_body_that_it_reads()
    {
        var bodies = Bodies();

        foreach (var (operation, json) in Exemples.ParOperation)
            Assert.NotNull(JsonSerializer.Deserialize(json, bodies[operation], ReponseJson.Options));
    }

    [Fact]
    public void A_planted_example_with_an_unknown_field_is_refused() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{ "date": "2022-01-20", "heure": 9 }""", Bodies()["ouvrirCommission"], ReponseJson.Options));

    private Dictionary<string, Type> Bodies() => (
        from description in app.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items.SelectMany(g => g.Items)
        let body = description.ParameterDescriptions.FirstOrDefault(p => p.Source == BindingSource.Body)
        let name = description.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().FirstOrDefault()?.EndpointName
        where body is not null && name is not null
        select (name, body.Type)).ToDictionary(p => p.name, p => p.Type);

    /// <returns>Null when both say the same.</returns>
    private static string? Difference(string committed, string produced)
    {
        var (ours, theirs) = (committed.ReplaceLineEndings("\n").Split('\n'), produced.Split('\n'));
        for (var i = 0; i < Math.Max(ours.Length, theirs.Length); i++)
        {
            if (ours.ElementAtOrDefault(i) != theirs.ElementAtOrDefault(i))
                return $"Line {i + 1} of openapi.yaml says « {ours.ElementAtOrDefault(i)} », the code « {theirs.ElementAtOrDefault(i)} ». To accept: {Rewrite}";
        }

        return null;
    }
}
