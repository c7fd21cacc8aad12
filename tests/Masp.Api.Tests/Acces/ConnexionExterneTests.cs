using System.Net;
using Masp.Api.Tests.Acces.Fournisseurs;
using Masp.Api.Tests.Socle;
using Microsoft.AspNetCore.Builder;

namespace Masp.Api.Tests.Acces;

/// <summary>Signing in by an outside provider: one that is real, and one that is wrong in one thing at a time.</summary>
public sealed class ConnexionExterneTests(ApiDeTest api) : IClassFixture<ApiDeTest>, IAsyncLifetime
{
    private FournisseurOpenIddict? _provider;
    private WebApplication? _masp;

    private FournisseurOpenIddict Provider => _provider!;

    private Uri Masp => new(_masp!.Urls.Single());

    public async ValueTask InitializeAsync()
    {
        _provider = await FournisseurOpenIddict.StartAsync(api.Base.Administration);
        _masp = await ReplicaAsync(Provider.Address);
        await Provider.RegisterAsync(Masp);
    }

    public async ValueTask DisposeAsync()
    {
        await _masp!.DisposeAsync();
        await Provider.DisposeAsync();
        await api.Sql.WriteAsync("delete from acces.\"OpenIddictTokens\"; delete from acces.\"OpenIddictAuthorizations\"; delete from acces.\"OpenIddictApplications\" where client_id = 'masp'");
    }

    [Fact]
    public async Task An_invited_person_enters_by_the_provider_the_first_time_by_a_verified_address_then_by_its_name_for_them()
    {
        using var invite = await Invite.AttendAsync(api, "intervenant");
        Provider.Personne = ("sub-" + invite.Id, invite.Identifiant, true);

        var (landed, browser) = await EnterAsync(Masp, "/mesures?lot=1");
        Assert.Equal("/mesures?lot=1", landed.PathAndQuery);
        Assert.Equal(invite.Identifiant, (await browser.GetAsync("/session")).Reussie().Lire("utilisateur.identifiant"));
        Assert.Equal(("S256", "code"), (Provider.Demande!.CodeChallengeMethod, Provider.Demande.ResponseType));
        Assert.False(string.IsNullOrEmpty(Provider.Demande.Nonce));
        Assert.False(string.IsNullOrEmpty(Provider.Demande.CodeChallenge));

        Provider.Personne = ("sub-" + invite.Id, "autre.adresse@essai.example", false);
        var (_, again) = await EnterAsync(Masp);
        Assert.Equal(invite.Identifiant, (await again.GetAsync("/session")).Reussie().Lire("utilisateur.identifiant"));
        Assert.Equal(1, await api.Sql.ReadAsync<long>($"select count(*) from acces.\"AspNetUserLogins\" where user_id = '{invite.Id}'"));
    }

    [Fact]
    public async Task Nobody_gets_an_account_by_the_provider()
    {
        var accounts = await api.Sql.ReadAsync<long>("select count(*) from acces.utilisateurs");
        Provider.Personne = ("sub-inconnu", "inconnue@essai.example", true);

        await AssertRefusedAsync("inconnu");
        Assert.Equal(accounts, await api.Sql.ReadAsync<long>("select count(*) from acces.utilisateurs"));
    }

    [Fact]
    public async Task An_address_that_the_provider_does_not_answer_for_opens_nothing()
    {
        using var invite = await Invite.AttendAsync(api, "intervenant");
        Provider.Personne = ("sub-" + invite.Id, invite.Identifiant, false);

        await AssertRefusedAsync("inconnu");
    }

    [Fact]
    public async Task An_address_given_to_somebody_else_since_does_not_hand_the_account_over()
    {
        using var invite = await Invite.AttendAsync(api, "intervenant");
        Provider.Personne = ("sub-" + invite.Id, invite.Identifiant, true);
        await EnterAsync(Masp);

        Provider.Personne = ("sub-nouveau-venu", invite.Identifiant, true);
        await AssertRefusedAsync("inconnu");
    }

    [Fact]
    public async Task A_closed_account_stays_closed()
    {
        using var invite = await Invite.AttendAsync(api, "intervenant");
        await api.Sql.WriteAsync($"update acces.utilisateurs set desactive_le = now() where id = '{invite.Id}'");
        Provider.Personne = ("sub-" + invite.Id, invite.Identifiant, true);

        await AssertRefusedAsync("ferme");
    }

    [Fact]
    public async Task Who_must_have_a_second_factor_is_asked_for_it_after_the_provider()
    {
        using var invite = await Invite.EntreAsync(api);
        Provider.Personne = ("sub-" + invite.Id, invite.Identifiant, true);
        var (landed, browser) = await EnterAsync(Masp, "/mesures");

        Assert.Equal("/connexion?etape=code&retour=%2Fmesures", landed.PathAndQuery);
        (await browser.GetAsync("/session")).AssertRefused(401, "acces.authentification");
        (await browser.PostAsync("/session/second-facteur", new { code = invite.Code(1) })).Reussie();
        (await browser.GetAsync("/session")).Reussie();
    }

