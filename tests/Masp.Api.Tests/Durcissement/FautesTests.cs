using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Masp.Api.Tests.Socle;

namespace Masp.Api.Tests.Durcissement;

/// <summary>When something really breaks, whoever calls is told a reference and nothing else.</summary>
public sealed partial class FautesTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private static readonly string[] Members = ["code", "detail", "errors", "status", "title", "traceId", "type"];

    private static readonly string[] Indiscretions =
        ["select ", "insert ", "relation", "column", "masp.", "acces.", "journal.", "Npgsql", "Postgres", "SQL", "42P01", "   at ", " in /", ".cs:", "Exception", "System.", "Microsoft.", "Host=", "Password"];

    [Fact]
    public async Task A_database_that_is_broken_is_told_by_no_route()
    {
        var integrateur = await api.IntegrateurAsync();
        var routes = api.Routes.Where(r => !r.Pattern.Contains("calculs", StringComparison.Ordinal)).ToList();
        await api.Sql.WriteAsync("alter schema masp rename to perdu");
        var (faults, indiscreet) = (0, new List<string>());
        try
        {
            foreach (var (method, pattern) in routes)
            {
                var path = Parameter().Replace(pattern, Guid.CreateVersion7(DateTimeOffset.UnixEpoch).ToString());
                var answer = await integrateur.SendAsync(new HttpMethod(method), path, method == "GET" ? null : Appelant.Content("{}"), ("If-Match", "\"1\""));
                indiscreet.AddRange(Indiscreet(answer).Select(what => $"{method} {pattern}: {what}"));
                faults += (int)answer.Statut == 500 ? 1 : 0;
            }
        }
        finally
        {
            await WriteAsNobodyAsync("alter schema perdu rename to masp");
        }

        Assert.Empty(indiscreet);
        Assert.True(faults > 15, $"Only {faults} routes met the fault.");
    }

    [Fact]
    public void A_planted_answer_that_says_more_is_refused() => Assert.Equal(
        ["stack", "relation", "masp.", "Npgsql"],
        Indiscreet(new Reponse(
            System.Net.HttpStatusCode.InternalServerError,
            """{"type":"about:blank","title":"Erreur interne","status":500,"detail":"Npgsql : relation masp.mesures","code":"erreur.interne","traceId":"x","stack":"x"}""",
            null, "application/problem+json")));

    private static List<string> Indiscreet(Reponse answer)
    {
        if ((int)answer.Statut < 500)
            return [];
        var body = answer.Corps as JsonObject ?? [];
        var told = body.Select(m => m.Key).Except(Members).ToList();
        told.AddRange(Indiscretions.Where(word => answer.Texte.Contains(word, StringComparison.Ordinal)));
        if (answer.Code != "erreur.interne" || body["traceId"] is null || body["errors"] is not null)
            told.Add($"not the shape of a fault: {answer.Texte}");
        return told;
    }

    // The triggers of the trade are away with its schema: nobody has to be told who acts.
    private async Task WriteAsNobodyAsync(string sql)
    {
        await using var session = new Npgsql.NpgsqlConnection(api.Base.Administration);
        await session.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand(sql, session);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
