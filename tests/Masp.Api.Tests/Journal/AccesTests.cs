using Masp.Api.Tests.Socle;
using Npgsql;

namespace Masp.Api.Tests.Journal;

/// <summary>Each look leaves a row that says who saw whose record; each refused attempt too.</summary>
public sealed class AccesTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    [Theory]
    [InlineData("lireMesure", "mesure", "mesures", "/mesures/{0}")]
    [InlineData("lireChronologie", "mesure", "mesures", "/mesures/{0}/chronologie")]
    [InlineData("lireDemande", "demande", "demandes", "/demandes/{0}")]
    [InlineData("lireBonDeCommande", "bonDeCommande", "bons_de_commande", "/bons-de-commande/{0}")]
    public async Task Opening_a_file_says_who_opened_it_and_whose_it_is(string operation, string objet, string table, string path)
    {
        var id = await api.Sql.ReadAsync<Guid>($"select min(id::text)::uuid from masp.{table}");
        var person = await api.Sql.ReadAsync<Guid>($"select beneficiaire_id from masp.{table} where id = '{id}'");
        var agent = await api.PersonAsync("agent@herault.example");

        var answer = (await agent.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id))).Reussie();

        Assert.Equal([$"{operation} dossier {objet} {id} {person} Agent 2026-03-16 09:00:00"], await api.Sql.LooksAsync(answer, "operation, nature, objet, objet_id, beneficiaire_id, role, instant at time zone 'UTC'"));
    }

    [Theory]
    [InlineData("lireCommission", "commission", "commissions", "/commissions/{0}")]
    [InlineData("lireEtatDetaille", "facture", "factures", "/factures/{0}/etat-detaille")]
    public async Task Opening_what_holds_many_people_says_what_it_was(string operation, string objet, string table, string path)
    {
        var id = await api.Sql.ReadAsync<Guid>($"select min(id::text)::uuid from masp.{table}");

        var answer = (await (await api.PersonAsync("comptable@herault.example")).GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id))).Reussie();

        Assert.Equal([$"{operation} dossier {objet} {id} Comptable"], await api.Sql.LooksAsync(answer, "operation, nature, objet, objet_id, role"));
    }

    [Theory]
    [InlineData("listerMesures", "mesure", "/mesures?recherche=mar&lot=1&taille=3&tri=nom", "{lot,recherche}")]
    [InlineData("listerDemandes", "demande", "/demandes?etat=acceptee", "{etat}")]
    [InlineData("listerBonsDeCommande", "bonDeCommande", "/bons-de-commande?taille=2", "")]
    [InlineData("rechercher", "recherche", "/recherche?q=mar", "{q}")]
    public async Task A_list_says_which_fields_were_filtered_on_and_how_many_rows_came_never_what_was_looked_for(string operation, string objet, string path, string filtres)
    {
        var answer = (await (await api.PersonAsync("agent@herault.example")).GetAsync(path)).Reussie();

        var rows = answer.Corps!["elements"]!.AsArray().Count;
        Assert.Equal([$"{operation} liste {objet} {rows} {filtres}".Trim()], await api.Sql.LooksAsync(answer, "operation, nature, objet, nombre, filtres"));
    }

    [Theory]
    [InlineData("GET", "/mesures/{0}", "lireMesure", "mesure", "mesures")]
    [InlineData("GET", "/bons-de-commande/{0}", "lireBonDeCommande", "bonDeCommande", "bons_de_commande")]
    [InlineData("POST", "/bons-de-commande/{0}/reception", "accuserReception", "bonDeCommande", "bons_de_commande")]
    public async Task Trying_another_titulaires_record_is_refused_and_on_that_records_own_journal(string method, string path, string operation, string objet, string table)
    {
        var id = await api.Sql.ReadAsync<Guid>(
            $"select min(m.id::text)::uuid from masp.{table} m join acces.utilisateurs u on u.user_name = 'chef@titulaire-a.example' where m.titulaire_id <> u.titulaire_id");
        var person = await api.Sql.ReadAsync<Guid>($"select beneficiaire_id from masp.{table} where id = '{id}'");
        var chef = await api.PersonAsync("chef@titulaire-a.example");
        var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id);

        var answer = method == "GET" ? await chef.GetAsync(address) : await chef.PostAsync(address, new { }, ("If-Match", "\"1\""));

        Assert.Equal(404, (int)answer.Statut);
        Assert.Equal([$"{operation} refus {objet} {id} {person} ChefTitulaire"], await api.Sql.LooksAsync(answer, "operation, nature, objet, objet_id, beneficiaire_id, role"));
    }

    [Fact]
    public async Task Trying_what_the_role_may_not_do_is_on_record()
    {
        var answer = await (await api.PersonAsync("admin@herault.example")).GetAsync("/mesures?lot=1");

        answer.AssertRefused(403, "acces.refuse");
        Assert.Equal(["listerMesures refus mesure Administrateur"], await api.Sql.LooksAsync(answer, "operation, nature, objet, role"));
    }

    [Fact]
    public async Task A_list_that_was_refused_for_bad_input_showed_nobody()
    {
        var answer = await (await api.PersonAsync("agent@herault.example")).GetAsync("/mesures?taille=0");

        Assert.Equal(400, (int)answer.Statut);
        Assert.Empty(await api.Sql.LooksAsync(answer, "operation"));
    }

    [Fact]
    public async Task What_shows_nobody_leaves_no_row()
    {
        Assert.Empty(await api.Sql.LooksAsync((await (await api.PersonAsync("agent@herault.example")).GetAsync("/lots")).Reussie(), "operation"));
    }

    [Fact]
    public async Task Nobody_looks_without_saying_who_looks() => Assert.Equal(
        PostgresErrorCodes.InsufficientPrivilege,
        (await api.Sql.RefusedAsync(null, "select journal.noter('lireMesure', 'dossier', 'mesure', null, null, null, gen_random_uuid(), now())")).SqlState);

    /// <summary>A look may be lost by a crash within its last moments, an act may not.</summary>
    [Theory]
    [InlineData("select 1", "off")]
    [InlineData("update masp.series set dernier = dernier + 1", "on")]
    public async Task Only_a_transaction_that_writes_nothing_else_goes_on_without_waiting_for_the_disk(string before, string waits)
    {
        await api.Sql.UndoneAsync("set local synchronous_commit = on", before);

        Assert.Equal(waits, await api.Sql.UndoneAsync(
            "set local synchronous_commit = on",
            before,
            "select journal.noter('essai', 'liste', 'mesure', null, null, 1, gen_random_uuid(), now())",
            "select current_setting('synchronous_commit')"));
    }
}
