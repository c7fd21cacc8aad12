using Masp.Api.Tests.Socle;

namespace Masp.Api.Tests.Acces;

/// <summary>A person is given a way into their own file by who knows it, and reads that file alone (R61, R62).</summary>
public sealed class PersonneInviteeTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string Agent = "agent@herault.example";

    [Fact]
    public async Task The_person_signs_in_and_reads_their_own_file_without_changing_it_and_no_other()
    {
        var (person, mesure) = await FileAsync(0);
        var (_, other) = await FileAsync(1);
        var invited = (await InviteAsync(Agent, person, "personne.une@essai.example")).Reussie();

        Assert.Equal(
            $"34 Beneficiaire {person} t",
            await api.Sql.ReadAsync<string>($"select concat_ws(' ', departement_code, role, beneficiaire_id, password_hash is null) from acces.utilisateurs where id = '{invited.Id}'"));
        Assert.Equal(
            $"inviterBeneficiaire ajout Agent {person}",
            await api.Sql.ReadAsync<string>($"select concat_ws(' ', acte, nature, role, beneficiaire_id) from journal.actes where objet = 'comptes' and cle = '{invited.Id}'"));

        using var invite = new Invite(api, "personne.une@essai.example");
        await invite.AccepterAsync(await api.Courriels.LinkAsync(invite.Identifiant));
        var seen = (await invite.Navigateur.GetAsync("/mesures?taille=200")).Reussie().Corps!["elements"]!.AsArray();
        Assert.Equal(
            await api.Sql.ReadAsync<string[]>($"select array_agg(id::text order by id) from masp.mesures where beneficiaire_id = '{person}'"),
            seen.Select(m => m!["id"]!.ToString()).Order(StringComparer.Ordinal));
        (await invite.Navigateur.GetAsync($"/mesures/{mesure}")).Reussie();
        await api.Sql.UnchangedAsync(async () =>
        {
            (await invite.Navigateur.GetAsync($"/mesures/{other}")).AssertRefused(404, "mesure.introuvable");
            (await invite.Navigateur.PostAsync($"/beneficiaires/{person}/compte", new { identifiant = "autre@essai.example" })).AssertRefused(403, "acces.refuse");
            (await invite.Navigateur.PostAsync("/demandes", await api.Parcours.CorpsAsync())).AssertRefused(403, "acces.refuse");
        });
    }

    [Fact]
    public async Task A_person_has_one_account_and_an_address_too()
    {
        var (person, _) = await FileAsync(2);
        var (next, _) = await FileAsync(3);
        (await InviteAsync(Agent, person, "personne.deux@essai.example")).Reussie();

        await UnchangedAsync(async () =>
        {
            (await InviteAsync(Agent, person, "personne.deux.bis@essai.example")).AssertRefused(409, "compte.deja-invite");
            (await InviteAsync(Agent, next, "PERSONNE.DEUX@essai.example")).AssertRefused(409, "compte.existe-deja", "identifiant");
            (await InviteAsync(Agent, next, "pas une adresse")).AssertRefused(400, "compte.adresse-invalide", "identifiant");
        });
    }

    [Fact]
    public async Task Two_who_invite_the_same_person_at_once_open_one_account()
    {
        var (person, _) = await FileAsync(4);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => InviteAsync(Agent, person, $"ensemble.{i}@essai.example")));

        Assert.Single(answers, a => (int)a.Statut == 201);
        Assert.All(answers.Where(a => (int)a.Statut != 201), a => a.AssertRefused(409, "compte.deja-invite"));
        Assert.Equal(1L, await api.Sql.ReadAsync<long>($"select count(*) from acces.utilisateurs where beneficiaire_id = '{person}'"));
    }

    [Theory]
    [InlineData("admin@herault.example")]
    [InlineData("comptable@herault.example")]
    [InlineData("chef@titulaire-a.example")]
    [InlineData("referent@ccas.example")]
    [InlineData("auditeur@herault.example")]
    public async Task Who_does_not_keep_the_file_invites_nobody(string identifiant)
    {
        var (person, _) = await FileAsync(5);

        await UnchangedAsync(async () => (await InviteAsync(identifiant, person, "role@essai.example")).AssertRefused(403, "acces.refuse"));
    }

    [Fact]
    public async Task A_person_whom_nobody_knows_is_not_invited() => await UnchangedAsync(async () =>
        (await InviteAsync(Agent, Guid.Empty, "personne@essai.example")).AssertRefused(404, "beneficiaire.introuvable"));

    private async Task<Reponse> InviteAsync(string caller, Guid person, string identifiant) =>
        await (await api.PersonAsync(caller)).PostAsync($"/beneficiaires/{person}/compte", new { identifiant });

    /// <summary>A file that no account of the demonstration has.</summary>
    private async Task<(Guid Person, Guid Mesure)> FileAsync(int rang)
    {
        var ids = (await api.Sql.ReadAsync<string>(
            $"""
            select beneficiaire_id || ' ' || max(id::text) from masp.mesures
            where beneficiaire_id not in (select u.beneficiaire_id from acces.utilisateurs u where u.user_name = 'beneficiaire@exemple.example')
            group by beneficiaire_id order by beneficiaire_id offset {rang} limit 1
            """)).Split(' ');
        return (Guid.Parse(ids[0]), Guid.Parse(ids[1]));
    }

    /// <summary>Neither the trade nor the accounts move.</summary>
    private async Task UnchangedAsync(Func<Task> refused)
    {
        const string Accounts = "select count(*) from acces.utilisateurs";
        var before = await api.Sql.ReadAsync<long>(Accounts);
        await api.Sql.UnchangedAsync(refused);
        Assert.Equal(before, await api.Sql.ReadAsync<long>(Accounts));
    }
}
