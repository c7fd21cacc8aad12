using Masp.Api.Tests.Socle;
using NodaTime;

namespace Masp.Api.Tests.Demandes;

/// <summary>From a request to a paid quarter over HTTP, each step looked at in the rows it wrote.</summary>
public sealed class CheminPrincipalTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    [Fact]
    public async Task A_request_becomes_an_order_a_signed_contract_and_an_issued_facture()
    {
        var caller = await api.IntegrateurAsync();
        var demandes = await api.Sql.ReadAsync<int>("select dernier from masp.series where code = 'demande:2026'");

        var filed = (await caller.PostAsync("/demandes", await api.Parcours.CorpsAsync())).Reussie();
        var demande = filed.Id;
        Assert.Equal($"D-2026-{demandes + 1:0000}", filed.Lire("numero"));
        Assert.Equal(("Deposee", filed.Lire("numero")), await DemandeAsync(demande));

        var seance = await api.Parcours.SeanceAsync();
        (await caller.PostAsync($"/commissions/{seance}/points", new { demandeId = demande })).Reussie();
        (await caller.PostAsync($"/commissions/{seance}/avis", new { demandeId = demande, sens = "favorable", motif = "Au vu du dossier." })).Reussie();
        Assert.Equal(
            "Favorable 2026-03-16", await api.Sql.ReadAsync<string>($"select sens || ' ' || date from masp.avis where demande_id = '{demande}' and commission_id = '{seance}'"));

        var decided = (await caller.PostAsync($"/demandes/{demande}/decision", new { sens = "favorable", avecGestion = true, dureeMois = 12 })).Reussie();
        Assert.Equal("acceptee", decided.Lire("etat"));
        Assert.Equal(
            "Favorable 2026-03-16 true 12 1",
            await api.Sql.ReadAsync<string>(
                $"select concat_ws(' ', decision_sens, decision_date, decision_avec_gestion::text, decision_duree_mois, decision_lot_code) from masp.demandes where id = '{demande}'"));

        var bon = await AllocatedAsync(caller, demande);
        await ReceivedAsync(caller, bon);
        var mesure = await SignedAsync(caller, bon, demande);
        await InvoicedAsync(caller, mesure);
    }

    private async Task<Guid> AllocatedAsync(Appelant caller, Guid demande)
    {
        var dernier = await api.Sql.ReadAsync<int>("select dernier_numero from masp.tours_de_role where lot_code = '1'");
        var announced = (await caller.GetAsync($"/demandes/{demande}/attribution/apercu")).Reussie();

        var served = (await caller.PostAsync($"/demandes/{demande}/attribution", new { })).Reussie();

        var bon = Guid.Parse(served.Lire("bonDeCommande.id"));
        Assert.Contains(served.Lire("explication"), announced.Texte, StringComparison.Ordinal);
        Assert.Equal(dernier + 1, int.Parse(served.Lire("numero"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal($"BC-34-1-{dernier + 1:0000}", served.Lire("bonDeCommande.numero"));
        Assert.Equal(
            string.Join(" | ", dernier + 1, "Automatique", served.Lire("titulaire.id"), served.Lire("compteAvant"), served.Lire("compteApres"), served.Lire("explication")),
            await api.Sql.ReadAsync<string>(
                $"select concat_ws(' | ', numero, nature, titulaire_id, compte_avant, compte_apres, explication) from masp.inscriptions where bon_de_commande_id = '{bon}'"));
        Assert.Equal(
            served.Lire("compteApres"),
            await api.Sql.ReadAsync<string>($"select compte::text from masp.places where assis and lot_code = '1' and titulaire_id = '{served.Lire("titulaire.id")}'"));
        Assert.Equal(served.Lire("explication"), await api.Sql.ReadAsync<string>($"select explication from masp.bons_de_commande where id = '{bon}'"));
        Assert.Contains(served.Lire("explication"), (await caller.GetAsync("/lots/1/tour-de-role?taille=1")).Reussie().Texte, StringComparison.Ordinal);
        return bon;
    }

    private async Task ReceivedAsync(Appelant caller, Guid bon)
    {
        api.Avancer(new LocalDate(2026, 3, 17));
        var seen = await caller.VersionAsync($"/bons-de-commande/{bon}");

        (await caller.PostAsync($"/bons-de-commande/{bon}/reception", new { }, seen)).Reussie();

        Assert.NotEqual(seen, await caller.VersionAsync($"/bons-de-commande/{bon}"));
        Assert.Equal("Recu 2026-03-17 false", await BonAsync(bon, "etat, recu_le, reception_reputee::text"));
    }

    private async Task<Guid> SignedAsync(Appelant caller, Guid bon, Guid demande)
    {
        api.Avancer(new LocalDate(2026, 3, 25));
        var mesures = await api.Sql.ReadAsync<int>("select dernier from masp.series where code = 'mesure:2026'");

        var opened = (await caller.PostAsync(
            $"/bons-de-commande/{bon}/signature",
            new { datePremiereRencontre = "2026-03-20", dateSignature = "2026-03-24" },
            await caller.VersionAsync($"/bons-de-commande/{bon}"))).Reussie();

        Assert.Equal($"34-2026-{mesures + 1:0000}", opened.Lire("numero"));
        Assert.Equal("Signe 2026-03-17 2026-03-20 2026-03-24", await BonAsync(bon, "etat, recu_le, premiere_rencontre_le, signe_le"));
        Assert.Equal("Signee", (await DemandeAsync(demande)).Etat);
        Assert.Equal(
            "EnCours 2026-03-24 2026-03-24 12 2027-03-23",
            await api.Sql.ReadAsync<string>(
                $"select concat_ws(' ', m.etat, m.debut, k.debut, k.duree_mois, k.fin_prevue) from masp.mesures m join masp.contrats k on k.mesure_id = m.id where m.id = '{opened.Id}'"));
        var told = (await caller.GetAsync($"/mesures/{opened.Id}")).Reussie();
        Assert.Equal(
            ["2026-03-17", "2026-03-20", "2026-03-24"], [told.Lire("recuLe"), told.Lire("premiereRencontreLe"), told.Lire("debut")]);
        return opened.Id;
    }

    private async Task InvoicedAsync(Appelant caller, Guid mesure)
    {
        api.Avancer(new LocalDate(2026, 7, 2));
        var titulaire = await api.Sql.ReadAsync<Guid>($"select titulaire_id from masp.mesures where id = '{mesure}'");
        var asked = new { titulaireId = titulaire, lot = "1", trimestre = "2026-T2" };
        var preview = (await caller.GetAsync($"/factures/apercu?titulaireId={titulaire}&lot=1&trimestre=2026-T2")).Reussie();

        var prepared = (await caller.PostAsync("/factures", asked)).Reussie();

        var facture = prepared.Id;
        Assert.Equal(preview.Lire("total"), prepared.Lire("total"));
        Assert.Equal(
            "1 2026-04-23 1,2 2026-05-23 1,3 2026-06-23 1",
            await api.Sql.ReadAsync<string>(
                $"""
                select string_agg(concat_ws(' ', l.mois_numero, l.fin, l.quantite), ',' order by l.mois_numero)
                from masp.lignes_detaillees l join masp.contrats k on k.id = l.contrat_id where l.facture_id = '{facture}' and k.mesure_id = '{mesure}'
                """));
        Assert.Equal(
            3L,
            await api.Sql.ReadAsync<long>(
                $"""
                select count(*)
                from masp.lignes_detaillees l
                join masp.contrats k on k.id = l.contrat_id
                join masp.mesures m on m.id = k.mesure_id
                join lateral (select zone from masp.affectations a where a.code_insee = m.commune_insee and a.debut <= l.debut order by a.debut desc limit 1) a on true
                join lateral (select id, case a.zone when 'Urbaine' then agu else agr end as prix from masp.baremes b where b.debut <= l.debut order by b.debut desc limit 1) b on b.id = l.bareme_id
                where l.facture_id = '{facture}' and m.id = '{mesure}' and l.prix_unitaire = b.prix and l.montant = b.prix
                """));
        await api.Sql.UnchangedAsync(async () => (await caller.PostAsync($"/factures/{facture}/emission", null, await caller.VersionAsync($"/factures/{facture}")))
            .AssertRefused(409, "facture.non-validee"));

        (await caller.PostAsync($"/factures/{facture}/validation", null, await caller.VersionAsync($"/factures/{facture}"))).Reussie();
        var numbers = await api.Sql.ReadAsync<long>($"select count(*) from masp.factures where titulaire_id = '{titulaire}' and numero is not null");
        var issued = (await caller.PostAsync($"/factures/{facture}/emission", null, await caller.VersionAsync($"/factures/{facture}"))).Reussie();

        Assert.EndsWith($"-{numbers + 1:00000}", issued.Lire("numero"), StringComparison.Ordinal);
        Assert.Equal(
            $"Emise {issued.Lire("numero")} 2026-07-02 2026-07-02 true",
            await api.Sql.ReadAsync<string>(
                $"""
                select concat_ws(' ', etat, numero, validee_le, emise_le, (total = (select sum(montant) from masp.lignes_facture l where l.facture_id = f.id))::text)
                from masp.factures f where id = '{facture}'
                """));
    }

    private async Task<(string Etat, string Numero)> DemandeAsync(Guid id)
    {
        var read = (await api.Sql.ReadAsync<string>($"select etat || ' ' || numero from masp.demandes where id = '{id}'")).Split(' ');
        return (read[0], read[1]);
    }

    private Task<string> BonAsync(Guid id, string columns) => api.Sql.ReadAsync<string>($"select concat_ws(' ', {columns}) from masp.bons_de_commande where id = '{id}'");
}
