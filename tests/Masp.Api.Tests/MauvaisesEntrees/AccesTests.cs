using Masp.Api.Tests.Socle;

namespace Masp.Api.Tests.MauvaisesEntrees;

/// <summary>Callers nobody knows, callers who may not, and records that are another's.</summary>
public sealed class AccesTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string ChefB = "chef@titulaire-b.example";

    [Fact]
    public async Task Nobody_and_a_false_token_are_not_known()
    {
        using var forged = Appelant.WithToken(api.Address, "CfDJ8forge");
        await api.Sql.UnchangedAsync(async () =>
        {
            foreach (var caller in new[] { api.Anonyme, forged })
            {
                (await caller.GetAsync("/mesures")).AssertRefused(401, "acces.authentification");
                (await caller.PostAsync("/demandes", await api.Parcours.CorpsAsync())).AssertRefused(401, "acces.authentification");
            }
        });
    }

    [Fact]
    public async Task A_program_of_exports_reads_and_writes_no_record()
    {
        var exports = await api.ExportsAsync();
        await api.Sql.UnchangedAsync(async () =>
        {
            foreach (var path in new[] { "/mesures", "/demandes", "/factures", "/bons-de-commande", "/lots", "/a-faire", "/recherche?q=essai" })
                (await exports.GetAsync(path)).AssertRefused(403, "acces.refuse");
            (await exports.PostAsync("/demandes", await api.Parcours.CorpsAsync())).AssertRefused(403, "acces.refuse");
        });
    }

    [Fact]
    public async Task A_wrong_password_opens_no_session() =>
        (await api.Anonyme.PostAsync("/session", new { identifiant = "admin@herault.example", motDePasse = "faux" })).AssertRefused(401, "acces.identifiants");

    [Fact]
    public async Task A_session_without_its_antiforgery_token_changes_nothing()
    {
        using var foreign = await Appelant.PersonAsync(api.Address, "agent@herault.example", avecJeton: false);
        var body = await api.Parcours.CorpsAsync();

        await api.Sql.UnchangedAsync(async () => (await foreign.PostAsync("/demandes", body)).AssertRefused(400, "acces.jeton-antiforgery"));
        (await (await api.PersonAsync("agent@herault.example")).PostAsync("/demandes", body)).Reussie();
    }

    [Theory]
    [InlineData("agent@herault.example", "/baremes")]
    [InlineData("comptable@herault.example", "/demandes")]
    [InlineData("admin@herault.example", "/commissions")]
    [InlineData("chef@titulaire-a.example", "/demandes")]
    [InlineData("intervenant@titulaire-a.example", "/factures")]
    [InlineData("referent@ccas.example", "/communes/import")]
    public async Task A_role_that_may_not_is_refused(string identifiant, string path)
    {
        var person = await api.PersonAsync(identifiant);

        await api.Sql.UnchangedAsync(async () => (await person.PostAsync(path, new { })).AssertRefused(403, "acces.refuse"));
    }

    [Theory]
    [InlineData("mesures", "", "mesure.introuvable")]
    [InlineData("mesures", "/chronologie", "mesure.introuvable")]
    [InlineData("bons_de_commande", "", "bon-de-commande.introuvable")]
    [InlineData("factures", "", "facture.introuvable")]
    [InlineData("factures", "/etat-detaille", "facture.introuvable")]
    public async Task A_record_of_another_titulaire_is_not_there(string table, string below, string code)
    {
        var foreign = await ForeignAsync(table);
        var path = $"/{table.Replace('_', '-')}/{foreign}{below}";

        (await (await api.PersonAsync(ChefB)).GetAsync(path)).AssertRefused(404, code);
        (await (await api.IntegrateurAsync()).GetAsync(path)).Reussie();
    }

    [Theory]
    [InlineData("reception", "{}")]
    [InlineData("signature", """{"datePremiereRencontre":"2026-03-16","dateSignature":"2026-03-16"}""")]
    [InlineData("deplacements", """{"date":"2026-03-16","lieu":"Domicile","intervenant":"Alix"}""")]
    [InlineData("abandon", """{"motif":"Pas à nous."}""")]
    public async Task An_order_of_another_titulaire_takes_no_act(string act, string body)
    {
        var chef = await api.PersonAsync(ChefB);
        var foreign = await ForeignAsync("bons_de_commande");
        var version = await (await api.IntegrateurAsync()).VersionAsync($"/bons-de-commande/{foreign}");

        await api.Sql.UnchangedAsync(async () => (await chef.PostAsync($"/bons-de-commande/{foreign}/{act}", body, version)).AssertRefused(404, "bon-de-commande.introuvable"));
    }

    [Fact]
    public async Task A_facture_of_another_titulaire_is_neither_prepared_nor_shown_nor_issued()
    {
        var chef = await api.PersonAsync(ChefB);
        var facture = await ForeignAsync("factures");
        var titulaire = await api.Sql.ReadAsync<Guid>($"select titulaire_id from masp.factures where id = '{facture}'");
        var lot = await api.Sql.ReadAsync<string>($"select lot_code from masp.factures where id = '{facture}'");
        var version = await (await api.IntegrateurAsync()).VersionAsync($"/factures/{facture}");

        await api.Sql.UnchangedAsync(async () =>
        {
            (await chef.PostAsync("/factures", new { titulaireId = titulaire, lot, trimestre = "2025-T4" })).AssertRefused(400, "titulaire.inconnu", "titulaireId");
            (await chef.GetAsync($"/factures/apercu?titulaireId={titulaire}&lot={lot}&trimestre=2025-T4")).AssertRefused(400, "titulaire.inconnu", "titulaireId");
            (await chef.PostAsync($"/factures/{facture}/emission", null, version)).AssertRefused(404, "facture.introuvable");
        });
    }

    [Theory]
    [InlineData("mesures")]
    [InlineData("bons_de_commande")]
    [InlineData("factures")]
    public async Task A_filter_on_another_titulaire_finds_nothing(string table)
    {
        var foreign = await api.Sql.ReadAsync<Guid>($"select titulaire_id from masp.{table} where id = '{await ForeignAsync(table)}'");
        var path = $"/{table.Replace('_', '-')}?titulaireId={foreign}";

        Assert.Empty((await (await api.PersonAsync(ChefB)).GetAsync(path)).Reussie().Corps!["elements"]!.AsArray());
        Assert.NotEmpty((await (await api.IntegrateurAsync()).GetAsync(path)).Reussie().Corps!["elements"]!.AsArray());
    }

    [Fact]
    public async Task A_demande_of_another_service_is_not_there()
    {
        var referent = await api.PersonAsync("referent@ccas.example");
        var service = Guid.Parse((await referent.GetAsync("/session")).Reussie().Lire("utilisateur.serviceReferent.id"));
        var foreign = await api.Sql.ReadAsync<Guid>($"select id from masp.demandes where service_referent_id <> '{service}' order by id limit 1");
        var own = await api.Sql.ReadAsync<Guid>($"select id from masp.demandes where service_referent_id = '{service}' order by id limit 1");
        var otherService = await api.Sql.ReadAsync<Guid>($"select id from masp.services_referents where id <> '{service}' order by id limit 1");

        (await referent.GetAsync($"/demandes/{foreign}")).AssertRefused(404, "demande.introuvable");
        (await referent.GetAsync($"/demandes/{own}")).Reussie();
        var body = await api.Parcours.CorpsAsync();
        body["serviceReferentId"] = otherService.ToString();
        await api.Sql.UnchangedAsync(async () => (await referent.PostAsync("/demandes", body)).AssertRefused(400, "demande.service-inconnu", "serviceReferentId"));
    }

    [Fact]
    public async Task A_search_finds_no_order_of_another_titulaire()
    {
        var numero = await api.Sql.ReadAsync<string>($"select numero from masp.bons_de_commande where id = '{await ForeignAsync("bons_de_commande")}'");

        Assert.Empty((await (await api.PersonAsync(ChefB)).GetAsync($"/recherche?q={numero}")).Reussie().Corps!["elements"]!.AsArray());
        Assert.NotEmpty((await (await api.IntegrateurAsync()).GetAsync($"/recherche?q={numero}")).Reussie().Corps!["elements"]!.AsArray());
    }

    private async Task<Guid> ForeignAsync(string table)
    {
        var own = (await (await api.PersonAsync(ChefB)).GetAsync("/session")).Reussie().Lire("utilisateur.titulaire.id");
        return await api.Sql.ReadAsync<Guid>($"select id from masp.{table} where titulaire_id <> '{own}' order by id desc limit 1");
    }
}
