using System.Text.Json.Nodes;
using Masp.Api.Tests.Socle;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace Masp.Api.Tests.Mesures;

/// <summary>R17 to R23 over HTTP and in PostgreSQL: what is written in the life of a measure, by whom, and what every bad input leaves as it was.</summary>
public sealed class SuitesDeMesureTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string Jour = "2026-03-16";

    private static readonly object[] Objectifs = [new { aspect = "securisation", libelle = "Garder le logement", avancement = "enPartie" }];

    [Fact]
    public async Task A_measure_is_planned_reviewed_decided_and_renewed_in_the_same_chain()
    {
        var caller = await api.IntegrateurAsync();
        var mesure = await api.Parcours.SignerAsync();
        await PlanAsync(caller, mesure);
        try
        {
            api.Avancer(Date("2026-09-16"));
            var etape = (await caller.PostAsync($"/mesures/{mesure}/bilans", Bilan("etape", mois: 6))).Reussie();
            (await caller.PostAsync($"/bilans/{etape.Id}/avis-referent", new { favorable = true, motif = "Vu." })).AssertRefused(409, "bilan.sans-avis");
            api.Avancer(Date("2027-01-08"));
            var bilan = (await caller.PostAsync($"/mesures/{mesure}/bilans", Bilan("final", suite: "renouvellement", dureeMois: 12))).Reussie().Id;
            (await caller.PostAsync($"/mesures/{mesure}/renouvellement", new { })).AssertRefused(409, "renouvellement.sans-decision");
            await DecideAsync(caller, bilan, "2027-01-20", new { suite = "renouvellement", dureeMois = 12, avecGestion = true });
            Assert.Null((await caller.GetAsync($"/mesures/{mesure}/renouvellement")).Reussie().Corps!["refus"]);
            (await caller.PostAsync($"/mesures/{mesure}/renouvellement", new { dateSignature = "2027-01-19" })).AssertRefused(400, "renouvellement.signature-invalide", "dateSignature");
            var renewed = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => caller.PostAsync($"/mesures/{mesure}/renouvellement", new { })));

            Assert.Single(renewed, r => (int)r.Statut == 201);
            Assert.Single(renewed, r => r.Code is "renouvellement.sans-decision" or "ecriture.concurrente");
            Assert.Equal(
                "1 2026-03-16 2027-03-15 -, 2 2027-03-16 2028-03-15 2027-01-20",
                await api.Sql.ReadAsync<string>(
                    $"select string_agg(concat_ws(' ', rang, debut, fin_prevue, coalesce(signe_le::text, '-')), ', ' order by rang) from masp.contrats where mesure_id = '{mesure}'"));
            Assert.Equal(1L, await api.Sql.ReadAsync<long>($"select count(distinct titulaire_id) from masp.contrats where mesure_id = '{mesure}'"));
        }
        finally
        {
            api.Avancer(Date(Jour));
        }
    }

    [Fact]
    public async Task Every_bad_input_is_refused_by_its_code_and_changes_nothing()
    {
        var caller = await api.IntegrateurAsync();
        var mesure = await api.Parcours.SignerAsync();
        var ended = await api.Sql.ReadAsync<Guid>("select id from masp.mesures where etat = 'Terminee' order by id limit 1");
        await api.Sql.WriteAsync("insert into masp.communes (departement_code, code_insee, nom, codes_postaux, revision) values ('34', '34998', 'Sans zone', '{34000}', 1)");
        string At(string route) => $"/mesures/{mesure}/{route}";
        (string Path, object Body, int Statut, string Code)[] refused =
        [
            (At("bilans"), Bilan("etape", mois: 6, articulation: " "), 400, "bilan.articulation-manquante"),
            (At("bilans"), Bilan("etape", mois: 7), 409, "bilan.etape-inconnue"),
            (At("bilans"), Bilan("etape", mois: 6, etabliLe: "2026-03-17"), 400, "bilan.date-invalide"),
            (At("bilans"), Bilan("etape", mois: 6, etabliLe: "2026-03-15"), 400, "bilan.date-invalide"),
            (At("bilans"), Bilan("final"), 400, "bilan.suite-manquante"),
            (At("bilans"), Bilan("final", suite: "renouvellement", dureeMois: 25), 409, "contrat.duree-hors-bornes"),
            ($"/mesures/{ended}/bilans", Bilan("final", suite: "fin"), 409, "mesure.terminee"),
            (At("renouvellement"), new { }, 409, "renouvellement.sans-decision"),
            (At("fin"), Fin("titulaire", "perduDeVue", "2026-03-15"), 400, "fin.date-invalide"),
            (At("fin"), Fin("titulaire", "perduDeVue", "2027-03-16"), 400, "fin.date-invalide"),
            (At("fin"), Fin("deces", "maj", Jour), 409, "fin.motif-incoherent"),
            ($"/mesures/{ended}/fin", Fin("deces", "deces", Jour), 409, "mesure.terminee"),
            (At("fin/terme"), new { motif = "termeObjectifsPartiels" }, 409, "fin.terme-a-venir"),
            (At("demenagement"), new { communeInsee = "34998", date = Jour }, 409, "commune.sans-zone"),
            (At("demenagement"), new { communeInsee = "99999", date = Jour }, 400, "commune.inconnue"),
            (At("demenagement"), new { communeInsee = "34003", date = "2026-03-17" }, 409, "demenagement.date-future"),
            (At("demenagement"), new { communeInsee = "34003", date = "2026-03-15" }, 400, "changement.hors-contrat"),
            (At("avenants"), Avenant(new { nature = "gestion", avecGestion = true, debut = Jour }), 409, "avenant.gestion-inchangee"),
            (At("avenants"), Avenant(new { nature = "gestion", avecGestion = false, debut = "2027-03-16" }), 400, "changement.hors-contrat"),
            (At("avenants"), Avenant(new { nature = "gestion", avecGestion = false, debut = "2027-02-17" }), 409, "avenant.sans-effet"),
            (At("avenants"), Avenant(new { nature = "suspension", debut = "2026-05-01", fin = "2026-04-01" }), 400, "periode.inversee"),
            (At("avenants"), Avenant(new { nature = "suspension", debut = "2026-03-15", fin = "2026-04-01" }), 400, "suspension.hors-contrat"),
            (At("avenants"), Avenant(new { nature = "suspension", debut = "2027-03-01", fin = "2027-03-16" }), 400, "suspension.hors-contrat"),
            (At("avenants"), Avenant(new { nature = "prorogation", nouvelleFin = "2027-03-15" }), 400, "prorogation.date-invalide"),
            (At("avenants"), Avenant(new { nature = "prorogation", nouvelleFin = "2030-03-16" }), 409, "mesure.duree-totale-depassee"),
            (At("avenants"), Avenant(new { nature = "prorogation" }), 400, "avenant.objet-incomplet"),
            (At("avenants"), Avenant(new { nature = "prorogation", nouvelleFin = "2027-06-15" }, "2026-03-17"), 400, "avenant.accord-invalide"),
            ($"/mesures/{ended}/avenants", Avenant(new { nature = "prorogation", nouvelleFin = "2031-06-15" }), 409, "mesure.terminee"),
        ];

        await api.Sql.UnchangedAsync(async () =>
        {
            foreach (var (path, body, statut, code) in refused)
                (await caller.PostAsync(path, body)).AssertRefused(statut, code);
        });
    }

    [Fact]
    public async Task An_avenant_does_when_signed_what_was_shown_before()
    {
        var caller = await api.IntegrateurAsync();
        var mesure = await api.Parcours.SignerAsync();
        var objet = new { nature = "suspension", debut = "2026-05-16", fin = "2026-07-15", nouvelleFin = "2027-05-15" };
        JsonNode shown = null!;
        await api.Sql.UnchangedAsync(async () => shown = (await caller.PostAsync($"/mesures/{mesure}/avenants/apercu", objet)).Reussie().Corps!);
        Assert.Equal(("2027-03-15", "2027-05-15", 12, 14), (Text(shown, "finAvant"), Text(shown, "finApres"), shown["moisAvant"]!.GetValue<int>(), shown["moisApres"]!.GetValue<int>()));
        Assert.Equal(shown["totalAvant"]!.GetValue<decimal>(), shown["totalApres"]!.GetValue<decimal>());
        Assert.Equal([3, 4, 13, 14], shown["mois"]!.AsArray().Select(m => m!["numero"]!.GetValue<int>()));
        Assert.Contains(shown["bilans"]!.AsArray(), b => b!["mois"] is null);

        var (one, other) = (await PrepareAsync(caller, mesure, objet), await PrepareAsync(caller, mesure, objet));
        var signed = await Task.WhenAll(new[] { one, other }.Select(a => caller.PostAsync($"/avenants/{a}/signature", new { })));
        Assert.Single(signed, r => (int)r.Statut == 200);
        Assert.Single(signed, r => r.Code is "suspension.chevauchement" or "prorogation.date-invalide" or "ecriture.concurrente");
        Assert.Equal("2026-05-16 2026-07-15 2027-05-15", await api.Sql.ReadAsync<string>(
            $"select concat_ws(' ', s.debut, s.fin, m.fin_prevue) from masp.mesures m join masp.suspensions s on s.mesure_id = m.id where m.id = '{mesure}'"));
        Assert.Equal(1L, await api.Sql.ReadAsync<long>($"select count(*) from masp.avenants where mesure_id = '{mesure}' and etat = 'Signe' and effet_le = '2026-05-16'"));
        var gestion = await PrepareAsync(caller, mesure, new { nature = "gestion", avecGestion = false, debut = "2026-03-20" });
        Assert.Equal("2026-04-16", (await caller.PostAsync($"/avenants/{gestion}/signature", new { })).Reussie().Lire("effetLe"));
        Assert.False(await api.Sql.ReadAsync<bool>($"select avec_gestion from masp.mesures where id = '{mesure}'"));
    }

    [Fact]
    public async Task A_titulaire_asks_the_service_finds_it_founded_and_the_safpm_ends_it()
    {
        var (integrateur, chef, referent, decideur) = (
            await api.IntegrateurAsync(), await api.PersonAsync("chef@titulaire-a.example"), await api.PersonAsync("referent@ccas.example"), await api.PersonAsync("decideur@herault.example"));
        var titulaire = (await chef.GetAsync("/session")).Reussie().Lire("utilisateur.titulaire.id");
        var service = (await referent.GetAsync("/session")).Reussie().Lire("utilisateur.serviceReferent.id");
        var mesure = await api.Sql.ReadAsync<Guid>(
            $"select m.id from masp.mesures m where etat = 'EnCours' and titulaire_id = '{titulaire}' and titulaire_depuis <= '{Jour}' and service_referent_id = '{service}'"
            + $" and exists (select from masp.lignes_detaillees d join masp.contrats k on k.id = d.contrat_id where k.mesure_id = m.id and d.retenue and d.debut > '2025-11-15' and k.fin_prevue > '{Jour}' and k.debut < '2025-11-01')"
            + " and not exists (select from masp.demandes_de_fin f where f.mesure_id = m.id) order by id limit 1");
        var apercu = (await decideur.PostAsync($"/mesures/{mesure}/fin/apercu", new { dernierJour = "2025-11-15" })).Reussie().Corps!;
        Assert.Contains(apercu["mois"]!.AsArray(), m => m!["facture"] is not null && m["apres"] is null);
        Assert.Contains(apercu["avertissements"]!.AsArray(), a => a!.GetValue<string>().Contains("R41", StringComparison.Ordinal));

        var body = Fin("titulaire", "nonRespectDuContrat", "2025-11-15");
        var asked = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => chef.PostAsync($"/mesures/{mesure}/fin", body)));
        var demande = Assert.Single(asked, r => (int)r.Statut == 201).Id;
        Assert.Single(asked, r => r.Code is "fin.demande-en-cours" or "ecriture.concurrente");
        (await decideur.PostAsync($"/demandes-de-fin/{demande}/decision", new { accordee = true })).AssertRefused(409, "fin.avis-manquant");
        (await chef.PostAsync($"/demandes-de-fin/{demande}/avis-referent", new { fondee = true, motif = "Oui." })).AssertRefused(403, "acces.refuse");
        (await referent.PostAsync($"/demandes-de-fin/{demande}/avis-referent", new { fondee = true, motif = "Constat partagé." })).Reussie();
        (await decideur.PostAsync($"/demandes-de-fin/{demande}/decision", new { accordee = true, dernierJour = "2026-03-17" })).AssertRefused(409, "fin.date-future", "dernierJour");
        (await decideur.PostAsync($"/demandes-de-fin/{demande}/decision", new { accordee = true })).Reussie();

        Assert.Equal("Terminee 2025-11-15 NonRespectDuContrat", await api.Sql.ReadAsync<string>($"select concat_ws(' ', etat, fin_reelle, motif_fin) from masp.mesures where id = '{mesure}'"));
        Assert.True(await api.Sql.ReadAsync<bool>($"select revision_depuis <= '2025-11-15' from masp.contrats where mesure_id = '{mesure}' order by rang desc limit 1"));
        (await integrateur.PostAsync($"/mesures/{mesure}/avenants", Avenant(new { nature = "prorogation", nouvelleFin = "2030-01-01" }))).AssertRefused(409, "mesure.terminee");
    }

    [Fact]
    public async Task A_move_out_of_the_departement_goes_straight_to_the_safpm()
    {
        var caller = await api.IntegrateurAsync();
        var mesure = await api.Parcours.SignerAsync();

        var demande = (await caller.PostAsync($"/mesures/{mesure}/fin", Fin("demenagementHorsDepartement", "demenagementHorsDepartement", Jour))).Reussie();
        Assert.Equal("aDecider", demande.Lire("etat"));
        var moved = await api.Parcours.SignerAsync();
        Assert.Equal("2026-03-16", (await caller.PostAsync($"/mesures/{moved}/demenagement", new { communeInsee = "34003", date = Jour })).Reussie().Lire("effet"));
        Assert.Equal("34003", await api.Sql.ReadAsync<string>($"select commune_insee from masp.mesures where id = '{moved}'"));
    }

    [Fact]
    public async Task Two_versions_and_two_bilans_at_once_leave_one_each()
    {
        var caller = await api.IntegrateurAsync();
        var mesure = await api.Parcours.SignerAsync();

        var written = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => PutAsync(caller, mesure, "0")));
        Assert.Single(written, r => (int)r.Statut == 200);
        Assert.Single(written, r => r.Code is "version.perimee" or "ecriture.concurrente");
        var sent = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => caller.PostAsync($"/mesures/{mesure}/bilans", Bilan("final", suite: "fin"))));
        Assert.Single(sent, r => (int)r.Statut == 201);
        Assert.Single(sent, r => r.Code is "bilan.deja-transmis" or "ecriture.concurrente");
    }

    [Theory]
    [InlineData("bilans", "garder_ecrit", "update masp.bilans set articulation = 'Autre' where id = (select id from masp.bilans limit 1)")]
    [InlineData("bilans", "garder_ecrit", "update masp.bilans set decision_motif_fin = 'Deces' where id = (select id from masp.bilans where decision_motif_fin = 'TermeObjectifsPartiels' limit 1)")]
    [InlineData("avenants", "garder_ecrit", "update masp.avenants set signe_le = signe_le + 1 where id = (select id from masp.avenants where signe_le < '2026-01-01' limit 1)")]
    [InlineData("demandes_de_fin", "garder_ecrit", "update masp.demandes_de_fin set explication = 'Autre' where id = (select id from masp.demandes_de_fin limit 1)")]
    [InlineData("versions_de_projet", "garder_version", "update masp.versions_de_projet set etabli_le = etabli_le where (mesure_id, numero) = (select mesure_id, numero from masp.versions_de_projet where envoye_le is not null limit 1)")]
    public async Task What_was_written_stays_and_would_not_without_its_guard(string table, string guard, string change)
    {
        var refused = await api.Sql.RefusedAsync(SqlDeTest.Agent, change);

        Assert.Equal(PostgresErrorCodes.IntegrityConstraintViolation, refused.SqlState);
        await api.Sql.UndoneAsync($"alter table masp.{table} disable trigger {guard}", change);
    }

    [Fact]
    public async Task Two_active_contracts_in_one_chain_are_refused_and_would_not_be_without_the_constraint()
    {
        const string Second =
            """
            insert into masp.contrats (departement_code, id, mesure_id, rang, debut, duree_mois, fin_prevue, avec_gestion, titulaire_id, convention_id)
            select departement_code, gen_random_uuid(), mesure_id, 9, debut + 30, 6, debut + 200, avec_gestion, titulaire_id, convention_id from masp.contrats where fin_reelle is null order by id limit 1
            """;

        Assert.Equal("ex_contrat_chevauchement", (await api.Sql.RefusedAsync(SqlDeTest.Agent, Second)).ConstraintName);
        await api.Sql.UndoneAsync("alter table masp.contrats drop constraint ex_contrat_chevauchement", Second);
    }

    private static async Task PlanAsync(Appelant caller, Guid mesure)
    {
        (await PutAsync(caller, mesure, "0", reste: null)).AssertRefused(409, "projet.reste-a-vivre-manquant", "resteAVivre");
        var draft = (await PutAsync(caller, mesure, "0")).Reussie();
        var sent = (await caller.PostAsync($"/mesures/{mesure}/projet/envoi", new { }, ("If-Match", draft.ETag!))).Reussie();
        var next = (await PutAsync(caller, mesure, sent.Lire("version"))).Reussie();
        Assert.Equal([2, 1], next.Corps!["versions"]!.AsArray().Select(v => v!["numero"]!.GetValue<int>()));
        Assert.Equal("enPartie", (await caller.GetAsync($"/mesures/{mesure}/bilans/prerempli")).Reussie().Corps!["objectifs"]![0]!["avancement"]!.GetValue<string>());
    }

    private static Task<Reponse> PutAsync(Appelant caller, Guid mesure, string version, decimal? reste = 320m) => caller.SendAsync(
        HttpMethod.Put,
        $"/api/v1/mesures/{mesure}/projet",
        Appelant.Content(new
        {
            evaluation = "Deux loyers de retard.",
            resteAVivre = reste,
            objectifs = new[]
            {
                new
                {
                    aspect = "securisation",
                    libelle = "Garder le logement",
                    actions = new[] { new { libelle = "Plan d'apurement", qui = "titulaire", etat = "realisee" }, new { libelle = "Prélèvement", qui = "personne", etat = "aFaire" } },
                },
            },
        }),
        ("If-Match", $"\"{version}\""));

    /// <summary>Opinion of the service, agenda, opinion of the session, decision, its three notices.</summary>
    private async Task DecideAsync(Appelant caller, Guid bilan, string seance, object decision)
    {
        (await caller.PostAsync($"/bilans/{bilan}/decision", decision)).AssertRefused(409, "bilan.avis-de-seance-manquant");
        var commission = (await caller.PostAsync("/commissions", new { date = seance, demandes = Array.Empty<Guid>() })).Reussie().Id;
        (await caller.PostAsync($"/commissions/{commission}/bilans", new { bilanId = bilan })).AssertRefused(409, "bilan.avis-manquant", "bilanId");
        (await caller.PostAsync($"/bilans/{bilan}/avis-referent", new { favorable = true, motif = "Progrès à consolider." })).Reussie();
        (await caller.PostAsync($"/commissions/{commission}/bilans", new { bilanId = bilan })).Reussie();
        var avis = new { bilanId = bilan, sens = "favorable", motif = "Vu." };
        (await caller.PostAsync($"/commissions/{commission}/bilans/avis", avis)).AssertRefused(409, "avis.seance-future");
        api.Avancer(Date(seance));
        (await caller.PostAsync($"/commissions/{commission}/bilans/avis", avis)).Reussie();
        Assert.Contains(bilan.ToString(), (await caller.GetAsync("/bilans?etatBilan=avisRendu")).Reussie().Texte, StringComparison.Ordinal);
        (await caller.PostAsync($"/bilans/{bilan}/decision", new { suite = "fin", motifFin = "termeObjectifsPartiels" })).AssertRefused(409, "decision.divergence-sans-motif", "motif");
        var decided = (await caller.PostAsync($"/bilans/{bilan}/decision", decision)).Reussie();
        var told = (await caller.PostAsync($"/bilans/{bilan}/decision/notifications", new { destinataire = "titulaire", moyen = "courriel" }, ("If-Match", decided.ETag!))).Reussie();
        (await caller.PostAsync($"/bilans/{bilan}/decision/notifications", new { destinataire = "titulaire", moyen = "courriel" }, ("If-Match", told.ETag!)))
            .AssertRefused(409, "notification.deja-faite", "destinataire");
        Assert.DoesNotContain(bilan.ToString(), (await caller.GetAsync("/bilans?taille=200")).Reussie().Texte, StringComparison.Ordinal);
    }

    private static async Task<Guid> PrepareAsync(Appelant caller, Guid mesure, object objet)
    {
        var avenant = (await caller.PostAsync($"/mesures/{mesure}/avenants", Avenant(objet))).Reussie().Id;
        (await caller.PostAsync($"/avenants/{avenant}/signature", new { })).AssertRefused(409, "avenant.non-prepare");
        (await caller.PostAsync($"/avenants/{avenant}/preparation", null)).Reussie();
        return avenant;
    }

    private static object Bilan(string nature, int? mois = null, string articulation = "Aucune autre mesure.", string? suite = null, int? dureeMois = null, string? etabliLe = null) =>
        new { nature, mois, situation = "Le loyer est payé.", articulation, objectifs = Objectifs, suite, dureeMois, avecGestion = true, etabliLe };

    private static object Fin(string initiateur, string motif, string dernierJour) => new { initiateur, motif, dernierJour, explication = "Constat du mois." };

    private static object Avenant(object objet, string accordLe = Jour) => new { objet, motif = "Situation nouvelle.", accordLe };

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
