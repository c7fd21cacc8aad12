using Masp.Api.Tests.Socle;

namespace Masp.Api.Tests.MauvaisesEntrees;

/// <summary>What a rule refuses between the filing and the order: a 409 with its code, and not a row moved, not a number lost.</summary>
public sealed class DemandesTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    [Theory]
    [InlineData(5)]
    [InlineData(25)]
    [InlineData(0)]
    [InlineData(-12)]
    [InlineData(int.MaxValue)]
    public async Task A_contract_of_5_or_25_months_is_refused(int dureeMois)
    {
        var demande = await api.Parcours.AviserAsync();

        await RefusedAsync($"/demandes/{demande}/decision", Favorable(dureeMois), 409, "contrat.duree-hors-bornes", "dureeMois");
    }

    [Theory]
    [InlineData(6)]
    [InlineData(24)]
    public async Task A_contract_of_6_or_24_months_is_accepted(int dureeMois)
    {
        var demande = await api.Parcours.AccepterAsync(dureeMois);

        Assert.Equal(dureeMois, await api.Sql.ReadAsync<int>($"select decision_duree_mois from masp.demandes where id = '{demande}'"));
    }

    [Fact]
    public async Task A_49th_month_is_refused_and_the_48th_accepted()
    {
        var demande = await api.Parcours.AviserAsync();
        await GiveEarlierContractsAsync(demande, 42);

        await RefusedAsync($"/demandes/{demande}/decision", Favorable(7), 409, "mesure.duree-totale-depassee", "dureeMois");
        (await (await api.IntegrateurAsync()).PostAsync($"/demandes/{demande}/decision", Favorable(6))).Reussie();
    }

    [Fact]
    public async Task A_contract_that_another_one_has_made_too_long_meanwhile_is_not_signed()
    {
        var bon = await api.Parcours.AttribuerAsync(dureeMois: 7);
        await GiveEarlierContractsAsync(await api.Sql.ReadAsync<Guid>($"select demande_id from masp.bons_de_commande where id = '{bon}'"), 42);

        await RefusedAsync(
            $"/bons-de-commande/{bon}/signature", new { datePremiereRencontre = ApiDeTest.Aujourdhui, dateSignature = ApiDeTest.Aujourdhui }, 409, "mesure.duree-totale-depassee");
    }

    [Fact]
    public async Task A_decision_before_an_opinion_is_refused()
    {
        var filed = await api.Parcours.DeposerAsync();
        var enrolled = await api.Parcours.InscrireAsync();

        await RefusedAsync($"/demandes/{filed}/decision", Favorable(12), 409, "decision.avis-manquant");
        await RefusedAsync($"/demandes/{enrolled}/decision", Favorable(12), 409, "decision.avis-manquant");
    }

    [Fact]
    public async Task A_decision_taken_twice_is_refused()
    {
        var demande = await api.Parcours.AccepterAsync();

        await RefusedAsync($"/demandes/{demande}/decision", Favorable(12), 409, "decision.deja-prise");
    }

    [Theory]
    [InlineData("2026-03-15", 409, "decision.avant-avis")]
    [InlineData("2026-03-17", 400, "decision.date-future")]
    public async Task A_decision_dated_before_its_opinion_or_after_today_is_refused(string date, int status, string code)
    {
        var demande = await api.Parcours.AviserAsync();

        await RefusedAsync($"/demandes/{demande}/decision", new { sens = "favorable", avecGestion = true, dureeMois = 12, date }, status, code, "date");
    }

    [Fact]
    public async Task Every_rule_that_refuses_a_decision_is_told_at_once()
    {
        var demande = await api.Parcours.AviserAsync("defavorable");

        await api.Sql.UnchangedAsync(async () =>
        {
            var answer = await (await api.IntegrateurAsync()).PostAsync($"/demandes/{demande}/decision", new { sens = "favorable", dureeMois = 5 });
            Assert.Equal(["avecGestion", "dureeMois", "motifDivergence"], answer.Champs);
        });
        await RefusedAsync($"/demandes/{demande}/decision", new { sens = "defavorable" }, 409, "decision.refus-sans-motif", "motif");
    }

    [Fact]
    public async Task An_opinion_given_twice_is_refused()
    {
        var demande = await api.Parcours.AviserAsync();

        await RefusedAsync(
            $"/commissions/{await api.Parcours.SeanceAsync()}/avis", new { demandeId = demande, sens = "favorable", motif = "Encore." }, 409, "avis.deja-rendu", "demandeId");
    }

    [Fact]
    public async Task An_opinion_of_a_session_that_has_not_met_or_does_not_hold_it_is_refused()
    {
        var demande = await api.Parcours.DeposerAsync();
        var caller = await api.IntegrateurAsync();
        var avis = new { demandeId = demande, sens = "favorable", motif = "Trop tôt." };
        await RefusedAsync($"/commissions/{await api.Parcours.SeanceAsync()}/avis", avis, 409, "avis.hors-ordre-du-jour", "demandeId");

        var future = (await caller.PostAsync("/commissions", new { date = "2026-09-01", demandes = new[] { demande } })).Reussie().Id;
        await RefusedAsync($"/commissions/{future}/avis", avis, 409, "avis.seance-future");
        await RefusedAsync($"/commissions/{future}/points", new { demandeId = demande }, 409, "commission.point-en-double", "demandeId");
        await RefusedAsync("/commissions", new { date = "2026-09-01" }, 409, "commission.deja-ouverte", "date");
        await RefusedAsync("/commissions", new { date = "9999-12-31" }, 400, "date.hors-bornes", "date");
    }

    [Fact]
    public async Task A_session_holds_nothing_that_was_filed_or_adjourned_after_it()
    {
        const string Avant = "2026-03-03";
        var deposee = await api.Parcours.DeposerAsync();
        var ajournee = await api.Parcours.AviserAsync("ajourne");
        await api.Sql.WriteAsync($"update masp.demandes set accord_le = '{Avant}', deposee_le = '{Avant}' where id = '{ajournee}'");
        await RefusedAsync("/commissions", new { date = Avant, demandes = new[] { deposee } }, 409, "commission.avant-depot", "demandeId");
        await RefusedAsync("/commissions", new { date = Avant, demandes = new[] { ajournee } }, 409, "commission.avant-ajournement", "demandeId");

        var seance = (await (await api.IntegrateurAsync()).PostAsync("/commissions", new { date = Avant })).Reussie().Id;

        Assert.Equal(0L, await api.Sql.ReadAsync<long>($"select count(*) from masp.points_ordre_du_jour where commission_id = '{seance}' and demande_id in ('{deposee}', '{ajournee}')"));
    }

    [Fact]
    public async Task Allocating_twice_or_a_refused_demande_is_refused()
    {
        var bon = await api.Parcours.AttribuerAsync();
        var served = await api.Sql.ReadAsync<Guid>($"select demande_id from masp.bons_de_commande where id = '{bon}'");

        await RefusedAsync($"/demandes/{served}/attribution", new { }, 409, "attribution.deja-faite");
        await RefusedAsync($"/demandes/{await api.Parcours.RefuserAsync()}/attribution", new { }, 409, "attribution.decision-defavorable");
        await RefusedAsync($"/demandes/{await api.Parcours.AviserAsync()}/attribution", new { }, 409, "attribution.decision-manquante");
        await RefusedAsync($"/demandes/{Guid.Empty}/attribution", new { }, 404, "demande.introuvable");
    }

    [Fact]
    public async Task A_choice_by_hand_needs_a_reason_a_category_and_a_titulaire_of_the_Lot()
    {
        var demande = await api.Parcours.AccepterAsync();
        var path = $"/demandes/{demande}/attribution";
        var ofLot = await api.Sql.ReadAsync<Guid>("select titulaire_id from masp.places where lot_code = '1' and assis order by rang limit 1");
        var elsewhere = await api.Sql.ReadAsync<Guid>(
            "select id from masp.titulaires t where not exists (select from masp.places p where p.titulaire_id = t.id and p.lot_code = '1' and p.assis) limit 1");

        await RefusedAsync(path, new { titulaireId = ofLot, categorie = "memeFoyer" }, 400, "attribution.motif-manquant", "motif");
        await RefusedAsync(path, new { titulaireId = ofLot, motif = "Même foyer." }, 400, "attribution.categorie-manquante", "categorie");
        await RefusedAsync(path, new { titulaireId = ofLot, categorie = "parCommodite", motif = "Non." }, 400, "champ.valeur-inconnue", "categorie");
        await RefusedAsync(path, new { motif = "Sans titulaire." }, 400, "attribution.titulaire-manquant", "titulaireId");
        await RefusedAsync(path, new { categorie = "memeFoyer" }, 400, "attribution.titulaire-manquant", "titulaireId");
        await RefusedAsync(path, new { titulaireId = elsewhere, categorie = "autre", motif = "Hors du lot." }, 409, "attribution.titulaire-hors-lot", "titulaireId");
    }

    [Fact]
    public async Task A_choice_by_hand_is_not_an_agents()
    {
        var demande = await api.Parcours.AccepterAsync();
        var titulaire = await api.Sql.ReadAsync<Guid>("select titulaire_id from masp.places where lot_code = '1' and assis order by rang limit 1");
        var choice = new { titulaireId = titulaire, categorie = "memeFoyer", motif = "Même foyer." };
        var agent = await api.PersonAsync("agent@herault.example");

        await api.Sql.UnchangedAsync(async () => (await agent.PostAsync($"/demandes/{demande}/attribution", choice)).AssertRefused(403, "attribution.choix-reserve"));
        (await (await api.PersonAsync("decideur@herault.example")).PostAsync($"/demandes/{demande}/attribution", choice)).Reussie();
    }

    private static object Favorable(int dureeMois) => new { sens = "favorable", avecGestion = true, dureeMois };

    /// <summary>An ended measure of the same person, the twin of an existing one, that lasted so many months.</summary>
    private async Task GiveEarlierContractsAsync(Guid demande, int mois)
    {
        // Keys are drawn by PostgreSQL: these rows are only counted.
        await api.Sql.WriteAsync(
            $"""
            create temp table modele as
              select b.* from masp.bons_de_commande b join masp.mesures m on m.bon_de_commande_id = b.id and m.departement_code = b.departement_code order by b.id limit 1;
            update modele set id = gen_random_uuid(), numero = 'BC-essai-' || gen_random_uuid(), demande_id = '{demande}', etat = 'Annule', signe_le = null, clos_le = recu_le,
              beneficiaire_id = (select beneficiaire_id from masp.demandes where id = '{demande}');
            insert into masp.bons_de_commande select * from modele;
            create temp table ancienne as select m.* from masp.mesures m order by m.id limit 1;
            update ancienne set id = gen_random_uuid(), numero = 'essai-' || gen_random_uuid(), beneficiaire_id = (select beneficiaire_id from modele),
              bon_de_commande_id = (select id from modele), etat = 'Terminee', motif_fin = 'PerduDeVue', debut = '2020-01-01',
              fin_prevue = date '2020-01-01' + interval '{mois} months' - interval '1 day', fin_reelle = date '2020-01-01' + interval '{mois} months' - interval '1 day';
            insert into masp.mesures select * from ancienne;
            insert into masp.contrats (departement_code, id, mesure_id, rang, debut, duree_mois, fin_prevue, fin_reelle, avec_gestion, titulaire_id, convention_id)
              select '34', gen_random_uuid(), a.id, 1, a.debut, {mois}, a.fin_prevue, a.fin_reelle, false, m.titulaire_id, m.convention_id from ancienne a, modele m;
            drop table modele, ancienne;
            """);
    }

    private async Task RefusedAsync(string path, object body, int status, string code, string? named = null)
    {
        var caller = await api.IntegrateurAsync();
        await api.Sql.UnchangedAsync(async () => (await caller.PostAsync(path, body)).AssertRefused(status, code, named));
    }
}
