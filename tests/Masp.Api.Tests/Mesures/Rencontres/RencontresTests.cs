using Masp.Api.Tests.Socle;
using Npgsql;

namespace Masp.Api.Tests.Mesures.Rencontres;

/// <summary>R18 over HTTP: who logs a Rencontre, what it counts for, what refuses it, and that nothing is ever deleted.</summary>
public sealed class RencontresTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string Alix = "intervenant@titulaire-a.example";
    private const string ChefA = "chef@titulaire-a.example";
    private const string ChefB = "chef@titulaire-b.example";
    private const string Jour = "2026-03-16";
    private const string Moi = "(select id from masp.intervenants where utilisateur_id = '017c4a1a-2500-7000-8000-000000000005')";

    [Fact]
    public async Task A_worker_logs_a_rencontre_in_one_call_and_the_count_moves_by_one()
    {
        var (mesure, alix) = (await MesureAsync(0), await api.PersonAsync(Alix));
        var before = await CountAsync(alix, mesure);

        var rencontre = (await alix.PostAsync($"/mesures/{mesure}/rencontres", new { date = Jour, lieu = "domicile", dureeMinutes = 60, note = "Courriers triés.", trajetKm = 12 })).Reussie();

        Assert.Equal(before + 1, await CountAsync(alix, mesure));
        Assert.Equal(
            $"Tenue {Jour} Domicile 60 Courriers triés. 12",
            await api.Sql.ReadAsync<string>($"select concat_ws(' ', etat, date, lieu, duree_minutes, note, trajet_km) from masp.rencontres where id = '{rencontre.Id}' and intervenant_id = {Moi} and mesure_id = '{mesure}'"));
        Assert.Equal(rencontre.Id.ToString(), (await alix.GetAsync($"/mesures/{mesure}/rencontres?etat=tenue&taille=1")).Reussie().Corps!["elements"]![0]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_telephone_contact_and_a_no_show_are_logged_and_not_counted()
    {
        var (mesure, alix) = (await MesureAsync(1), await api.PersonAsync(Alix));
        var before = await CountAsync(alix, mesure);

        (await alix.PostAsync($"/mesures/{mesure}/rencontres", new { date = Jour, lieu = "telephone", dureeMinutes = 10 })).Reussie();
        var missed = (await alix.PostAsync($"/mesures/{mesure}/rencontres", new { date = Jour, lieu = "domicile", etat = "manquee", cause = "personneAbsente" })).Reussie();

        Assert.Equal(before, await CountAsync(alix, mesure));
        Assert.Equal("PersonneAbsente", await api.Sql.ReadAsync<string>($"select cause from masp.rencontres where id = '{missed.Id}' and duree_minutes is null"));
    }

    [Fact]
    public async Task What_is_not_possible_is_refused_by_its_name_and_changes_nothing()
    {
        var (mesure, alix) = (await MesureAsync(2), await api.PersonAsync(Alix));
        var (debut, fin) = (await DayAsync(mesure, "debut"), await DayAsync(mesure, "fin_prevue"));
        var colleague = await api.Sql.ReadAsync<Guid>($"select id from masp.intervenants where titulaire_id = (select titulaire_id from masp.intervenants where id = {Moi}) and id <> {Moi} and not est_chef and sortie is null and not exists (select from masp.absences a where a.remplacant_id = intervenants.id and a.intervenant_id = {Moi}) order by id limit 1");
        (object Body, int Statut, string Code, string Champ)[] refused =
        [
            (new { date = Shifted(debut, -1), lieu = "domicile", dureeMinutes = 60 }, 400, "rencontre.avant-mesure", "date"),
            (new { date = Shifted(Jour, 1), lieu = "domicile", dureeMinutes = 60 }, 400, "rencontre.date-future", "date"),
            (new { date = Shifted(fin, 1), lieu = "domicile", etat = "prevue" }, 400, "rencontre.apres-mesure", "date"),
            (new { date = Jour, lieu = "domicile", dureeMinutes = 0 }, 400, "rencontre.duree-invalide", "dureeMinutes"),
            (new { date = Jour, lieu = "domicile", dureeMinutes = 30_000 }, 400, "rencontre.duree-invalide", "dureeMinutes"),
            (new { date = Jour, lieu = "domicile" }, 400, "rencontre.duree-invalide", "dureeMinutes"),
            (new { date = Jour, lieu = "domicile", etat = "manquee" }, 400, "rencontre.cause-obligatoire", "cause"),
            (new { date = Jour, lieu = "bureau", dureeMinutes = 60 }, 400, "champ.valeur-inconnue", "lieu"),
            (new { date = Jour, lieu = "domicile", dureeMinutes = 60, heure = "25:00" }, 400, "heure.invalide", "heure"),
            (new { date = Jour, lieu = "domicile", dureeMinutes = 60, intervenantId = colleague }, 409, "rencontre.intervenant-non-suivi", "intervenantId"),
            (new { date = Jour, lieu = "domicile", dureeMinutes = 60, note = new string('x', 2001) }, 400, "champ.trop-long", "note"),
        ];

        await api.Sql.UnchangedAsync(async () =>
        {
            foreach (var (body, statut, code, champ) in refused)
                (await alix.PostAsync($"/mesures/{mesure}/rencontres", body)).AssertRefused(statut, code, champ);
            (await (await api.PersonAsync(ChefB)).PostAsync($"/mesures/{mesure}/rencontres", refused[3].Body)).AssertRefused(404, "mesure.introuvable");
            (await (await api.PersonAsync("referent@ccas.example")).PostAsync($"/mesures/{mesure}/rencontres", refused[3].Body)).AssertRefused(403, "acces.refuse");
        });
    }

    [Fact]
    public async Task None_is_logged_inside_a_suspension_nor_by_a_titulaire_that_did_not_serve_the_measure_that_day()
    {
        var (mesure, chef) = (await MesureAsync(3), await api.PersonAsync(ChefA));
        await api.Sql.WriteAsync($"insert into masp.suspensions (departement_code, mesure_id, id, debut, fin) values ('34', '{mesure}', gen_random_uuid(), '{Shifted(Jour, -3)}', '{Shifted(Jour, -2)}')");

        await api.Sql.UnchangedAsync(async () =>
            (await chef.PostAsync($"/mesures/{mesure}/rencontres", new { date = Shifted(Jour, -2), lieu = "domicile", dureeMinutes = 60 })).AssertRefused(409, "rencontre.mesure-suspendue", "date"));
        (await chef.PostAsync($"/mesures/{mesure}/rencontres", new { date = Shifted(Jour, -1), lieu = "domicile", dureeMinutes = 60 })).Reussie();

        var passed = await api.Sql.ReadAsync<Guid>("select m.id from masp.mesures m join masp.titulaires t on t.id = m.titulaire_id where m.etat = 'EnCours' and m.titulaire_precedent_id is not null and m.titulaire_depuis > m.debut + 10 and m.titulaire_depuis < '2026-03-01' order by m.id limit 1");
        var since = await DayAsync(passed, "titulaire_depuis");
        (await (await api.IntegrateurAsync()).PostAsync($"/mesures/{passed}/rencontres", new
        {
            date = Shifted(since, -1),
            lieu = "domicile",
            dureeMinutes = 60,
            intervenantId = await api.Sql.ReadAsync<Guid>($"select i.id from masp.intervenants i where i.titulaire_id = (select titulaire_id from masp.mesures where id = '{passed}') and est_chef limit 1"),
        })).AssertRefused(409, "rencontre.autre-titulaire", "date");
    }

    [Fact]
    public async Task A_plan_is_held_then_corrected_then_cancelled_and_every_word_of_it_stays()
    {
        var (mesure, alix) = (await MesureAsync(4), await api.PersonAsync(Alix));
        var planned = (await alix.PostAsync($"/mesures/{mesure}/rencontres", new { date = Jour, lieu = "locaux", etat = "prevue", heure = "14:30" })).Reussie();
        var path = $"/mesures/{mesure}/rencontres/{planned.Id}";

        (await alix.PostAsync(path + "/constat", new { date = Jour, lieu = "locaux", dureeMinutes = 45 })).AssertRefused(428, "version.manquante");
        (await alix.PostAsync(path + "/constat", new { date = Jour, lieu = "locaux", dureeMinutes = 45 }, ("If-Match", planned.ETag!))).Reussie();
        (await alix.PostAsync(path + "/annulation", new { motif = "Essai" }, ("If-Match", planned.ETag!))).AssertRefused(412, "version.perimee");
        (await alix.PostAsync(path + "/correction", new { faits = new { date = Jour, lieu = "domicile", dureeMinutes = 45 }, motif = "Chez elle" }, await alix.VersionAsync(path))).Reussie();
        var counted = await CountAsync(alix, mesure);
        var cancelled = (await alix.PostAsync(path + "/annulation", new { motif = "Saisie deux fois" }, await alix.VersionAsync(path))).Reussie();

        Assert.Equal(counted - 1, await CountAsync(alix, mesure));
        Assert.Equal(["Chez elle", "Saisie deux fois"], cancelled.Corps!["corrections"]!.AsArray().Select(c => c!["motif"]!.GetValue<string>()));
        Assert.Equal(("annulee", "locaux"), (cancelled.Lire("etat"), cancelled.Corps["corrections"]![0]!["avant"]!["lieu"]!.GetValue<string>()));
        (await alix.PostAsync(path + "/annulation", new { motif = "Encore" }, ("If-Match", cancelled.ETag!))).AssertRefused(409, "rencontre.annulee");
        var deleted = await Assert.ThrowsAsync<PostgresException>(() => api.Sql.WriteAsync($"delete from masp.rencontres where id = '{planned.Id}'"));
        Assert.Equal(PostgresErrorCodes.IntegrityConstraintViolation, deleted.SqlState);
        var reworded = await Assert.ThrowsAsync<PostgresException>(() => api.Sql.WriteAsync($"update masp.corrections_de_rencontre set motif = 'x' where rencontre_id = '{planned.Id}'"));
        Assert.Equal(PostgresErrorCodes.IntegrityConstraintViolation, reworded.SqlState);
    }

    [Theory]
    [InlineData("date = debut - 1", "ck_rencontre_tenue")]
    [InlineData("date = fin_prevue + 1", "ck_rencontre_tenue")]
    [InlineData("duree_minutes = 0", "ck_rencontre_duree")]
    [InlineData("duree_minutes = 30000", "ck_rencontre_duree")]
    [InlineData("etat = 'Manquee'", "ck_rencontre_cause")]
    [InlineData("cause = 'PersonneAbsente'", "ck_rencontre_cause")]
    [InlineData("trajet_km = 1000", "ck_rencontre_trajet")]
    [InlineData("note = 'Rien à redire'", null)]
    public async Task PostgreSQL_refuses_the_same_by_itself_and_lets_a_good_row_in(string change, string? constraint)
    {
        var mesure = await MesureAsync(5);
        var update =
            $"with r as (select r.id from masp.rencontres r where r.mesure_id = '{mesure}' and r.etat = 'Tenue' order by id limit 1) "
            + $"update masp.rencontres x set {change.Replace("debut", "m.debut", StringComparison.Ordinal).Replace("fin_prevue", "m.fin_prevue", StringComparison.Ordinal)} from masp.mesures m, r where m.id = x.mesure_id and x.id = r.id";

        if (constraint is null)
            await api.Sql.UndoneAsync(update);
        else
            Assert.Equal(constraint, (await Assert.ThrowsAsync<PostgresException>(() => api.Sql.UndoneAsync(update))).ConstraintName);
    }

    [Fact]
    public async Task A_day_and_a_month_are_read_in_order_and_the_measures_with_what_they_lack()
    {
        var alix = await api.PersonAsync(Alix);
        var month = (await alix.GetAsync("/rencontres?du=2026-03-01&au=2026-03-31&taille=200")).Reussie().Corps!["elements"]!.AsArray();
        var days = month.Select(r => r!["date"]!.GetValue<string>()).ToList();
        var comptes = (await alix.GetAsync("/rencontres/comptes?taille=200")).Reussie().Corps!["elements"]!.AsArray();
        var followed = await api.Sql.ReadAsync<long>($"select count(*) from masp.mesures where etat = 'EnCours' and intervenant_id = {Moi}");

        Assert.NotEmpty(days);
        Assert.Equal(days.Order(StringComparer.Ordinal), days);
        Assert.All(days, d => Assert.StartsWith("2026-03", d, StringComparison.Ordinal));
        Assert.True(comptes.Count >= followed, $"{comptes.Count} counted, {followed} followed");
        Assert.All(comptes.Where(c => c!["enCours"] is not null), c => Assert.Contains("R18", c!["enCours"]!["phrase"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.Equal([], (await (await api.PersonAsync(ChefB)).GetAsync($"/rencontres?intervenantId={await api.Sql.ReadAsync<Guid>("select " + Moi)}")).Reussie().Corps!["elements"]!.AsArray().Where(r => r!["titulaire"]!["nom"]!.GetValue<string>().EndsWith(" A", StringComparison.Ordinal)));
    }

    /// <summary>Running, followed by Alix for months, never suspended.</summary>
    private Task<Guid> MesureAsync(int offset) => api.Sql.ReadAsync<Guid>(
        $"select m.id from masp.mesures m where m.etat = 'EnCours' and m.intervenant_id = {Moi} and m.debut < '2026-02-01' and m.intervenant_depuis < '2026-02-01' and m.fin_prevue > '2026-04-15' "
        + $"and not exists (select from masp.suspensions s where s.mesure_id = m.id and s.fin > '2026-01-01') and exists (select from masp.rencontres r where r.mesure_id = m.id and r.etat = 'Tenue') order by m.id offset {offset} limit 1");

    private static async Task<int> CountAsync(Appelant caller, Guid mesure) =>
        (await caller.GetAsync($"/mesures/{mesure}/rencontres/compte")).Reussie().Corps!["fenetres"]!.AsArray()[^1]!["faites"]!.GetValue<int>();

    private Task<string> DayAsync(Guid mesure, string column) => api.Sql.ReadAsync<string>($"select {column}::text from masp.mesures where id = '{mesure}'");

    private static string Shifted(string day, int days) =>
        NodaTime.Text.LocalDatePattern.Iso.Format(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value.PlusDays(days));
}
