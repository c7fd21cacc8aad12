using System.Globalization;
using System.Text.Json.Nodes;
using Masp.Api.Tests.Socle;

namespace Masp.Api.Tests.Titulaires;

/// <summary>Teams over HTTP: who enters, who is away, who follows what, and the board (R25, R26).</summary>
public sealed class EquipeTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string ChefA = "chef@titulaire-a.example";
    private const string Jour = "2026-03-16";

    [Fact]
    public async Task A_manager_lets_somebody_in_gives_an_order_and_the_measure_is_theirs_from_the_signature()
    {
        var chef = await api.PersonAsync(ChefA);
        var worker = await EnterAsync(chef, "Entrée");
        var bon = await BonAsync(await TitulaireAsync(chef));

        (await chef.PostAsync($"/bons-de-commande/{bon}/intervenant", new { intervenantId = worker })).Reussie();
        var mesure = (await chef.PostAsync($"/bons-de-commande/{bon}/signature", new { datePremiereRencontre = Jour, dateSignature = Jour })).Reussie().Id;

        Assert.Equal(worker, Guid.Parse((await chef.GetAsync($"/mesures/{mesure}")).Reussie().Lire("intervenant.id")));
        Assert.Equal(1L, await api.Sql.ReadAsync<long>($"select count(*) from masp.suivis where mesure_id = '{mesure}' and intervenant_id = '{worker}' and debut = '{Jour}' and fin is null"));
    }

    [Fact]
    public async Task Another_worker_takes_over_and_the_first_stops_the_day_before()
    {
        var chef = await api.PersonAsync(ChefA);
        var mesure = await api.Sql.ReadAsync<Guid>($"select id from masp.mesures where titulaire_id = '{await TitulaireAsync(chef)}' and etat = 'EnCours' and fin_prevue > '2026-06-01' and intervenant_id is not null order by id limit 1");
        var worker = await EnterAsync(chef, "Suite");

        (await chef.PostAsync($"/mesures/{mesure}/suivi", new { intervenantId = worker, debut = "2026-03-20" })).Reussie();

        Assert.Equal("2026-03-19", await api.Sql.ReadAsync<string>($"select fin::text from masp.suivis where mesure_id = '{mesure}' and debut < '2026-03-20' order by debut desc limit 1"));
        await api.Sql.UnchangedAsync(async () => (await chef.PostAsync($"/mesures/{mesure}/suivi", new { intervenantId = worker, debut = "2026-03-20" })).AssertRefused(409, "suivi.deja-en-charge", "intervenantId"));
    }

    [Fact]
    public async Task The_board_counts_as_the_rows_do_and_says_who_is_over_the_capacity()
    {
        var chef = await api.PersonAsync(ChefA);
        var titulaire = await TitulaireAsync(chef);
        var charge = (await chef.GetAsync("/charge")).Reussie().Corps!;

        foreach (var worker in charge["intervenants"]!.AsArray())
        {
            var id = worker!["id"]!.GetValue<string>();
            var capacite = worker["capacite"]!;
            var mesures = await api.Sql.ReadAsync<long>(
                $"select count(*) from masp.suivis s join masp.mesures m on m.id = s.mesure_id where s.intervenant_id = '{id}' and m.etat = 'EnCours' and s.debut <= '{Jour}' and coalesce(s.fin, 'infinity') >= '{Jour}'");
            Assert.Equal(mesures, capacite["mesures"]!.GetValue<long>());
            Assert.Equal(mesures > 34 * capacite["etp"]!.GetValue<decimal>(), capacite["alerte"] is not null);
        }

        var waiting = await api.Sql.ReadAsync<long>($"select count(*) from masp.bons_de_commande where titulaire_id = '{titulaire}' and etat in ('Emis', 'Recu') and intervenant_id is null");
        Assert.Equal(waiting, charge["sansIntervenant"]!.AsArray().Count(s => s!["type"]!.GetValue<string>() == "bonDeCommande"));
    }

    [Fact]
    public async Task A_measure_whose_worker_left_comes_first_until_somebody_takes_it()
    {
        var chef = await api.PersonAsync(ChefA);
        var worker = await EnterAsync(chef, "Départ");
        var mesure = await api.Sql.ReadAsync<Guid>($"select id from masp.mesures where titulaire_id = '{await TitulaireAsync(chef)}' and etat = 'EnCours' and fin_prevue > '2026-06-01' and intervenant_id is not null order by id desc limit 1");
        (await chef.PostAsync($"/mesures/{mesure}/suivi", new { intervenantId = worker })).Reussie();
        (await chef.PostAsync($"/intervenants/{worker}/sortie", new { date = "2026-03-15" }, await chef.VersionAsync($"/intervenants/{worker}"))).AssertRefused(409, "intervenant.sortie-invalide", "date");
        (await chef.PostAsync($"/intervenants/{worker}/sortie", new { date = Jour }, await chef.VersionAsync($"/intervenants/{worker}"))).Reussie();

        Assert.DoesNotContain(mesure, await WaitingAsync(chef));
        api.Avancer(new NodaTime.LocalDate(2026, 3, 17));
        Assert.Contains(mesure, await WaitingAsync(chef));
        api.Avancer(new NodaTime.LocalDate(2026, 3, 16));
    }

    [Theory]
    [InlineData(0, "intervenant.etp-invalide", "etp")]
    [InlineData(1.2, "intervenant.etp-invalide", "etp")]
    public async Task A_working_time_out_of_bounds_is_refused_and_nothing_changes(double etp, string code, string champ)
    {
        var chef = await api.PersonAsync(ChefA);
        var body = await BodyAsync(chef, "Essai");
        body["etp"] = etp;

        await api.Sql.UnchangedAsync(async () => (await chef.PostAsync("/intervenants", body)).AssertRefused(400, code, champ));
    }

    [Fact]
    public async Task Nobody_enters_stands_in_or_takes_charge_at_another_titulaire()
    {
        var chef = await api.PersonAsync(ChefA);
        var mine = await TitulaireAsync(chef);
        var other = await api.Sql.ReadAsync<Guid>($"select id from masp.titulaires where id <> '{mine}' order by id limit 1");
        var stranger = await api.Sql.ReadAsync<Guid>($"select id from masp.intervenants where titulaire_id = '{other}' and not est_chef and sortie is null order by id limit 1");
        var worker = await EnterAsync(chef, "Bornes");
        var mesure = await api.Sql.ReadAsync<Guid>($"select id from masp.mesures where titulaire_id = '{mine}' and etat = 'EnCours' order by id limit 1");
        var body = await BodyAsync(chef, "Ailleurs");
        body["titulaireId"] = other.ToString();

        (await chef.PostAsync("/intervenants", body)).AssertRefused(400, "titulaire.inconnu", "titulaireId");
        (await chef.GetAsync($"/intervenants/{stranger}")).AssertRefused(404, "intervenant.introuvable");
        (await chef.GetAsync($"/charge?titulaireId={other}")).AssertRefused(400, "titulaire.inconnu", "titulaireId");
        (await chef.PostAsync($"/mesures/{mesure}/suivi", new { intervenantId = stranger })).AssertRefused(400, "intervenant.inconnu", "intervenantId");
        (await (await api.IntegrateurAsync()).PostAsync($"/mesures/{mesure}/suivi", new { intervenantId = stranger })).AssertRefused(409, "suivi.autre-titulaire", "intervenantId");
        (await chef.PostAsync($"/intervenants/{worker}/absences", new { debut = "2026-04-01", fin = "2026-04-03", remplacantId = stranger }, await chef.VersionAsync($"/intervenants/{worker}")))
            .AssertRefused(400, "intervenant.inconnu", "remplacantId");
        (await chef.PostAsync($"/intervenants/{worker}/absences", new { debut = "2026-04-03", fin = "2026-04-01", remplacantId = await EnterAsync(chef, "Relève") }, await chef.VersionAsync($"/intervenants/{worker}")))
            .AssertRefused(400, "periode.inversee", "fin");
    }

    [Fact]
    public async Task Two_absences_that_name_each_other_at_once_follow_each_other_and_one_is_refused()
    {
        var chef = await api.PersonAsync(ChefA);
        var (one, two) = (await EnterAsync(chef, "Un"), await EnterAsync(chef, "Deux"));
        var (versionOne, versionTwo) = (await chef.VersionAsync($"/intervenants/{one}"), await chef.VersionAsync($"/intervenants/{two}"));

        var answers = await Task.WhenAll(
            chef.PostAsync($"/intervenants/{one}/absences", new { debut = "2026-05-04", fin = "2026-05-08", remplacantId = two }, versionOne),
            chef.PostAsync($"/intervenants/{two}/absences", new { debut = "2026-05-06", fin = "2026-05-10", remplacantId = one }, versionTwo));

        Assert.Single(answers, a => (int)a.Statut == 200);
        Assert.Single(answers, a => a.Code is "absence.remplacant-absent" or "absence.remplacement-en-cours");
        Assert.Equal(1L, await api.Sql.ReadAsync<long>($"select count(*) from masp.absences where intervenant_id in ('{one}', '{two}')"));
    }

    [Fact]
    public async Task Two_workers_put_in_charge_at_once_leave_one_in_charge()
    {
        var chef = await api.PersonAsync(ChefA);
        var mesure = await api.Sql.ReadAsync<Guid>($"select id from masp.mesures where titulaire_id = '{await TitulaireAsync(chef)}' and etat = 'EnCours' and fin_prevue > '2026-09-01' and intervenant_id is not null order by id offset 3 limit 1");
        var workers = new[] { await EnterAsync(chef, "Ici"), await EnterAsync(chef, "Là") };

        await Task.WhenAll(workers.Select(w => chef.PostAsync($"/mesures/{mesure}/suivi", new { intervenantId = w, debut = "2026-04-01" })));

        Assert.Equal(1L, await api.Sql.ReadAsync<long>($"select count(*) from masp.suivis where mesure_id = '{mesure}' and fin is null"));
        Assert.Equal(1L, await api.Sql.ReadAsync<long>($"select count(*) from masp.mesures m join masp.suivis s on s.mesure_id = m.id and s.fin is null where m.id = '{mesure}' and m.intervenant_id = s.intervenant_id"));
    }

    [Fact]
    public async Task The_account_of_a_worker_is_nobody_else_s()
    {
        var chef = await api.PersonAsync(ChefA);
        var worker = await EnterAsync(chef, "Compte");
        var alix = await api.Sql.ReadAsync<Guid>("select id from acces.utilisateurs where user_name = 'intervenant@titulaire-a.example'");
        (await chef.PostAsync($"/intervenants/{worker}/compte", new { compteId = alix }, await chef.VersionAsync($"/intervenants/{worker}"))).AssertRefused(409, "compte.deja-lie", "compteId");
        Assert.Equal(1L, await api.Sql.ReadAsync<long>($"select count(*) from masp.intervenants where utilisateur_id = '{alix}'"));
    }

    [Fact]
    public async Task A_social_worker_reads_the_team_and_changes_nothing_of_it()
    {
        var alix = await api.PersonAsync("intervenant@titulaire-a.example");
        var chef = await api.PersonAsync(ChefA);

        (await alix.GetAsync("/intervenants")).Reussie();
        (await alix.PostAsync("/intervenants", await BodyAsync(chef, "Refusée"))).AssertRefused(403, "acces.refuse");
    }

    private static async Task<Guid> TitulaireAsync(Appelant chef) => Guid.Parse((await chef.GetAsync("/session")).Reussie().Lire("utilisateur.titulaire.id"));

    private static async Task<IReadOnlyList<Guid>> WaitingAsync(Appelant chef) =>
        [.. (await chef.GetAsync("/charge")).Reussie().Corps!["sansIntervenant"]!.AsArray().Select(s => Guid.Parse(s!["id"]!.GetValue<string>()))];

    private async Task<JsonObject> BodyAsync(Appelant chef, string nom)
    {
        var chefId = await api.Sql.ReadAsync<Guid>($"select id from masp.intervenants where titulaire_id = '{await TitulaireAsync(chef)}' and est_chef limit 1");
        return new JsonObject { ["nom"] = nom, ["prenom"] = "Sam", ["diplome"] = "educateur", ["estChef"] = false, ["entree"] = Jour, ["etp"] = 1, ["chefId"] = chefId.ToString() };
    }

    private async Task<Guid> EnterAsync(Appelant chef, string nom) => (await chef.PostAsync("/intervenants", await BodyAsync(chef, nom))).Reussie().Id;

    /// <summary>An order of the Titulaire that waits for its signature, whatever the turn decides.</summary>
    private async Task<Guid> BonAsync(Guid titulaire)
    {
        var lot = await api.Sql.ReadAsync<string>($"select lot_code from masp.conventions where titulaire_id = '{titulaire}' and '{Jour}' between debut and coalesce(fin, 'infinity') order by lot_code limit 1");
        for (var tries = 0; tries < 6; tries++)
        {
            var bon = await api.Parcours.AttribuerAsync(lot: lot);
            if (await api.Sql.ReadAsync<Guid>($"select titulaire_id from masp.bons_de_commande where id = '{bon}'") == titulaire)
                return bon;
        }

        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The turn of Lot {lot} never came to {titulaire}."));
    }
}
