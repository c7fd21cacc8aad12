using Masp.Api.Tests.Socle;
using NodaTime;

namespace Masp.Api.Tests.Acces;

/// <summary>Links sent by mail: good once, for a time, for whom they were sent to.</summary>
public sealed class LiensTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string Autre = "Grillons-7-oliviers";

    [Fact]
    public async Task An_invited_agent_chooses_a_password_enrols_an_authenticator_and_is_signed_in()
    {
        using var invite = await Invite.AttendAsync(api);
        var answer = await invite.AccepterAsync(await api.Courriels.LinkAsync(invite.Identifiant));

        Assert.Equal("agent", answer.Lire("session.utilisateur.role"));
        (await invite.Navigateur.GetAsync("/demandes")).Reussie();
        Assert.Equal("Lien", await api.Sql.ReadAsync<string>($"select moyen from acces.sessions where utilisateur_id = '{invite.Id}'"));
    }

    [Fact]
    public async Task An_agent_who_enrols_nothing_stays_outside()
    {
        using var invite = await Invite.AttendAsync(api);
        var jeton = await api.Courriels.LinkAsync(invite.Identifiant);

        (await invite.Navigateur.PostAsync("/liens/acceptation", new { jeton, motDePasse = Invite.MotDePasse })).AssertRefused(400, "second-facteur.attendu", "code");
        var scelle = (await invite.Navigateur.PostAsync("/liens/lecture", new { jeton })).Reussie().Lire("totp.scelle");
        (await invite.Navigateur.PostAsync("/liens/acceptation", new { jeton, motDePasse = Invite.MotDePasse, scelle, code = "000000" })).AssertRefused(400, "second-facteur.code-faux", "code");
        Assert.True(await api.Sql.ReadAsync<bool>($"select password_hash is null and not email_confirmed from acces.utilisateurs where id = '{invite.Id}'"));
        await invite.AccepterAsync(jeton);
    }

    [Fact]
    public async Task A_key_proposed_to_one_is_not_enrolled_by_another()
    {
        using var one = await Invite.AttendAsync(api);
        using var other = await Invite.AttendAsync(api);
        var lien = (await one.Navigateur.PostAsync("/liens/lecture", new { jeton = await api.Courriels.LinkAsync(one.Identifiant) })).Reussie();
        var code = Masp.Domain.Acces.CodeTotp.Compute(
            Invite.Decode(lien.Lire("totp.cle")), Masp.Domain.Acces.CodeTotp.StepAt(Instant.FromDateTimeOffset(api.Telephones.GetUtcNow())));

        (await other.Navigateur.PostAsync(
            "/liens/acceptation", new { jeton = await api.Courriels.LinkAsync(other.Identifiant), motDePasse = Invite.MotDePasse, scelle = lien.Lire("totp.scelle"), code }))
            .AssertRefused(400, "second-facteur.code-faux", "code");
    }

    [Fact]
    public async Task A_link_serves_once_even_to_two_at_once()
    {
        using var invite = await Invite.AttendAsync(api, "intervenant");
        var jeton = await api.Courriels.LinkAsync(invite.Identifiant);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => api.Anonyme.PostAsync("/liens/acceptation", new { jeton, motDePasse = Invite.MotDePasse })));

        Assert.Single(answers, a => (int)a.Statut == 200);
        Assert.All(answers.Where(a => (int)a.Statut != 200), a => a.AssertRefused(404, "lien.introuvable"));
        (await api.Anonyme.PostAsync("/liens/lecture", new { jeton })).AssertRefused(404, "lien.introuvable");
    }

    [Fact]
    public async Task A_link_expires_after_seventy_two_hours()
    {
        using var invite = await Invite.AttendAsync(api, "intervenant");
        var jeton = await api.Courriels.LinkAsync(invite.Identifiant);
        api.Avancer(Duration.FromHours(72) - Duration.FromSeconds(1));
        try
        {
            (await api.Anonyme.PostAsync("/liens/lecture", new { jeton })).Reussie();
            api.Avancer(Duration.FromSeconds(1));
            (await api.Anonyme.PostAsync("/liens/lecture", new { jeton })).AssertRefused(404, "lien.introuvable");
            (await api.Anonyme.PostAsync("/liens/acceptation", new { jeton, motDePasse = Invite.MotDePasse })).AssertRefused(404, "lien.introuvable");
        }
        finally
        {
            api.Avancer(Masp.Testing.Postgres.DemonstrationDeTest.Jour);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("faux")]
    [InlineData("Yp3wq2xk7dWk1T0c5v9sZb8nH4mQ6rJ2aLxE0uFgPiM")]
    public async Task A_forged_link_is_not_there(string jeton)
    {
        (await api.Anonyme.PostAsync("/liens/lecture", new { jeton })).AssertRefused(404, "lien.introuvable");
        (await api.Anonyme.PostAsync("/liens/acceptation", new { jeton, motDePasse = Invite.MotDePasse })).AssertRefused(404, "lien.introuvable");
    }

    [Fact]
    public async Task A_new_link_replaces_the_former()
    {
        using var invite = await Invite.AttendAsync(api, "intervenant");
        var former = await api.Courriels.LinkAsync(invite.Identifiant);
        var admin = await api.PersonAsync("admin@herault.example");
        (await admin.PostAsync($"/comptes/{invite.Id}/invitation", null, await admin.VersionAsync($"/comptes/{invite.Id}"))).Reussie();

        (await api.Anonyme.PostAsync("/liens/lecture", new { jeton = former })).AssertRefused(404, "lien.introuvable");
        (await api.Anonyme.PostAsync("/liens/lecture", new { jeton = await api.Courriels.LinkAsync(invite.Identifiant) })).Reussie();
    }

    [Fact]
    public async Task The_link_of_a_deactivated_account_is_worth_nothing()
    {
        using var invite = await Invite.AttendAsync(api, "intervenant");
        var jeton = await api.Courriels.LinkAsync(invite.Identifiant);
        var admin = await api.PersonAsync("admin@herault.example");
        (await admin.PostAsync($"/comptes/{invite.Id}/desactivation", null, await admin.VersionAsync($"/comptes/{invite.Id}"))).Reussie();

        (await api.Anonyme.PostAsync("/liens/lecture", new { jeton })).AssertRefused(404, "lien.introuvable");
    }

    [Theory]
    [InlineData("court", "mot-de-passe.trop-faible")]
    [InlineData("Motdepasse123!", "mot-de-passe.courant")]
    [InlineData("Paulette-9-platanes", "mot-de-passe.personnel")]
    public async Task A_password_that_the_rules_refuse_is_told_beside_its_field_and_the_link_is_still_good(string motDePasse, string code)
    {
        using var invite = await Invite.AttendAsync(api, "intervenant");
        var jeton = await api.Courriels.LinkAsync(invite.Identifiant);

        (await api.Anonyme.PostAsync("/liens/acceptation", new { jeton, motDePasse })).AssertRefused(400, code, "motDePasse");
        await invite.AccepterAsync(jeton);
    }

    [Fact]
    public async Task A_forgotten_password_is_answered_the_same_for_somebody_and_for_nobody()
    {
        using var invite = await Invite.EntreAsync(api, "intervenant");
        using var gone = await Invite.AttendAsync(api, "intervenant");
        await api.Sql.WriteAsync($"update acces.utilisateurs set desactive_le = now() where id = '{gone.Id}'");
        var letters = (await api.Courriels.OfAsync(gone.Identifiant)).Count;

        var answers = new List<Reponse>();
        foreach (var identifiant in new[] { invite.Identifiant, "personne@essai.example", gone.Identifiant, "", "pas une adresse" })
            answers.Add(await api.Anonyme.PostAsync("/liens", new { identifiant }));
        Assert.All(answers, a => Assert.Equal((204, ""), ((int)a.Statut, a.Texte)));
        Assert.Equal(letters, (await api.Courriels.OfAsync(gone.Identifiant)).Count);

        await invite.AccepterAsync(await api.Courriels.LinkAsync(invite.Identifiant), Autre);
        (await api.Anonyme.PostAsync("/session", new { identifiant = invite.Identifiant, motDePasse = Invite.MotDePasse })).AssertRefused(401, "acces.identifiants");
        (await api.Anonyme.PostAsync("/session", new { identifiant = invite.Identifiant, motDePasse = Autre })).Reussie();
    }

    [Fact]
    public async Task A_box_is_not_filled_by_asking_again_and_again()
    {
        using var invite = await Invite.EntreAsync(api, "intervenant");
        for (var fois = 0; fois < 5; fois++)
            (await api.Anonyme.PostAsync("/liens", new { identifiant = invite.Identifiant })).Reussie();

        Assert.Single(await api.Courriels.OfAsync(invite.Identifiant), l => l.Subject!.Contains("nouveau mot de passe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_changes_the_password_of_who_has_a_second_factor_but_does_not_stand_for_it()
    {
        using var invite = await Invite.EntreAsync(api);
        using var before = Appelant.WithCookies(api.Address, invite.Navigateur.Cookies);
        invite.AutreNavigateur();
        (await invite.Navigateur.PostAsync("/liens", new { identifiant = invite.Identifiant })).Reussie();
        var answer = await invite.AccepterAsync(await api.Courriels.LinkAsync(invite.Identifiant), Autre);

        Assert.Null(answer.Corps!["session"]);
        (await invite.Navigateur.GetAsync("/session")).AssertRefused(401, "acces.authentification");
        (await before.GetAsync("/session")).AssertRefused(401, "acces.authentification");
        (await invite.DonnerMotDePasseAsync(Autre)).AssertRefused(401, "acces.second-facteur");
        (await invite.DonnerCodeAsync(invite.Code(1))).Reussie();
    }

    [Fact]
    public async Task The_secret_of_a_link_is_nowhere_in_the_database_once_its_letter_has_left()
    {
        using var invite = await Invite.AttendAsync(api, "intervenant");
        var jeton = await api.Courriels.LinkAsync(invite.Identifiant);

        Assert.False(await api.Sql.ReadAsync<bool>($"select exists (select from acces.liens l where l::text like '%{jeton}%') or exists (select from acces.courriels c where c::text like '%{jeton}%')"));
        Assert.Equal(0, await api.Sql.ReadAsync<long>("select count(*) from acces.courriels where envoye_le is not null and scelle is not null"));
    }
}
