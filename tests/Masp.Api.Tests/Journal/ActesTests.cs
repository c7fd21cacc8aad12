using Masp.Api.Tests.Socle;
using Npgsql;

namespace Masp.Api.Tests.Journal;

/// <summary>What the journal of acts holds after an act, asked of its rows.</summary>
public sealed class ActesTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string Dernier = "(select max(id) from journal.actes)";

    [Fact]
    public async Task An_act_writes_who_when_what_and_on_behalf_of_whom_in_its_own_transaction()
    {
        var before = await api.Sql.ReadAsync<long>($"select {Dernier}");
        var integrateur = await api.IntegrateurAsync();
        var filed = (await integrateur.PostAsync("/demandes", await api.Parcours.CorpsAsync())).Reussie();

        var rows = await api.Sql.ReadAsync<string[]>(
            $"select array_agg(concat_ws(' ', objet, nature, acte, role, requete_id, instant at time zone 'UTC') order by objet) from journal.actes where id > {before}");

        Assert.Equal(
            [$"beneficiaires ajout deposerDemande Integrateur {filed.Requete} 2026-03-16 09:00:00", $"demandes ajout deposerDemande Integrateur {filed.Requete} 2026-03-16 09:00:00"], rows);
        Assert.Equal(
            filed.Id,
            await api.Sql.ReadAsync<Guid>($"select (v.apres ->> 'id')::uuid from journal.actes a join journal.valeurs v on v.acte_id = a.id where a.id > {before} and a.objet = 'demandes' and a.cle = '{filed.Id}'"));
        Assert.Equal(
            1L,
            await api.Sql.ReadAsync<long>($"select count(distinct beneficiaire_id) from journal.actes where id > {before} and beneficiaire_id = (select beneficiaire_id from masp.demandes where id = '{filed.Id}')"));
    }

    [Fact]
    public async Task A_change_keeps_what_was_before_and_what_is_after_and_nothing_else()
    {
        var bon = await api.Parcours.AttribuerAsync();
        var integrateur = await api.IntegrateurAsync();
        (await integrateur.PostAsync($"/bons-de-commande/{bon}/reception", new { }, await integrateur.VersionAsync($"/bons-de-commande/{bon}"))).Reussie();

        Assert.Equal(
            "{\"etat\": \"Emis\", \"recu_le\": null, \"revision\": 0} {\"etat\": \"Recu\", \"recu_le\": \"2026-03-16\", \"revision\": 1}",
            await api.Sql.ReadAsync<string>(
                $"select concat_ws(' ', v.avant, v.apres) from journal.actes a join journal.valeurs v on v.acte_id = a.id where a.cle = '{bon}' and a.acte = 'accuserReception'"));
    }

    [Fact]
    public async Task A_child_leads_to_the_person_and_the_Mesure()
    {
        var mesure = await api.Parcours.SignerAsync();

        Assert.Equal(
            mesure,
            await api.Sql.ReadAsync<Guid>($"select mesure_id from journal.actes where objet = 'contrats' and beneficiaire_id = (select beneficiaire_id from masp.mesures where id = '{mesure}')"));
    }

    [Fact]
    public async Task A_record_whose_version_moves_because_of_what_it_holds_is_not_said_to_have_changed()
    {
        var bon = await api.Parcours.AttribuerAsync();

        var call = (await (await api.IntegrateurAsync()).PostAsync($"/bons-de-commande/{bon}/deplacements", new { date = ApiDeTest.Aujourdhui, lieu = "Domicile", intervenant = "Alix" }))
            .Reussie();

        Assert.Equal(["deplacements"], await api.Sql.ReadAsync<string[]>($"select array_agg(objet) from journal.actes where requete_id = '{call.Requete}'"));
    }

    [Fact]
    public async Task A_refused_act_leaves_no_row()
    {
        var integrateur = await api.IntegrateurAsync();
        var demande = await api.Parcours.AviserAsync();
        var before = await api.Sql.ReadAsync<long>("select count(*) from journal.actes");

        (await integrateur.PostAsync($"/demandes/{demande}/decision", new { sens = "favorable", avecGestion = true, dureeMois = 5 })).AssertRefused(409, "contrat.duree-hors-bornes", "dureeMois");

        Assert.Equal(before, await api.Sql.ReadAsync<long>("select count(*) from journal.actes"));
    }

    [Fact]
    public async Task Hand_written_SQL_is_on_record_too()
    {
        await api.Sql.WriteAsync("update masp.beneficiaires set prenom = prenom || ' X' where id = (select min(id::text)::uuid from masp.beneficiaires)");

        Assert.Equal(
            $"sql beneficiaires modification {SqlDeTest.Agent.UtilisateurId}",
            await api.Sql.ReadAsync<string>($"select concat_ws(' ', acte, objet, nature, utilisateur_id) from journal.actes where id = {Dernier}"));
    }

    [Theory]
    [InlineData("actes")]
    [InlineData("acces")]
    [InlineData("valeurs")]
    [InlineData("blocs")]
    [InlineData("effacements")]
    public async Task Nothing_in_a_journal_changes_not_even_for_its_owner(string table)
    {
        await api.Parcours.DeposerAsync();
        await (await api.IntegrateurAsync()).GetAsync("/mesures?taille=1");
        await api.Sql.ReadAsync<long>("select journal.sceller(1000)");
        await api.Sql.ReadAsync<int>("select journal.effacer_valeurs(gen_random_uuid(), 'visa d''essai')");
        var column = table == "blocs" ? "instant" : "departement_code";
        foreach (var statement in (string[])[$"update journal.{table} set {column} = {column}", $"delete from journal.{table}", $"truncate journal.{table}"])
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => api.Sql.UndoneAsync("set role masp_proprietaire", statement));
            Assert.Equal((statement, PostgresErrorCodes.IntegrityConstraintViolation), (statement, refused.SqlState));
            Assert.Equal((statement, PostgresErrorCodes.InsufficientPrivilege), (statement, (await api.Sql.RefusedAsync(SqlDeTest.Agent, statement)).SqlState));
        }
    }

    [Theory]
    [InlineData("insert into journal.actes (departement_code) values ('34')")]
    [InlineData("insert into journal.acces (departement_code) values ('34')")]
    [InlineData("insert into journal.blocs (numero) values (1)")]
    [InlineData("insert into journal.trous values ('actes', '[1,9)', '0')")]
    [InlineData("update journal.avancement set jusqua = 0")]
    [InlineData("alter table masp.mesures disable trigger journaliser")]
    public async Task Who_runs_the_application_writes_no_journal_by_hand(string statement) =>
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await api.Sql.RefusedAsync(SqlDeTest.Agent, statement)).SqlState);
}
