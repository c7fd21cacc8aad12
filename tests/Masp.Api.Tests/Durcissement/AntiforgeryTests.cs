using System.Text.RegularExpressions;
using Masp.Api.Tests.Socle;

namespace Masp.Api.Tests.Durcissement;

/// <summary>A cookie goes along with whatever a foreign page makes a browser send: alone, it changes nothing, by no route.</summary>
public sealed partial class AntiforgeryTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string Agent = "agent@herault.example";

    private IEnumerable<(string Method, string Path)> Changing =>
        api.Routes.Where(r => r.Method is not ("GET" or "HEAD")).Select(r => (r.Method, Parameter().Replace(r.Pattern, Guid.Empty.ToString())));

    [Fact]
    public async Task A_cookie_without_its_token_changes_nothing_by_any_route()
    {
        using var foreign = await Appelant.PersonAsync(api.Address, Agent, avecJeton: false);

        await api.Sql.UnchangedAsync(() => RefusedEverywhereAsync(foreign));

        (await foreign.GetAsync("/session")).Reussie();
    }

    [Fact]
    public async Task The_token_of_another_session_is_worth_no_more_than_none()
    {
        var other = (await (await api.PersonAsync("decideur@herault.example")).GetAsync("/session")).Reussie().Lire("jetonAntiforgery");
        using var foreign = await Appelant.PersonAsync(api.Address, Agent, avecJeton: false);

        await api.Sql.UnchangedAsync(() => RefusedEverywhereAsync(foreign, ("X-CSRF-TOKEN", other)));
    }

    [Fact]
    public async Task With_its_token_no_route_takes_a_cookie_for_a_foreign_one()
    {
        using var person = await Appelant.PersonAsync(api.Address, Agent);
        var refused = new List<string>();
        foreach (var (method, path) in Changing.Where(r => r.Method != "DELETE"))
        {
            if ((await SendAsync(person, method, path)).Code == "acces.jeton-antiforgery")
                refused.Add(path);
        }

        Assert.Empty(refused);
    }

    private async Task RefusedEverywhereAsync(Appelant foreign, params (string Name, string Value)[] headers)
    {
        var routes = Changing.ToList();
        Assert.True(routes.Count > 20, $"Only {routes.Count} routes change something.");
        foreach (var (method, path) in routes)
            (await SendAsync(foreign, method, path, headers)).AssertRefused(400, "acces.jeton-antiforgery");
    }

    private static Task<Reponse> SendAsync(Appelant caller, string method, string path, params (string Name, string Value)[] headers) =>
        caller.SendAsync(new HttpMethod(method), path, Appelant.Content("{}"), [("If-Match", "\"1\""), .. headers]);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
