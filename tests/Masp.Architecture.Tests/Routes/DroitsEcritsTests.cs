using Masp.Api.Acces;
using Masp.Architecture.Tests.Fichiers;

namespace Masp.Architecture.Tests.Routes;

/// <summary>The page a jurist reads is the rules that run.</summary>
public sealed class DroitsEcritsTests(AppDEssai app) : IClassFixture<AppDEssai>
{
    private const string Rewrite = "dotnet run --project src/Masp.Api -- droits docs/acces.md";

    [Fact]
    public async Task The_committed_page_is_what_the_rules_and_the_routes_say()
    {
        var committed = await File.ReadAllTextAsync(Path.Combine(Depot.Root, "docs/acces.md"), TestContext.Current.CancellationToken);

        Assert.True(committed.ReplaceLineEndings("\n") == TableDesDroits.Write(app.Services), $"docs/acces.md is stale: {Rewrite}");
    }

    [Fact]
    public void The_page_has_a_row_for_every_act_and_every_nature()
    {
        var page = TableDesDroits.Write(app.Services);

        Assert.All(Enum.GetValues<Domain.Acces.Acte>(), acte => Assert.Contains($"| {Domain.Acces.Mots.Of(acte)} |", page, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<Domain.Acces.NatureCible>(), nature => Assert.Contains($"| {Domain.Acces.Mots.Of(nature)} |", page, StringComparison.Ordinal));
    }
}
