using System.Text.Json.Nodes;
using Masp.Api.Tests.Socle;

namespace Masp.Api.Tests.MauvaisesEntrees;

/// <summary>Versions that are stale, missing or forged; answers asked for twice.</summary>
public sealed class VersionsEtRejeuxTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    [Theory]
    [InlineData("\"1\"")]
    [InlineData("\"4294967295\"")]
    [InlineData("\"99999999999999999999\"")]
    [InlineData("W/\"abc\"")]
    [InlineData("*")]
    [InlineData("pas une version")]
    [InlineData("-1")]
    public async Task A_version_that_is_not_the_records_own_is_stale(string version)
    {
        var bon = await api.Parcours.AttribuerAsync();
        var caller = await api.IntegrateurAsync();

        await api.Sql.UnchangedAsync(async () =>
        {
            (await caller.PostAsync($"/bons-de-commande/{bon}/reception", new { }, ("If-Match", version))).AssertRefused(412, "version.perimee");
            (await caller.PostAsync($"/bons-de-commande/{bon}/signature", new { datePremiereRencontre = ApiDeTest.Aujourdhui, dateSignature = ApiDeTest.Aujourdhui }, ("If-Match", version)))
                .AssertRefused(412, "version.perimee");
        });
    }

    [Theory]
    [InlineData("reception")]
    [InlineData("abandon")]
    [InlineData("annulation")]
    [InlineData("forfait/validation")]
    public async Task A_change_that_does_not_say_its_version_is_refused(string act)
    {
        var bon = await api.Parcours.AttribuerAsync();
        object? body = act is "abandon" or "annulation" ? new { motif = "Erreur." } : null;

        await api.Sql.UnchangedAsync(async () => (await (await api.IntegrateurAsync()).PostAsync($"/bons-de-commande/{bon}/{act}", body)).AssertRefused(428, "version.manquante"));
    }

    [Fact]
    public async Task A_version_seen_before_somebody_elses_change_is_stale()
    {
        var bon = await api.Parcours.AttribuerAsync();
        var caller = await api.IntegrateurAsync();
        var seen = await caller.VersionAsync($"/bons-de-commande/{bon}");
        (await caller.PostAsync($"/bons-de-commande/{bon}/deplacements", new { date = ApiDeTest.Aujourdhui, lieu = "Domicile", intervenant = "Alix" })).Reussie();

        await api.Sql.UnchangedAsync(async () => (await caller.PostAsync($"/bons-de-commande/{bon}/reception", new { }, seen)).AssertRefused(412, "version.perimee"));
        (await caller.PostAsync($"/bons-de-commande/{bon}/reception", new { }, await caller.VersionAsync($"/bons-de-commande/{bon}"))).Reussie();
    }

    [Fact]
    public async Task The_same_key_and_body_answer_the_same_and_write_once()
    {
        var caller = await api.IntegrateurAsync();
        var body = await api.Parcours.CorpsAsync();
        var key = ("Idempotency-Key", "depot-1");
        var first = (await caller.PostAsync("/demandes", body, key)).Reussie();

        await api.Sql.UnchangedAsync(async () =>
        {
            var second = (await caller.PostAsync("/demandes", body, key)).Reussie();
            Assert.Equal((first.Statut, first.Texte, first.ETag), (second.Statut, second.Texte, second.ETag));
        });
    }

    [Fact]
    public async Task The_same_key_with_another_body_or_on_another_act_is_refused()
    {
        var caller = await api.IntegrateurAsync();
        var body = await api.Parcours.CorpsAsync();
        var key = ("Idempotency-Key", "depot-2");
        var demande = (await caller.PostAsync("/demandes", body, key)).Reussie().Id;
        body["motif"] = JsonValue.Create("Un autre motif.");

        await api.Sql.UnchangedAsync(async () =>
        {
            (await caller.PostAsync("/demandes", body, key)).AssertRefused(409, "idempotence.cle-reutilisee");
            (await caller.PostAsync($"/demandes/{demande}/attribution", new { }, key)).AssertRefused(409, "idempotence.cle-reutilisee");
        });
    }

    [Fact]
    public async Task The_key_of_a_refused_command_keeps_no_answer()
    {
        var caller = await api.IntegrateurAsync();
        var demande = await api.Parcours.InscrireAsync();
        var decision = new { sens = "favorable", avecGestion = true, dureeMois = 12 };
        var key = ("Idempotency-Key", "decision-1");
        await api.Sql.UnchangedAsync(async () => (await caller.PostAsync($"/demandes/{demande}/decision", decision, key)).AssertRefused(409, "decision.avis-manquant"));

        (await caller.PostAsync($"/commissions/{await api.Parcours.SeanceAsync()}/avis", new { demandeId = demande, sens = "favorable", motif = "Au vu du dossier." })).Reussie();

        Assert.Equal("acceptee", (await caller.PostAsync($"/demandes/{demande}/decision", decision, key)).Reussie().Lire("etat"));
    }

    [Fact]
    public async Task Two_calls_at_once_with_one_key_write_once_and_answer_the_same()
    {
        var caller = await api.IntegrateurAsync();
        var body = (await api.Parcours.CorpsAsync()).ToJsonString();
        var before = await api.Sql.ReadAsync<long>("select count(*) from masp.demandes");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => caller.PostAsync("/demandes", body, ("Idempotency-Key", "depot-4"))));

        Assert.Single(answers.Select(a => a.Reussie().Texte).Distinct());
        Assert.Equal(before + 1, await api.Sql.ReadAsync<long>("select count(*) from masp.demandes"));
        Assert.Equal(1L, await api.Sql.ReadAsync<long>("select count(*) from masp.cles_de_rejeu where cle = 'depot-4'"));
    }

    [Fact]
    public async Task A_key_is_its_callers_own()
    {
        var body = await api.Parcours.CorpsAsync();
        body["homonyme"] = true;
        var key = ("Idempotency-Key", "depot-5");
        var program = (await (await api.IntegrateurAsync()).PostAsync("/demandes", body, key)).Reussie();
        var agent = (await (await api.PersonAsync("agent@herault.example")).PostAsync("/demandes", body, key)).Reussie();

        Assert.NotEqual(program.Id, agent.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("trop longue")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        var body = await api.Parcours.CorpsAsync();
        var told = key.Length > 2 ? new string('k', 201) : key;

        await api.Sql.UnchangedAsync(async () =>
            (await (await api.IntegrateurAsync()).PostAsync("/demandes", body, ("Idempotency-Key", told))).AssertRefused(400, "idempotence.cle-invalide"));
    }
}
