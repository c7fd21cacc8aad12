using Masp.Api.Tests.Socle;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;

namespace Masp.Api.Tests.Durcissement;

/// <summary>What the reading of the run's log finds, when there is something to find.</summary>
public sealed class TracesSansNomTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string Cherche = "Vidourlet";

    [Fact]
    public void A_planted_name_is_found_as_a_word_and_as_no_part_of_one() => Assert.Equal(
        ["Information la personne Vidourlet", "Warning (Vidourlet)"],
        TracesDeLExecution.Found(["Information la personne Vidourlet", "Information Vidourletteries", "Warning (Vidourlet)", "Information rien"], [Cherche, "Zoé"]));

    [Fact]
    public async Task What_is_searched_for_is_not_in_the_log() => Assert.Empty(TracesDeLExecution.Found(await SearchAsync([]), [Cherche]));

    [Fact]
    public async Task Left_to_itself_the_server_would_have_written_it() =>
        Assert.NotEmpty(TracesDeLExecution.Found(await SearchAsync(["--Serilog:MinimumLevel:Override:Microsoft.AspNetCore.Hosting.Diagnostics=Information"]), [Cherche]));

    private async Task<IReadOnlyList<string>> SearchAsync(string[] args)
    {
        var lines = new TracesDeTest(LogEventLevel.Information);
        await using var application = MaspApi.Build([.. TracesDeLExecution.ToutesLesTraces, .. args], new MaspApiOptions
        {
            ConnectionString = api.Base.Application,
            Url = "http://127.0.0.1:0",
            Scelle = false,
            Configure = builder => builder.Services.AddSingleton<ILogEventSink>(lines),
        });
        await application.StartAsync(TestContext.Current.CancellationToken);
        using var agent = await Appelant.PersonAsync(new Uri(application.Urls.Single()), "agent@herault.example");
        (await agent.GetAsync($"/recherche?q={Cherche}")).Reussie();
        Assert.NotEmpty(lines.Lignes);
        return lines.Lignes;
    }
}
