using Masp.Api.Tests.Socle;
using NodaTime;

namespace Masp.Api.Tests.Acces;

/// <summary>Programs: what their Administrateur decides of them holds at once, for the tokens they already have too.</summary>
public sealed class ProgrammesTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string Admin = "admin@herault.example";

    [Fact]
    public async Task A_program_is_made_with_a_secret_that_is_shown_once_and_kept_nowhere()
    {
        var made = await MakeAsync();
        using var programme = await SignInAsync(made);

        (await programme.GetAsync("/mesures?taille=1")).Reussie();
        Assert.DoesNotContain(made.Lire("secret"), (await (await api.PersonAsync(Admin)).GetAsync($"/programmes/{made.Lire("programme.id")}")).Reussie().Texte, StringComparison.Ordinal);
        Assert.False(await api.Sql.ReadAsync<bool>(
            $"select exists (select from acces.secrets_de_programme s where s::text like '%{made.Lire("secret")}%') or exists (select from acces.\"OpenIddictApplications\" a where a::text like '%{made.Lire("secret")}%')"));
        Assert.True(await api.Sql.ReadAsync<bool>($"select dernier_usage is not null from acces.programmes where id = '{made.Lire("programme.id")}'"));
    }

    [Fact]
    public async Task A_program_reads_what_its_scopes_say_and_writes_nothing_more()
    {
        using var programme = await SignInAsync(await MakeAsync());

        (await programme.PostAsync("/commissions", new { date = "2026-12-01" })).AssertRefused(403, "acces.refuse");
        (await programme.GetAsync("/compte")).AssertRefused(403, "acces.refuse");
        (await programme.GetAsync("/comptes")).AssertRefused(403, "acces.refuse");
    }

    [Fact]
    public async Task While_a_secret_is_replaced_both_are_good_then_only_the_new_one()
    {
        var made = await MakeAsync();
        var renewed = await ActAsync(made, "secrets");
        (await TokenAsync(made, made.Lire("secret"))).Reussie();
        (await TokenAsync(made, renewed.Lire("secret"))).Reussie();

        api.Avancer(Duration.FromDays(7));
        try
        {
            AssertRefused(await TokenAsync(made, made.Lire("secret")));
            (await TokenAsync(made, renewed.Lire("secret"))).Reussie();
            await ActAsync(made, "secrets");
            var third = await ActAsync(made, "secrets");
            AssertRefused(await TokenAsync(made, renewed.Lire("secret")));
            (await TokenAsync(made, third.Lire("secret"))).Reussie();
        }
        finally
        {
            api.Avancer(Duration.FromDays(-7));
        }
    }

    [Fact]
    public async Task Revoked_it_gets_no_token_and_the_one_it_has_is_refused()
    {
        var made = await MakeAsync();
        using var programme = await SignInAsync(made);
        (await programme.GetAsync("/mesures?taille=1")).Reussie();
        await ActAsync(made, "revocation");

        (await programme.GetAsync("/mesures?taille=1")).AssertRefused(401, "acces.authentification");
        AssertRefused(await TokenAsync(made, made.Lire("secret")));
        (await (await api.PersonAsync(Admin)).PostAsync($"/programmes/{made.Lire("programme.id")}/secrets", null, await VersionAsync(made))).AssertRefused(409, "programme.revoque");
    }

    [Fact]
    public async Task Past_its_last_day_it_gets_no_token()
    {
        var made = await MakeAsync();
        await ActAsync(made, "bornes", new { fin = ApiDeTest.Aujourdhui, adresses = Array.Empty<string>() });
        (await TokenAsync(made, made.Lire("secret"))).Reussie();

        api.Avancer(Duration.FromHours(20));
        try
        {
            AssertRefused(await TokenAsync(made, made.Lire("secret")));
        }
        finally
        {
            api.Avancer(Duration.FromHours(-20));
        }
    }

    [Fact]
    public async Task From_a_network_that_is_not_its_own_it_gets_no_token_and_uses_none()
    {
        var made = await MakeAsync();
        using var programme = await SignInAsync(made);
        (await programme.GetAsync("/mesures?taille=1")).Reussie();

        await ActAsync(made, "bornes", new { fin = (string?)null, adresses = new[] { "192.0.2.0/24", "2001:db8::/32" } });
        (await programme.GetAsync("/mesures?taille=1")).AssertRefused(401, "acces.authentification");
        AssertRefused(await TokenAsync(made, made.Lire("secret")));
        await ActAsync(made, "bornes", new { fin = (string?)null, adresses = new[] { "192.0.2.0/24", "127.0.0.0/8" } });
        (await programme.GetAsync("/mesures?taille=1")).Reussie();
    }

    [Fact]
    public async Task An_unknown_program_a_wrong_secret_and_none_are_told_the_same()
    {
        var made = await MakeAsync();

        AssertRefused(await TokenAsync(made, "faux"));
        AssertRefused(await TokenAsync("masp-inconnu", made.Lire("secret")));
        AssertRefused(await TokenAsync(ApiDeTest.ProgrammeIntegrateur, made.Lire("secret")));
    }

    [Fact]
    public async Task A_way_of_asking_that_is_not_ours_is_refused_in_the_words_of_its_RFC()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "password", ["client_id"] = "x", ["client_secret"] = "y" });

        var answer = await api.Anonyme.SendAsync(HttpMethod.Post, "/connect/token", form);

        Assert.Equal((400, "unsupported_grant_type"), ((int)answer.Statut, answer.Lire("error")));
    }

    [Theory]
    [InlineData("""{"nom":"X","scopes":[]}""", "programme.portees-invalides", "scopes")]
    [InlineData("""{"nom":"X","scopes":["masp.exports","masp.lecture"]}""", "programme.portees-invalides", "scopes")]
    [InlineData("""{"nom":"X","scopes":["masp.ecriture"]}""", "programme.portees-invalides", "scopes")]
    [InlineData("""{"nom":"X","scopes":["masp.administration"]}""", "programme.portees-invalides", "scopes")]
    [InlineData("""{"nom":"","scopes":["masp.lecture"]}""", "programme.nom-invalide", "nom")]
    [InlineData("""{"nom":"X","scopes":["masp.lecture"],"adresses":["partout"]}""", "programme.adresse-invalide", "adresses")]
    [InlineData("""{"nom":"X","scopes":["masp.lecture"],"adresses":[null]}""", "programme.adresse-invalide", "adresses")]
    [InlineData("""{"nom":"X","scopes":["masp.lecture"],"role":"administrateur"}""", "champ.invalide", "role")]
    public async Task What_a_program_may_not_be_is_refused_beside_its_field(string body, string code, string field)
    {
        var before = await api.Sql.ReadAsync<long>("select count(*) from acces.\"OpenIddictApplications\"");

        (await (await api.PersonAsync(Admin)).PostAsync("/programmes", body)).AssertRefused(400, code, field);
        Assert.Equal(before, await api.Sql.ReadAsync<long>("select count(*) from acces.\"OpenIddictApplications\""));
    }

    [Fact]
    public async Task A_program_of_another_departement_is_not_there()
    {
        var made = await MakeAsync();
        await api.Sql.WriteAsync($"update acces.programmes set departement_code = '30' where id = '{made.Lire("programme.id")}'");
        var admin = await api.PersonAsync(Admin);

        (await admin.GetAsync($"/programmes/{made.Lire("programme.id")}")).AssertRefused(404, "programme.introuvable");
        (await admin.PostAsync($"/programmes/{made.Lire("programme.id")}/revocation", null, ("If-Match", "\"1\""))).AssertRefused(404, "programme.introuvable");
    }

    private static void AssertRefused(Reponse answer)
    {
        Assert.Equal(401, (int)answer.Statut);
        Assert.Equal("invalid_client", answer.Lire("error"));
    }

    private async Task<Reponse> MakeAsync() =>
        (await (await api.PersonAsync(Admin)).PostAsync("/programmes", new { nom = "Entrepôt d'essai", scopes = new[] { "masp.lecture" } })).Reussie();

    private async Task<(string Name, string Value)> VersionAsync(Reponse made) => await (await api.PersonAsync(Admin)).VersionAsync($"/programmes/{made.Lire("programme.id")}");

    /// <summary>By somebody who signs in for it: days may have gone by since.</summary>
    private async Task<Reponse> ActAsync(Reponse made, string act, object? body = null)
    {
        using var admin = await Appelant.PersonAsync(api.Address, Admin);
        var path = $"/programmes/{made.Lire("programme.id")}";
        return (await admin.PostAsync($"{path}/{act}", body, await admin.VersionAsync(path))).Reussie();
    }

    private Task<Reponse> TokenAsync(Reponse made, string secret) => TokenAsync(made.Lire("programme.clientId"), secret);

    private Task<Reponse> TokenAsync(string clientId, string secret) => Appelant.AskTokenAsync(api.Address, clientId, secret, "masp.lecture");

    private async Task<Appelant> SignInAsync(Reponse made) => Appelant.WithToken(api.Address, (await TokenAsync(made, made.Lire("secret"))).Reussie().Lire("access_token"));
}
