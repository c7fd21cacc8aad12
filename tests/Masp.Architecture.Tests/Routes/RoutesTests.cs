using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Demandes;
using Masp.Application.Journal;
using Masp.Domain.Acces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Masp.Architecture.Tests.Routes;

public sealed class RoutesTests(AppDEssai app) : IClassFixture<AppDEssai>
{
    /// <summary>Acts asked for inside a use case, and where.</summary>
    private static readonly Acte[] AskedInside = [Acte.AttribuerManuellement];

    [Fact]
    public void Every_route_declares_its_name_its_summary_and_its_act()
    {
        Assert.True(app.Routes.Count > 40, "The routes were not found.");
        Assert.Empty(ReglesDesRoutes.Undeclared(app.Routes));
    }

    [Fact]
    public async Task Planted_routes_that_declare_nothing_or_the_wrong_thing_are_refused()
    {
        var builder = WebApplication.CreateSlimBuilder();
        await using var planted = builder.Build();
        planted.MapGet("/muette", () => "");
        planted.MapGet("/ouverte", () => "").WithName("lireOuverte").WithSummary("Get the list").WithMetadata(new RouteOuverte("parce que"));
        planted.MapGet("/fausse", () => "").WithName("lireFausse").WithSummary("Lire ce qui est faux").WithMetadata(new ActeDeRoute(Acte.Decider));
        var routes = ((IEndpointRouteBuilder)planted).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();

        Assert.Equal(
            [
                "GET /fausse declares Decider and does not ask for it",
                "GET /muette declares no act",
                "GET /muette has no French summary",
                "GET /muette has no operationId",
                "GET /ouverte has no French summary",
                "GET /ouverte is open without a reason",
                "GET /ouverte says it is open and is not",
            ],
            ReglesDesRoutes.Undeclared(routes).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_route_that_shows_somebody_declares_the_look() => Assert.Empty(ReglesDesRoutes.Unwatched(app.Routes));

    [Fact]
    public async Task Planted_routes_that_show_somebody_in_silence_are_refused()
    {
        await using var planted = WebApplication.CreateSlimBuilder().Build();
        planted.MapGet("/a", () => "").WithMetadata(new ActeDeRoute(Acte.LireMesures));
        planted.MapGet("/b", () => "").WithMetadata(new ActeDeRoute(Acte.LireMesures)).ShowsNobody("non");
        planted.MapGet("/c", () => "").WithMetadata(new ActeDeRoute(Acte.LireMesures)).ShowsNobody("Des nombres.").Produces<ListeDto<DemandeDto>>();
        planted.MapGet("/d", () => "").WithMetadata(new ActeDeRoute(Acte.LireMesures)).Looks(ObjetAcces.Mesure);
        planted.MapGet("/e", () => "").WithMetadata(new ActeDeRoute(Acte.LireMesures)).ShowsNobody("Des nombres.").Looks(ObjetAcces.Mesure);
        planted.MapPost("/f", () => "").WithMetadata(new ActeDeRoute(Acte.LireMesures));

        Assert.Equal(
            [
                "GET /a declares no look",
                "GET /b shows nobody without a reason",
                "GET /c says it shows nobody and answers BeneficiaireDto.Id",
                "GET /d opens a record without an id",
                "GET /e shows somebody and nobody at once",
            ],
            ReglesDesRoutes.Unwatched(((IEndpointRouteBuilder)planted).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_act_has_its_roles_and_a_route_that_does_it()
    {
        Assert.All(Enum.GetValues<Acte>(), acte => Assert.NotEmpty(Droits.RolesFor(acte)));
        Assert.Equal(AskedInside, ReglesDesRoutes.Idle(app.Routes, Enum.GetValues<Acte>()));
    }

    [Fact]
    public void A_planted_act_that_is_not_placed_and_one_that_nothing_does_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Droits.RolesFor((Acte)999));
        Assert.Equal([(Acte)999], ReglesDesRoutes.Idle(app.Routes, [Acte.Decider, (Acte)999]));
    }

    [Fact]
    public async Task Nobody_enters_without_having_signed_in()
    {
        using var http = app.Call();
        foreach (var (route, request) in Closed())
        {
            using (request)
            using (var answer = await http.SendAsync(request, TestContext.Current.CancellationToken))
                Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{route}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_role_is_refused_whatever_it_may_not_do()
    {
        using var http = app.Call(Role.Exports);
        foreach (var (route, request) in Closed().Where(c => !Droits.May(Role.Exports, c.Route.Metadata.GetMetadata<ActeDeRoute>()!.Acte)).Select(c => (ReglesDesRoutes.Name(c.Route), c.Request)))
        {
            using (request)
            using (var answer = await http.SendAsync(request, TestContext.Current.CancellationToken))
            {
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{route}: {answer.StatusCode}");
                var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
                Assert.Equal("acces.refuse", problem.GetProperty("code").GetString());
            }
        }
    }

    [Theory]
    [InlineData("GET", "/api/v1/nulle-part", null, 404, "route.introuvable")]
    [InlineData("GET", "/api/v1/nulle-part", Role.Agent, 404, "route.introuvable")]
    [InlineData("PUT", "/api/v1/demandes", null, 405, "route.methode")]
    [InlineData("PUT", "/api/v1/demandes", Role.Agent, 405, "route.methode")]
    public async Task What_does_not_exist_is_told_so(string method, string path, Role? role, int status, string code)
    {
        using var http = app.Call(role);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("/api/docs/index.html")]
    [InlineData("/api/openapi/v1.json")]
    public async Task The_contract_is_read_without_an_account(string path)
    {
        using var http = app.Call();
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private IEnumerable<(RouteEndpoint Route, HttpRequestMessage Request)> Closed() =>
        from route in app.Routes
        where route.Metadata.GetMetadata<ActeDeRoute>() is not null
        let path = string.Join('/', route.RoutePattern.PathSegments.Select(s => s.Parts[0] is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal
            ? literal.Content
            : route.RoutePattern.RawText!.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "1"))
        select (route, new HttpRequestMessage(new HttpMethod(route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]), "/" + path));
}
