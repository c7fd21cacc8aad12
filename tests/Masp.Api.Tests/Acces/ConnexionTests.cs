using Masp.Api.Tests.Socle;
using Masp.Infrastructure.Acces;
using NodaTime;

namespace Masp.Api.Tests.Acces;

/// <summary>Signing in with two factors, and sessions that end when they are ended.</summary>
public sealed class ConnexionTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    [Fact]
    public async Task A_password_then_a_code_open_a_session_and_neither_does_alone()
    {
        using var invite = await Invite.EntreAsync(api);
        invite.AutreNavigateur();
        (await invite.DonnerCodeAsync(invite.Code(1))).AssertRefused(401, "acces.premier-facteur");

        (await invite.DonnerMotDePasseAsync()).AssertRefused(401, "acces.second-facteur");
        (await invite.Navigateur.GetAsync("/session")).AssertRefused(401, "acces.authentification");
        (await invite.DonnerCodeAsync(invite.Code(1))).Reussie();
        Assert.Equal(invite.Identifiant, (await invite.Navigateur.GetAsync("/session")).Reussie().Lire("utilisateur.identifiant"));
    }

    [Fact]
    public async Task A_code_that_served_does_not_serve_again_nor_does_the_first_proof()
    {
        using var invite = await Invite.EntreAsync(api);
        invite.AutreNavigateur();
        (await invite.DonnerMotDePasseAsync()).AssertRefused(401, "acces.second-facteur");
        var proof = invite.Navigateur.Cookies;
        (await invite.DonnerCodeAsync(invite.Code())).AssertRefused(401, "acces.code-faux");
        (await invite.DonnerCodeAsync(invite.Code(1))).Reussie();

        api.Telephones.Advance(1);
        using var thief = Appelant.WithCookies(api.Address, proof);
        (await thief.PostAsync("/session/second-facteur", new { code = invite.Code() })).AssertRefused(401, "acces.code-faux");
        (await thief.PostAsync("/session/second-facteur", new { code = invite.Code(1) })).AssertRefused(401, "acces.premier-facteur");
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_telephone_may_be_one_half_minute_off(int pas, bool admitted)
    {
        using var invite = await Invite.EntreAsync(api);
        api.Telephones.Advance(3);
        invite.AutreNavigateur();
        (await invite.DonnerMotDePasseAsync()).AssertRefused(401, "acces.second-facteur");
        var answer = await invite.DonnerCodeAsync(invite.Code(pas));

        if (admitted)
            answer.Reussie();
        else
            answer.AssertRefused(401, "acces.code-faux");
    }

    [Fact]
    public async Task A_recovery_code_serves_once()
    {
        using var invite = await Invite.EntreAsync(api);
        Assert.Equal(10, invite.CodesDeSecours.Distinct().Count());
        invite.AutreNavigateur();
        await invite.DonnerMotDePasseAsync();
        (await invite.DonnerCodeAsync(invite.CodesDeSecours[3].ToLowerInvariant())).Reussie();

        invite.AutreNavigateur();
        await invite.DonnerMotDePasseAsync();
        (await invite.DonnerCodeAsync(invite.CodesDeSecours[3])).AssertRefused(401, "acces.code-faux");
        Assert.False(await api.Sql.ReadAsync<bool>($"select u::text like '%{invite.CodesDeSecours[4]}%' from acces.utilisateurs u where id = '{invite.Id}'"));
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_account_even_with_the_right_password_between_them()
    {
        using var invite = await Invite.EntreAsync(api);
        invite.AutreNavigateur();
        for (var essai = 0; essai < MotsDePasse.EssaisMax; essai++)
        {
            (await invite.DonnerMotDePasseAsync()).AssertRefused(401, "acces.second-facteur");
            (await invite.DonnerCodeAsync("000000")).AssertRefused(401, "acces.code-faux");
        }

        (await invite.DonnerMotDePasseAsync("faux")).AssertRefused(401, "acces.identifiants");
        (await invite.DonnerMotDePasseAsync()).AssertRefused(429, "acces.verrouille");
        (await invite.DonnerCodeAsync(invite.Code(1))).AssertRefused(429, "acces.verrouille");
        var admin = await api.PersonAsync("admin@herault.example");
        Assert.Equal("verrouille", (await admin.GetAsync($"/comptes/{invite.Id}")).Reussie().Lire("etat"));
        (await admin.PostAsync($"/comptes/{invite.Id}/deverrouillage", null, await admin.VersionAsync($"/comptes/{invite.Id}"))).Reussie();
        (await invite.DonnerMotDePasseAsync()).AssertRefused(401, "acces.second-facteur");
    }

    [Fact]
    public async Task Wrong_passwords_tried_at_once_are_counted_each()
    {
        using var invite = await Invite.EntreAsync(api, "intervenant");
        await Task.WhenAll(Enumerable.Range(0, MotsDePasse.EssaisMax).Select(_ => invite.DonnerMotDePasseAsync("faux")));

        (await invite.DonnerMotDePasseAsync()).AssertRefused(429, "acces.verrouille");
    }

    [Fact]
    public async Task Somebody_sees_their_sessions_ends_one_then_the_others_and_never_another_s()
    {
        using var invite = await Invite.EntreAsync(api, "intervenant");
        using var other = Appelant.Visitor(api.Address);
        using var third = Appelant.Visitor(api.Address);
        foreach (var browser in new[] { other, third })
            (await browser.PostAsync("/session", new { identifiant = invite.Identifiant, motDePasse = Invite.MotDePasse })).Reussie();
        var sessions = (await invite.Navigateur.GetAsync("/compte")).Reussie().Corps!["sessions"]!.AsArray();
        Assert.Equal(3, sessions.Count);
        var own = Assert.Single(sessions, s => s!["ici"]!.GetValue<bool>())!["id"]!.ToString();
        var foreign = await api.Sql.ReadAsync<Guid>($"select id from acces.sessions where utilisateur_id <> '{invite.Id}' limit 1");

        (await invite.Navigateur.DeleteAsync($"/compte/sessions/{foreign}")).AssertRefused(404, "session.introuvable");
        (await invite.Navigateur.DeleteAsync($"/compte/sessions/{sessions.First(s => s!["id"]!.ToString() != own)!["id"]}")).Reussie();
        (await invite.Navigateur.DeleteAsync("/compte/sessions")).Reussie();
        (await other.GetAsync("/session")).AssertRefused(401, "acces.authentification");
        (await third.GetAsync("/session")).AssertRefused(401, "acces.authentification");
        (await invite.Navigateur.GetAsync("/session")).Reussie();
    }

    [Fact]
    public async Task A_session_ends_after_a_day_however_much_it_is_used()
    {
        using var invite = await Invite.EntreAsync(api, "intervenant");
        api.Avancer(Duration.FromHours(23));
        try
        {
            (await invite.Navigateur.GetAsync("/session")).Reussie();
            api.Avancer(Duration.FromHours(1));
            (await invite.Navigateur.GetAsync("/session")).AssertRefused(401, "acces.authentification");
        }
        finally
        {
            api.Avancer(Masp.Testing.Postgres.DemonstrationDeTest.Jour);
        }
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_keeps_this_one_and_is_told_by_mail()
    {
        using var invite = await Invite.EntreAsync(api, "intervenant");
        using var former = Appelant.WithCookies(api.Address, invite.Navigateur.Cookies);
        using var other = Appelant.Visitor(api.Address);
        (await other.PostAsync("/session", new { identifiant = invite.Identifiant, motDePasse = Invite.MotDePasse })).Reussie();

        (await invite.Navigateur.PostAsync("/compte/mot-de-passe", new { motDePasseActuel = "faux", motDePasse = "Grillons-7-oliviers" })).AssertRefused(400, "compte.mot-de-passe-faux", "motDePasseActuel");
        (await invite.Navigateur.PostAsync("/compte/mot-de-passe", new { motDePasseActuel = Invite.MotDePasse, motDePasse = "court" })).AssertRefused(400, "mot-de-passe.trop-faible", "motDePasse");
        (await other.GetAsync("/session")).Reussie();
        (await invite.Navigateur.PostAsync("/compte/mot-de-passe", new { motDePasseActuel = Invite.MotDePasse, motDePasse = "Grillons-7-oliviers" })).Reussie();

        (await invite.Navigateur.GetAsync("/session")).Reussie();
        (await other.GetAsync("/session")).AssertRefused(401, "acces.authentification");
        (await former.GetAsync("/session")).AssertRefused(401, "acces.authentification");
        Assert.Contains(await api.Courriels.OfAsync(invite.Identifiant), l => l.TextBody!.Contains("vient d'être changé", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_need_not_have_a_second_factor_may_enrol_one_and_is_then_asked_for_it()
    {
        using var invite = await Invite.EntreAsync(api, "intervenant");
        var proposed = (await invite.Navigateur.PostAsync("/compte/totp/proposition", null)).Reussie();
        var key = Invite.Decode(proposed.Lire("cle"));
        var step = Masp.Domain.Acces.CodeTotp.StepAt(Instant.FromDateTimeOffset(api.Telephones.GetUtcNow()));
        var body = new { motDePasseActuel = Invite.MotDePasse, scelle = proposed.Lire("scelle"), code = Masp.Domain.Acces.CodeTotp.Compute(key, step) };

        (await invite.Navigateur.PostAsync("/compte/totp", body with { code = "000000" })).AssertRefused(400, "second-facteur.code-faux", "code");
        (await invite.Navigateur.PostAsync("/compte/totp", body with { scelle = "CfDJ8forge" })).AssertRefused(400, "second-facteur.code-faux", "code");
        Assert.Equal(10, (await invite.Navigateur.PostAsync("/compte/totp", body)).Reussie().Corps!["codes"]!.AsArray().Count);
        using var other = Appelant.Visitor(api.Address);
        (await other.PostAsync("/session", new { identifiant = invite.Identifiant, motDePasse = Invite.MotDePasse })).AssertRefused(401, "acces.second-facteur");
        (await invite.Navigateur.PostAsync("/compte/totp/retrait", new { motDePasseActuel = Invite.MotDePasse })).Reussie();
        (await other.PostAsync("/session", new { identifiant = invite.Identifiant, motDePasse = Invite.MotDePasse })).Reussie();
    }

    [Fact]
    public async Task Who_must_have_a_second_factor_does_not_remove_the_last_one()
    {
        using var invite = await Invite.EntreAsync(api);

        (await invite.Navigateur.PostAsync("/compte/totp/retrait", new { motDePasseActuel = Invite.MotDePasse })).AssertRefused(409, "second-facteur.exige");
        invite.AutreNavigateur();
        (await invite.DonnerMotDePasseAsync()).AssertRefused(401, "acces.second-facteur");
    }

    [Fact]
    public async Task A_passkey_answer_that_is_forged_or_given_twice_lets_nobody_in()
    {
        using var visitor = Appelant.Visitor(api.Address);
        var question = (await visitor.PostAsync("/session/cle-d-acces/question", null)).Reussie();
        Assert.Contains("challenge", question.Lire("options"), StringComparison.Ordinal);
        var etat = question.Lire("etat");

        foreach (var (state, answer) in new[] { (etat, "{}"), (etat, "pas du JSON"), ("CfDJ8forge", "{}"), ("", ""), (etat, """{"id":"AQID","rawId":"AQID","type":"public-key","response":{}}""") })
            (await visitor.PostAsync("/session/cle-d-acces", new { etat = state, reponse = answer })).AssertRefused(401, "acces.cle-refusee");
        (await visitor.GetAsync("/session")).AssertRefused(401, "acces.authentification");
    }
}
