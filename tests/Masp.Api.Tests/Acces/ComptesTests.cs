using Masp.Api.Tests.Socle;
using NodaTime;

namespace Masp.Api.Tests.Acces;

/// <summary>Who keeps whose account, and what it changes for whoever uses it.</summary>
public sealed class ComptesTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string Admin = "admin@herault.example";
    private const string ChefA = "chef@titulaire-a.example";

    [Fact]
    public async Task An_invitation_is_an_account_and_a_letter_and_what_was_not_told_follows_from_who_invites()
    {
        using var invite = await Invite.AttendAsync(api);

        Assert.Equal(
            "34 Agent t",
            await api.Sql.ReadAsync<string>($"select concat_ws(' ', departement_code, role, password_hash is null and not sans_second_facteur) from acces.utilisateurs where id = '{invite.Id}'"));
        var letter = Assert.Single(await api.Courriels.OfAsync(invite.Identifiant));
        Assert.Equal("Votre accès à Masp", letter.Subject);
        Assert.Contains("72 heures", letter.TextBody!, StringComparison.Ordinal);
        Assert.Equal("invite", (await (await api.PersonAsync(Admin)).GetAsync($"/comptes/{invite.Id}")).Reussie().Lire("etat"));
    }

    [Theory]
    [InlineData("departementCode", "\"30\"")]
    [InlineData("sansSecondFacteur", "true")]
    [InlineData("emailConfirmed", "true")]
    [InlineData("id", "\"0190f3a4-7c11-7000-8000-000000000001\"")]
    public async Task What_an_invitation_may_not_say_is_refused_whole(string field, string value)
    {
        var admin = await api.PersonAsync(Admin);

        await UnchangedAsync(async () => (await admin.PostAsync("/comptes", $$"""{"nom":"X","identifiant":"masse@essai.example","role":"agent","{{field}}":{{value}}}"""))
            .AssertRefused(400, "champ.invalide", field));
    }

    [Theory]
    [InlineData("chefTitulaire", false, 400, "compte.titulaire-attendu")]
    [InlineData("agent", true, 400, "compte.rattachement-de-trop")]
    [InlineData("integrateur", false, 400, "compte.role-refuse")]
    [InlineData("exports", false, 400, "compte.role-refuse")]
    [InlineData("beneficiaire", false, 400, "compte.role-refuse")]
    [InlineData("auditeur", false, 400, "compte.dates-attendues")]
    public async Task A_role_is_given_with_its_body_only(string role, bool titulaire, int status, string code)
    {
        var admin = await api.PersonAsync(Admin);
        var id = titulaire ? await TitulaireOfAsync(ChefA) : null;

        await UnchangedAsync(async () => (await admin.PostAsync("/comptes", new { nom = "X", identifiant = "role@essai.example", role, titulaireId = id })).AssertRefused(status, code));
    }

    [Fact]
    public async Task A_manager_invites_the_intervenants_of_its_own_titulaire_and_nobody_else()
    {
        var chef = await api.PersonAsync(ChefA);
        var (a, b) = (await TitulaireOfAsync(ChefA), await TitulaireOfAsync("chef@titulaire-b.example"));

        await UnchangedAsync(async () =>
        {
            (await chef.PostAsync("/comptes", new { nom = "X", identifiant = "chez.b@essai.example", role = "intervenant", titulaireId = b })).AssertRefused(403, "compte.hors-de-portee");
            (await chef.PostAsync("/comptes", new { nom = "X", identifiant = "chef.a@essai.example", role = "chefTitulaire", titulaireId = a })).AssertRefused(403, "compte.hors-de-portee");
            (await chef.PostAsync("/comptes", new { nom = "X", identifiant = "agent.a@essai.example", role = "agent" })).AssertRefused(403, "compte.hors-de-portee");
        });
        var invited = (await chef.PostAsync("/comptes", new { nom = "Alix Nouvelle", identifiant = "alix.nouvelle@essai.example", role = "intervenant", titulaireId = a })).Reussie();
        Assert.Equal(a, invited.Lire("titulaire.id"));

        var seen = (await chef.GetAsync("/comptes?taille=200")).Reussie().Corps!["elements"]!.AsArray();
        Assert.All(seen, c => Assert.Equal(("intervenant", a), (c!["role"]!.ToString(), c["titulaire"]!["id"]!.ToString())));
    }

    [Fact]
    public async Task The_accounts_of_others_are_not_there()
    {
        using var elsewhere = await Invite.AttendAsync(api);
        await api.Sql.WriteAsync($"update acces.utilisateurs set departement_code = '30' where id = '{elsewhere.Id}'");
        var foreign = await api.Sql.ReadAsync<Guid>("select id from acces.utilisateurs where user_name = 'agent@herault.example'");

        await UnchangedAsync(async () =>
        {
            foreach (var (caller, id) in new[] { (await api.PersonAsync(Admin), elsewhere.Id), (await api.PersonAsync(ChefA), foreign), (await api.PersonAsync(Admin), Guid.Empty) })
            {
                (await caller.GetAsync($"/comptes/{id}")).AssertRefused(404, "compte.introuvable");
                foreach (var act in new[] { "depart", "invitation", "desactivation", "reactivation", "deverrouillage", "second-facteur/reinitialisation" })
                    (await caller.PostAsync($"/comptes/{id}/{act}", act == "depart" ? "{\"fin\":null}" : null, ("If-Match", "\"1\""))).AssertRefused(404, "compte.introuvable");
            }
        });
    }

    [Fact]
    public async Task An_address_has_one_account()
    {
        var admin = await api.PersonAsync(Admin);

        await UnchangedAsync(async () =>
            (await admin.PostAsync("/comptes", new { nom = "X", identifiant = "AGENT@herault.example", role = "agent" })).AssertRefused(409, "compte.existe-deja", "identifiant"));
    }

    [Theory]
    [InlineData("pas une adresse")]
    [InlineData("a@b")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("\"x\\r\\nBcc: y\"@b.example")]
    [InlineData("Nom <a@b.example>")]
    public async Task What_is_not_one_plain_address_is_refused(string identifiant) =>
        (await (await api.PersonAsync(Admin)).PostAsync("/comptes", new { nom = "X", identifiant, role = "agent" })).AssertRefused(400, "compte.adresse-invalide", "identifiant");

    [Fact]
    public async Task A_deactivated_account_is_out_at_once_and_comes_back_when_it_is_reopened()
    {
        using var invite = await Invite.EntreAsync(api);
        (await invite.Navigateur.GetAsync("/session")).Reussie();

        await ActAsync(invite.Id, "desactivation");
        (await invite.Navigateur.GetAsync("/session")).AssertRefused(401, "acces.authentification");
        invite.AutreNavigateur();
        (await invite.DonnerMotDePasseAsync()).AssertRefused(403, "acces.compte-ferme");

        await ActAsync(invite.Id, "reactivation");
        (await invite.DonnerMotDePasseAsync()).AssertRefused(401, "acces.second-facteur");
    }

    [Fact]
    public async Task Past_its_leaving_date_an_account_does_not_sign_in_and_its_sessions_end()
    {
        using var invite = await Invite.EntreAsync(api, "intervenant");
        await ActAsync(invite.Id, "depart", new { fin = ApiDeTest.Aujourdhui });
        (await invite.Navigateur.GetAsync("/session")).Reussie();

        api.Avancer(Duration.FromHours(20));
        try
        {
            (await invite.Navigateur.GetAsync("/session")).AssertRefused(401, "acces.authentification");
            invite.AutreNavigateur();
            (await invite.DonnerMotDePasseAsync()).AssertRefused(403, "acces.compte-ferme");
        }
        finally
        {
            api.Avancer(Duration.FromHours(-20));
        }
    }

    [Fact]
    public async Task An_auditor_is_invited_between_two_days_and_keeps_both()
    {
        var admin = await api.PersonAsync(Admin);
        var body = new { nom = "X", identifiant = "audit@essai.example", role = "auditeur", debut = "2026-04-01", fin = "2026-03-31" };
        (await admin.PostAsync("/comptes", body)).AssertRefused(400, "compte.fin-avant-debut", "fin");
        var invited = (await admin.PostAsync("/comptes", body with { fin = "2026-04-30" })).Reussie();
        Assert.Equal("2026-04-01 2026-04-30", await api.Sql.ReadAsync<string>($"select concat_ws(' ', debut, fin) from acces.utilisateurs where id = '{invited.Id}'"));

        var version = await admin.VersionAsync($"/comptes/{invited.Id}");
        (await admin.PostAsync($"/comptes/{invited.Id}/depart", new { fin = (string?)null }, version)).AssertRefused(400, "compte.dates-attendues", "fin");
        (await admin.PostAsync($"/comptes/{invited.Id}/depart", new { fin = "2026-03-31" }, version)).AssertRefused(400, "compte.fin-avant-debut", "fin");
    }

    [Fact]
    public async Task Reset_the_second_factor_is_gone_the_password_alone_does_not_let_in_and_a_link_enrols_another()
    {
        using var invite = await Invite.EntreAsync(api);
        await ActAsync(invite.Id, "second-facteur/reinitialisation");

        (await invite.Navigateur.GetAsync("/session")).AssertRefused(401, "acces.authentification");
        invite.AutreNavigateur();
        (await invite.DonnerMotDePasseAsync()).AssertRefused(401, "acces.second-facteur-absent");
        var answer = await invite.AccepterAsync(await api.Courriels.LinkAsync(invite.Identifiant), "Grillons-7-oliviers");
        Assert.Equal(invite.Identifiant, answer.Lire("session.utilisateur.identifiant"));
    }

    [Fact]
    public async Task An_account_is_changed_as_it_was_seen_and_nobody_changes_their_own()
    {
        using var invite = await Invite.AttendAsync(api);
        var admin = await api.PersonAsync(Admin);
        var own = await api.Sql.ReadAsync<Guid>($"select id from acces.utilisateurs where user_name = '{Admin}'");

        await UnchangedAsync(async () =>
        {
            (await admin.PostAsync($"/comptes/{invite.Id}/desactivation", null)).AssertRefused(428, "version.manquante");
            (await admin.PostAsync($"/comptes/{invite.Id}/desactivation", null, ("If-Match", "\"99\""))).AssertRefused(412, "version.perimee");
            (await admin.PostAsync($"/comptes/{own}/desactivation", null, await admin.VersionAsync($"/comptes/{own}"))).AssertRefused(409, "compte.le-sien");
        });
    }

    [Fact]
    public async Task The_list_is_found_by_name_role_and_state_and_goes_page_by_page()
    {
        using var invite = await Invite.AttendAsync(api, "comptable");
        var admin = await api.PersonAsync(Admin);

        var found = (await admin.GetAsync($"/comptes?recherche={invite.Identifiant[..12]}&role=comptable&etatCompte=invite&taille=200")).Reussie().Corps!["elements"]!.AsArray();
        Assert.Contains(found, c => c!["id"]!.ToString() == invite.Id.ToString());
        Assert.Empty((await admin.GetAsync($"/comptes?recherche={invite.Identifiant}&etatCompte=actif")).Reussie().Corps!["elements"]!.AsArray());
        Assert.Empty((await admin.GetAsync("/comptes?recherche=%25_")).Reussie().Corps!["elements"]!.AsArray());
        var names = new List<string>();
        for (var path = "/comptes?taille=3"; path is not null;)
        {
            var page = (await admin.GetAsync(path)).Reussie();
            names.AddRange(page.Corps!["elements"]!.AsArray().Select(c => c!["id"]!.ToString()));
            path = page.Corps["lien"]?.ToString();
        }

        Assert.Equal(await api.Sql.ReadAsync<long>("select count(*) from acces.utilisateurs where departement_code = '34'"), names.Distinct().Count());
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public async Task A_review_says_when_by_whom_and_of_how_many_and_is_never_written_again()
    {
        var admin = await api.PersonAsync(Admin);
        var review = (await admin.PostAsync("/comptes/revues", new { remarque = "Rien à signaler." })).Reussie();

        Assert.Equal((ApiDeTest.Aujourdhui, "Sacha Admin"), (review.Lire("date"), review.Lire("par")));
        Assert.True(int.Parse(review.Lire("comptes"), System.Globalization.CultureInfo.InvariantCulture) >= 8);
        Assert.Contains((await admin.GetAsync("/comptes/revues")).Reussie().Corps!["elements"]!.AsArray(), r => r!["id"]!.ToString() == review.Id.ToString());
        Assert.Equal("42501", (await api.Sql.RefusedAsync(SqlDeTest.Agent, "set local role masp_acces; delete from acces.revues_des_comptes")).SqlState);
        (await (await api.PersonAsync(ChefA)).PostAsync("/comptes/revues", new { })).AssertRefused(403, "acces.refuse");
    }

    [Fact]
    public async Task Each_act_upon_an_account_is_in_the_journal_with_who_did_it_and_without_what_lets_in()
    {
        using var invite = await Invite.EntreAsync(api);
        await ActAsync(invite.Id, "depart", new { fin = "2026-12-31" });
        await ActAsync(invite.Id, "desactivation");

        Assert.Equal(
            ["inviterCompte ajout Administrateur", "accepterLien modification Agent", "fixerDepart modification Administrateur", "desactiverCompte modification Administrateur"],
            await api.Sql.ReadAsync<string[]>($"select array_agg(concat_ws(' ', acte, nature, role) order by id) from journal.actes where objet = 'comptes' and cle = '{invite.Id}'"));
        Assert.Equal(
            "null 2026-12-31",
            await api.Sql.ReadAsync<string>($"select concat_ws(' ', v.avant -> 'fin', v.apres ->> 'fin') from journal.actes a join journal.valeurs v on v.acte_id = a.id where a.cle = '{invite.Id}' and a.acte = 'fixerDepart'"));
        Assert.Equal(
            0L,
            await api.Sql.ReadAsync<long>(
                $"select count(*) from journal.actes a join journal.valeurs v on v.acte_id = a.id join acces.utilisateurs u on u.id::text = a.cle where u.id = '{invite.Id}' and (strpos(v::text, u.password_hash) > 0 or strpos(v::text, u.security_stamp) > 0 or strpos(v::text, u.cle_totp) > 0 or strpos(v::text, u.codes_de_secours[1]) > 0)"));
    }

    private async Task ActAsync(Guid id, string act, object? body = null)
    {
        var admin = await api.PersonAsync(Admin);
        (await admin.PostAsync($"/comptes/{id}/{act}", body, await admin.VersionAsync($"/comptes/{id}"))).Reussie();
    }

    private async Task<string> TitulaireOfAsync(string identifiant) =>
        (await api.Sql.ReadAsync<Guid>($"select titulaire_id from acces.utilisateurs where user_name = '{identifiant}'")).ToString();

    /// <summary>Nothing of the accounts moves.</summary>
    private async Task UnchangedAsync(Func<Task> refused)
    {
        const string Rows = "select md5(string_agg(x, ',' order by x)) from (select u::text as x from acces.utilisateurs u union all select l::text from acces.liens l union all select c.id::text from acces.courriels c) as rows";
        var before = await api.Sql.ReadAsync<string>(Rows);
        await refused();
        Assert.Equal(before, await api.Sql.ReadAsync<string>(Rows));
    }
}