    [Fact]
    public async Task Where_the_provider_stands_for_both_factors_none_is_asked_for()
    {
        await using var masp = await ReplicaAsync(Provider.Address, "--Acces:OpenIdConnect:VautSecondFacteur=true");
        var address = new Uri(masp.Urls.Single());
        await api.Sql.WriteAsync("delete from acces.\"OpenIddictApplications\" where client_id = 'masp'");
        await Provider.RegisterAsync(address);
        using var invite = await Invite.AttendAsync(api);
        Provider.Personne = ("sub-" + invite.Id, invite.Identifiant, true);

        var (_, browser) = await EnterAsync(address);
        (await browser.GetAsync("/session")).Reussie();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_says_where_to_end_it_there()
    {
        using var invite = await Invite.AttendAsync(api, "intervenant");
        Provider.Personne = ("sub-" + invite.Id, invite.Identifiant, true);
        var (_, browser) = await EnterAsync(Masp);
        browser.Carrying((await browser.GetAsync("/session")).Reussie().Lire("jetonAntiforgery"));

        var exit = new Uri((await browser.DeleteAsync("/session")).Reussie().Lire("adresse"));
        Assert.Equal(new Uri(Provider.Address).Port, exit.Port);
        (await browser.GetAsync("/session")).AssertRefused(401, "acces.authentification");
        using var http = new HttpClient();
        using var answer = await http.GetAsync(exit, TestContext.Current.CancellationToken);
        Assert.Equal($"{Masp.Authority}/connexion", answer.RequestMessage!.RequestUri!.Authority + answer.RequestMessage.RequestUri.AbsolutePath);
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example/")]
    [InlineData("/\\ailleurs.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task The_way_back_leads_nowhere_else(string retour)
    {
        using var invite = await Invite.AttendAsync(api, "intervenant");
        Provider.Personne = ("sub-" + invite.Id, invite.Identifiant, true);

        Assert.Equal(new Uri(Masp, "/"), (await EnterAsync(Masp, retour)).Landed);
    }

    [Fact]
    public async Task A_false_state_and_a_stolen_code_open_nothing()
    {
        using var browser = Appelant.Visitor(Masp);
        foreach (var path in new[] { "/connect/externe?code=x&state=forge", "/connect/externe", "/connect/externe?error=access_denied" })
            Assert.Equal(HttpStatusCode.Found, (await browser.SendAsync(HttpMethod.Get, path, null)).Statut);
        (await browser.GetAsync("/session")).AssertRefused(401, "acces.authentification");
    }

    [Theory]
    [InlineData(Faute.Nonce)]
    [InlineData(Faute.Audience)]
    [InlineData(Faute.Emetteur)]
    [InlineData(Faute.Signature)]
    [InlineData(Faute.SansSignature)]
    [InlineData(Faute.Expire)]
    [InlineData(Faute.PasEncore)]
    [InlineData(Faute.AutreSujet)]
    [InlineData(Faute.InfoFaussementSignee)]
    public async Task A_provider_that_is_wrong_in_one_thing_opens_nothing_and_does_once_it_is_right(Faute faute)
    {
        await using var provider = await FournisseurFautif.StartAsync(api.Telephones);
        await using var masp = await ReplicaAsync(provider.Address);
        using var invite = await Invite.AttendAsync(api, "intervenant");
        await api.Sql.WriteAsync("delete from acces.\"AspNetUserLogins\"");
        var address = new Uri(masp.Urls.Single());
        (provider.Email, provider.Faute) = (invite.Identifiant, faute);

        var (landed, outside) = await EnterAsync(address);
        Assert.Equal("/connexion?refus=fournisseur", landed.PathAndQuery);
        (await outside.GetAsync("/session")).AssertRefused(401, "acces.authentification");
        provider.Faute = Faute.Aucune;
        (await (await EnterAsync(address)).Browser.GetAsync("/session")).Reussie();
    }

    private Task<WebApplication> ReplicaAsync(string authority, params string[] more) => api.ReplicaAsync(
        null,
        [
            $"--Acces:OpenIdConnect:Autorite={authority}", $"--Acces:OpenIdConnect:ClientId={FournisseurOpenIddict.ClientId}", $"--Acces:OpenIdConnect:ClientSecret={FournisseurOpenIddict.Secret}", .. more,
        ]);

    private async Task AssertRefusedAsync(string reason)
    {
        var (landed, browser) = await EnterAsync(Masp);
        Assert.Equal($"/connexion?refus={reason}", landed.PathAndQuery);
        (await browser.GetAsync("/session")).AssertRefused(401, "acces.authentification");
    }

    /// <summary>A browser that leaves for the provider and follows wherever it is sent.</summary>
    /// <returns>Where it landed, and the same browser.</returns>
    private static async Task<(Uri Landed, Appelant Browser)> EnterAsync(Uri masp, string retour = "/")
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies, MaxAutomaticRedirections = 10 };
        using var http = new HttpClient(handler);
        using var answer = await http.GetAsync(new Uri(masp, "/api/v1/session/externe?retour=" + Uri.EscapeDataString(retour)), TestContext.Current.CancellationToken);
        return (answer.RequestMessage!.RequestUri!, Appelant.Visitor(masp, cookies));
    }
}
