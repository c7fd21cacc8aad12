using System.Text;
using Masp.Api.Tests.Socle;
using Masp.Testing.Postgres;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using OpenIddict.Validation;

namespace Masp.Api.Tests.Durcissement;

/// <summary>
/// Who comes with what is no longer worth anything, or never was: refused in the words of every refusal, nothing changed, and the attempt on record. Under
/// the name it was given to when we gave it; in the log, without a name, when nobody can say whose it is.
/// </summary>
public sealed class TentativesTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string Programme = "demo-integrateur";

    [Theory]
    [InlineData("""{"alg":"none","typ":"at+jwt"}""", "")]
    [InlineData("""{"alg":"HS256","typ":"at+jwt"}""", "c2lnbmF0dXJl")]
    public async Task A_token_that_nobody_signed_and_one_of_another_house(string header, string signature)
    {
        const string Claims =
            """{"iss":"http://127.0.0.1/","aud":"masp","sub":"demo-integrateur","exp":4102444800,"masp:departement":"34","masp:role":"Integrateur","masp:utilisateur":"017c4a1a-2500-7000-8000-000000000001","masp:portee":"masp.lecture"}""";
        using var forger = Appelant.WithToken(api.Address, $"{Encode(header)}.{Encode(Claims)}.{signature}");

        await RefusedAsync(forger, null);
    }

    [Fact]
    public async Task A_token_and_a_cookie_that_somebody_made_up()
    {
        using var token = Appelant.WithToken(api.Address, "CfDJ8forge");
        using var cookie = Appelant.WithCookies(api.Address, "masp-session=CfDJ8forge");

        await RefusedAsync(token, null);
        await RefusedAsync(cookie, null);
    }

    [Fact]
    public async Task A_token_past_its_end()
    {
        var token = await Appelant.TokenAsync(api.Address, Programme);
        await using var other = await api.ReplicaAsync();
        using var late = Appelant.WithToken(new Uri(other.Urls.Single()), token);
        api.Telephones.Advance(61);
        try
        {
            await RefusedAsync(late, "Integrateur");
        }
        finally
        {
            api.Telephones.Advance(-61);
        }
    }

    [Fact]
    public async Task A_token_that_is_for_another_audience()
    {
        await using var elsewhere = await api.ReplicaAsync(builder => builder.Services.PostConfigure<OpenIddictValidationOptions>(options =>
        {
            options.Audiences.Clear();
            options.Audiences.Add("ailleurs");
        }));
        using var foreign = Appelant.WithToken(new Uri(elsewhere.Urls.Single()), await Appelant.TokenAsync(api.Address, Programme));

        await RefusedAsync(foreign, "Integrateur");
    }

    [Fact]
    public async Task The_token_of_a_program_that_was_revoked()
    {
        var admin = await api.PersonAsync("admin@herault.example");
        var made = (await admin.PostAsync("/programmes", new { nom = "Entrepôt d'essai", scopes = new[] { "masp.lecture" } })).Reussie();
        var path = $"/programmes/{made.Lire("programme.id")}";
        using var programme = Appelant.WithToken(api.Address, (await Appelant.AskTokenAsync(api.Address, made.Lire("programme.clientId"), made.Lire("secret"), "masp.lecture")).Lire("access_token"));
        (await programme.GetAsync("/mesures?taille=1")).Reussie();
        (await admin.PostAsync($"{path}/revocation", null, await admin.VersionAsync(path))).Reussie();

        await RefusedAsync(programme, "Integrateur");
    }

    [Fact]
    public async Task A_cookie_brought_back_after_signing_out_here_and_on_another_replica()
    {
        await using var replica = await api.ReplicaAsync();
        using var invite = await Invite.EntreAsync(api, "intervenant");
        using var here = Appelant.WithCookies(api.Address, invite.Navigateur.Cookies);
        using var there = Appelant.WithCookies(new Uri(replica.Urls.Single()), invite.Navigateur.Cookies);
        (await here.GetAsync("/session")).Reussie();
        (await there.GetAsync("/session")).Reussie();

        (await invite.Navigateur.DeleteAsync("/session")).Reussie();

        await RefusedAsync(here, "Intervenant");
        await RefusedAsync(there, "Intervenant");
    }

    [Fact]
    public async Task Of_two_tabs_that_sign_out_the_second()
    {
        using var invite = await Invite.EntreAsync(api, "intervenant");
        using var second = Appelant.WithCookies(api.Address, invite.Navigateur.Cookies).Carrying((await invite.Navigateur.GetAsync("/session")).Reussie().Lire("jetonAntiforgery"));
        (await invite.Navigateur.DeleteAsync("/session")).Reussie();

        await api.Sql.UnchangedAsync(async () =>
        {
            var answer = await second.DeleteAsync("/session");

            answer.AssertRefused(401, "acces.authentification");
            Assert.Equal([$"fermerSession refus autre Intervenant {invite.Id}"], await api.Sql.LooksAsync(answer, "operation, nature, objet, role, utilisateur_id"));
        });
    }

    [Fact]
    public async Task Two_replicas_two_minutes_apart_take_each_other_s_sessions_and_tokens()
    {
        var slow = new HeureDesTelephones();
        slow.Advance(-4);
        var clock = new FakeClock((DemonstrationDeTest.Jour.At(new LocalTime(9, 0)).InUtc() - Duration.FromMinutes(2)).ToInstant());
        await using var behind = await api.ReplicaAsync(builder => builder.Services.AddSingleton<IClock>(clock).AddSingleton<TimeProvider>(slow));
        var there = new Uri(behind.Urls.Single());
        using var invite = await Invite.EntreAsync(api, "intervenant");

        using var fromHere = Appelant.WithCookies(there, invite.Navigateur.Cookies);
        (await fromHere.GetAsync("/session")).Reussie();
        using var tokenFromHere = Appelant.WithToken(there, await Appelant.TokenAsync(api.Address, Programme));
        (await tokenFromHere.GetAsync("/lots")).Reussie();
        using var tokenFromThere = Appelant.WithToken(api.Address, await Appelant.TokenAsync(there, Programme));
        (await tokenFromThere.GetAsync("/lots")).Reussie();
    }

    /// <summary>Reads and writes are refused, no row moves, and each attempt is where it can be found.</summary>
    /// <param name="role">Of whom it was given to; null when nobody can say.</param>
    private async Task RefusedAsync(Appelant caller, string? role) => await api.Sql.UnchangedAsync(async () =>
    {
        foreach (var (answer, row) in new[]
                 {
                     (await caller.GetAsync("/mesures"), "listerMesures refus mesure"),
                     (await caller.PostAsync("/commissions", new { date = "2026-12-01" }), "ouvrirCommission refus commission"),
                 })
        {
            answer.AssertRefused(401, "acces.authentification");
            Assert.Equal(role is null ? [] : [$"{row} {role}"], await api.Sql.LooksAsync(answer, "operation, nature, objet, role"));
            Assert.Equal(role is null, api.Traces.Lignes.Any(line => line.Contains(answer.Requete!, StringComparison.Ordinal)));
        }
    });

    private static string Encode(string json) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
