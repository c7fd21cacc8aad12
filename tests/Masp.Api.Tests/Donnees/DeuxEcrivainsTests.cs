using System.Net;
using Masp.Api.Tests.Socle;

namespace Masp.Api.Tests.Donnees;

/// <summary>Two writers of one aggregate at once: one wins, the other is told so by a rule or a version, and the rows say it once.</summary>
public sealed class DeuxEcrivainsTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    [Fact]
    public async Task Two_opinions_on_one_demande()
    {
        var demande = await api.Parcours.InscrireAsync();
        var path = $"/commissions/{await api.Parcours.SeanceAsync()}/avis";

        await OneWinsAsync(
            c => c.PostAsync(path, new { demandeId = demande, sens = "favorable", motif = "Pour." }),
            c => c.PostAsync(path, new { demandeId = demande, sens = "defavorable", motif = "Contre." }),
            "avis.deja-rendu");

        Assert.Equal(1L, await CountAsync($"masp.avis where demande_id = '{demande}'"));
    }

    [Fact]
    public async Task Two_decisions_on_one_demande()
    {
        var demande = await api.Parcours.AviserAsync();

        await OneWinsAsync(
            c => c.PostAsync($"/demandes/{demande}/decision", new { sens = "favorable", avecGestion = true, dureeMois = 12 }),
            c => c.PostAsync($"/demandes/{demande}/decision", new { sens = "favorable", avecGestion = false, dureeMois = 18 }),
            "decision.deja-prise");
    }

    [Fact]
    public async Task Two_attributions_of_one_demande()
    {
        var demande = await api.Parcours.AccepterAsync();

        await OneWinsAsync(c => c.PostAsync($"/demandes/{demande}/attribution", new { }), c => c.PostAsync($"/demandes/{demande}/attribution", new { }), "attribution.deja-faite");

        Assert.Equal(1L, await CountAsync($"masp.bons_de_commande where demande_id = '{demande}'"));
        await RegisterIsWholeAsync();
    }

    [Fact]
    public async Task An_attribution_and_that_of_the_whole_session()
    {
        var demande = await api.Parcours.AccepterAsync();
        var seance = await api.Parcours.SeanceAsync();

        var answers = await AtOnceAsync(c => c.PostAsync($"/demandes/{demande}/attribution", new { }), c => c.PostAsync($"/commissions/{seance}/attributions", null));

        Assert.All(answers.Where(a => a.Statut != HttpStatusCode.Created), a => Assert.Contains(a.Code, new[] { "attribution.deja-faite", "attribution.rien-a-attribuer" }));
        Assert.Equal(1L, await CountAsync($"masp.bons_de_commande where demande_id = '{demande}'"));
        await RegisterIsWholeAsync();
    }

    [Fact]
    public async Task Two_receptions_of_one_order()
    {
        var bon = await api.Parcours.AttribuerAsync();
        var version = await VersionAsync($"/bons-de-commande/{bon}");

        await OneWinsAsync(
            c => c.PostAsync($"/bons-de-commande/{bon}/reception", new { }, version), c => c.PostAsync($"/bons-de-commande/{bon}/reception", new { }, version), "version.perimee");
    }

    [Fact]
    public async Task A_signature_and_an_abandon_of_one_order()
    {
        var bon = await api.Parcours.AttribuerAsync();
        var version = await VersionAsync($"/bons-de-commande/{bon}");

        await OneWinsAsync(
            c => c.PostAsync($"/bons-de-commande/{bon}/signature", new { datePremiereRencontre = ApiDeTest.Aujourdhui, dateSignature = ApiDeTest.Aujourdhui }),
            c => c.PostAsync($"/bons-de-commande/{bon}/abandon", new { motif = "Perdue de vue." }, version),
            "bon-de-commande.abandonne", "version.perimee");

        Assert.Equal(
            1L, await CountAsync($"masp.mesures where bon_de_commande_id = '{bon}'") + await CountAsync($"masp.inscriptions where bon_de_commande_id = '{bon}' and nature = 'Restitution'"));
        await NumbersAreWholeAsync("masp.mesures where numero like '34-2026-%'", "mesure:2026");
    }

    [Fact]
    public async Task Two_signatures_of_one_order()
    {
        var bon = await api.Parcours.AttribuerAsync();
        var body = new { datePremiereRencontre = ApiDeTest.Aujourdhui, dateSignature = ApiDeTest.Aujourdhui };

        await OneWinsAsync(
            c => c.PostAsync($"/bons-de-commande/{bon}/signature", body), c => c.PostAsync($"/bons-de-commande/{bon}/signature", body), "bon-de-commande.deja-signe");

        Assert.Equal(1L, await CountAsync($"masp.mesures where bon_de_commande_id = '{bon}'"));
        await NumbersAreWholeAsync("masp.mesures where numero like '34-2026-%'", "mesure:2026");
    }

    [Fact]
    public async Task Two_validations_of_one_forfait()
    {
        var bon = await api.Parcours.AbandonnerAsync();
        var version = await VersionAsync($"/bons-de-commande/{bon}");

        await OneWinsAsync(
            c => c.PostAsync($"/bons-de-commande/{bon}/forfait/validation", null, version),
            c => c.PostAsync($"/bons-de-commande/{bon}/forfait/validation", null, version),
            "version.perimee");
    }

    [Fact]
    public async Task Two_preparations_validations_issues_and_credits_of_one_facture()
    {
        var facture = await api.Sql.ReadAsync<Guid>("select id from masp.factures where etat = 'AValider' and nature = 'Facture' order by id limit 1");
        var path = $"/factures/{facture}";
        foreach (var act in new[] { "validation", "emission" })
        {
            var version = await VersionAsync(path);
            await OneWinsAsync(c => c.PostAsync($"{path}/{act}", null, version), c => c.PostAsync($"{path}/{act}", null, version), "version.perimee");
        }

        await OneWinsAsync(
            c => c.PostAsync($"{path}/avoir", new { motif = "Erreur." }), c => c.PostAsync($"{path}/avoir", new { motif = "Erreur." }), "avoir.deja-fait", "version.perimee");
        Assert.Equal(1L, await CountAsync($"masp.factures where avoir_de = '{facture}'"));

        var read = (await (await api.IntegrateurAsync()).GetAsync(path)).Reussie();
        var body = new { titulaireId = read.Lire("titulaire.id"), lot = read.Lire("lot"), trimestre = read.Lire("trimestre") };
        await OneWinsAsync(c => c.PostAsync("/factures", body), c => c.PostAsync("/factures", body), "facture.deja-preparee", "facture.mois-deja-facture");
        await NumbersAreWholeAsync(
            $"masp.factures where numero is not null and titulaire_id = '{read.Lire("titulaire.id")}'", $"facture:{read.Lire("titulaire.id")}");
    }

    [Fact]
    public async Task Two_baremes_of_one_day()
    {
        var body = new { reference = "Arrêté d'essai", debut = "2027-01-01", sgu = 210.0, agu = 220.0, sgr = 220.0, agr = 230.0, forfait = 60.0 };

        await OneWinsAsync(c => c.PostAsync("/baremes", body), c => c.PostAsync("/baremes", body), "bareme.deja-fixe", "bareme.anterieur");
    }

    [Fact]
    public async Task Two_sessions_of_one_date()
    {
        var body = new { date = "2026-10-01", demandes = Array.Empty<Guid>() };

        await OneWinsAsync(c => c.PostAsync("/commissions", body), c => c.PostAsync("/commissions", body), "commission.deja-ouverte");
    }

    [Fact]
    public async Task Two_sessions_for_one_demande()
    {
        var demande = await api.Parcours.DeposerAsync();
        var demandes = new[] { demande };

        await OneWinsAsync(
            c => c.PostAsync("/commissions", new { date = "2026-10-08", demandes }), c => c.PostAsync("/commissions", new { date = "2026-10-15", demandes }), "demande.deja-inscrite");

        Assert.Equal(1L, await CountAsync($"masp.points_ordre_du_jour where demande_id = '{demande}'"));
    }

    [Fact]
    public async Task Two_imports_of_one_commune()
    {
        var commune = await api.Sql.ReadAsync<string>("select max(code_insee) from masp.communes");
        var csv = $"codeInsee;nom;codesPostaux;population;lot;zone\n{commune};Essai;34000;100;2;urbaine\n";

        var answers = await AtOnceAsync(c => c.PostAsync("/communes/import", new { csv }), c => c.PostAsync("/communes/import", new { csv }));

        Assert.Contains(answers, a => a.Statut == HttpStatusCode.Created);
        Assert.All(answers, a => Assert.True(a.Statut == HttpStatusCode.Created || (int)a.Statut is 409 or 412, a.Texte));
        Assert.Equal(1L, await CountAsync($"masp.affectations where code_insee = '{commune}' and debut = '{ApiDeTest.Aujourdhui}'"));
    }

    [Fact]
    public async Task Eight_demandes_at_once_and_refusals_between_take_numbers_without_a_gap()
    {
        var caller = await api.IntegrateurAsync();
        var good = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => api.Parcours.CorpsAsync()));
        var bad = await api.Parcours.CorpsAsync();
        bad["dateAccord"] = "2026-03-17";

        var answers = await Task.WhenAll(good.SelectMany(body => new[] { caller.PostAsync("/demandes", body), caller.PostAsync("/demandes", bad.ToJsonString()) }));

        Assert.Equal(8, answers.Count(a => a.Statut == HttpStatusCode.Created));
        await NumbersAreWholeAsync("masp.demandes where numero like 'D-2026-%'", "demande:2026");
    }

    /// <summary>Exactly one is done; the other is refused with one of the codes.</summary>
    private async Task OneWinsAsync(Func<Appelant, Task<Reponse>> one, Func<Appelant, Task<Reponse>> other, params string[] codes)
    {
        var answers = await AtOnceAsync(one, other);
        Assert.True(answers.Count(a => (int)a.Statut is >= 200 and < 300) == 1, string.Join('\n', answers.Select(a => a.Texte)));
        var refused = answers.Single(a => (int)a.Statut >= 400);
        Assert.Contains(refused.Code, codes.Append("bon-de-commande.deja-signe").Append("ecriture.concurrente"));
        refused.AssertRefused(refused.Code == "version.perimee" ? 412 : 409, refused.Code!);
    }

    private async Task<Reponse[]> AtOnceAsync(Func<Appelant, Task<Reponse>> one, Func<Appelant, Task<Reponse>> other)
    {
        var caller = await api.IntegrateurAsync();
        return await Task.WhenAll(one(caller), other(caller));
    }

    private async Task<(string Name, string Value)> VersionAsync(string path) => await (await api.IntegrateurAsync()).VersionAsync(path);

    private Task<long> CountAsync(string from) => api.Sql.ReadAsync<long>($"select count(*) from {from}");

    /// <summary>As many records as the last number taken: none was lost, none was given twice.</summary>
    private async Task NumbersAreWholeAsync(string from, string serie)
    {
        var last = (long)await api.Sql.ReadAsync<int>($"select dernier from masp.series where code = '{serie}'");
        Assert.Equal(last, await CountAsync(from));
        Assert.Equal(last, await api.Sql.ReadAsync<long>($"select max(substring(numero from '\\d+$')::bigint) from {from}"));
    }

    private async Task RegisterIsWholeAsync() => Assert.Equal(
        "0 0",
        await api.Sql.ReadAsync<string>(
            """
            select concat_ws(' ', max(t.dernier_numero) - count(i.numero), max(t.dernier_ordre) - count(*))
            from masp.tours_de_role t join masp.inscriptions i on i.lot_code = t.lot_code where t.lot_code = '1'
            """));
}
