using System.Text.Json.Nodes;
using Masp.Api.Tests.Socle;

namespace Masp.Api.Tests.Mesures.Rencontres;

/// <summary>Rencontres from the software of a titulaire (R18): each line stands alone, and what came before changes nothing.</summary>
public sealed class LotTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string ChefA = "chef@titulaire-a.example";

    [Fact]
    public async Task The_same_batch_twice_changes_nothing_and_another_word_under_the_same_id_is_refused()
    {
        var chef = await api.PersonAsync(ChefA);
        var lignes = await LignesAsync("DEUX", 5);

        var first = (await chef.PostAsync("/rencontres/lot", new { lignes })).Reussie();
        Assert.Equal(("5", "0"), (first.Lire("nouvelles"), first.Lire("inchangees")));
        await api.Sql.UnchangedAsync(async () =>
        {
            var again = (await chef.PostAsync("/rencontres/lot", new { lignes })).Reussie();
            Assert.Equal(("0", "5"), (again.Lire("nouvelles"), again.Lire("inchangees")));
            lignes[2]["dureeMinutes"] = 90;
            var other = (await chef.PostAsync("/rencontres/lot", new { lignes })).Reussie();
            var refusee = Assert.Single(other.Corps!["refusees"]!.AsArray())!;
            Assert.Equal((3, "rencontre.externe-deja-pris"), (refusee["ligne"]!.GetValue<int>(), refusee["code"]!.GetValue<string>()));
        });
        Assert.Equal(5L, await RowsAsync("DEUX"));
    }

    [Fact]
    public async Task A_refused_line_is_named_and_loses_no_other()
    {
        var chef = await api.PersonAsync(ChefA);
        var lignes = await LignesAsync("FAUX", 8);
        lignes[1]["date"] = "16/03/2026";
        lignes[2]["dureeMinutes"] = 30_000;
        lignes[3]["mesure"] = "34-2022-9999";
        lignes[4].Remove("externeId");
        lignes[5]["date"] = "2026-03-17";
        lignes[6]["externeId"] = lignes[0]["externeId"]!.GetValue<string>();
        lignes[6]["lieu"] = "locaux";

        var answer = (await chef.PostAsync("/rencontres/lot", new { lignes = lignes.Append(null) })).Reussie();

        Assert.Equal(
            [
                (2, "date.invalide", "date"), (3, "rencontre.duree-invalide", "dureeMinutes"), (4, "mesure.introuvable", "mesure"), (5, "champ.obligatoire", "externeId"),
                (6, "rencontre.date-future", "date"), (7, "rencontre.externe-deja-pris", "externeId"), (9, "requete.json-invalide", null),
            ],
            answer.Corps!["refusees"]!.AsArray().Select(r => (r!["ligne"]!.GetValue<int>(), r["code"]!.GetValue<string>(), r["champ"]?.GetValue<string>())));
        Assert.Equal(("9", "2"), (answer.Lire("recues"), answer.Lire("nouvelles")));
        Assert.Equal(2L, await RowsAsync("FAUX"));
    }

    [Fact]
    public async Task Two_batches_at_once_leave_one_row_each_line()
    {
        var chef = await api.PersonAsync(ChefA);
        var lignes = await LignesAsync("ENSEMBLE", 200);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => chef.PostAsync("/rencontres/lot", new { lignes = n % 2 == 0 ? lignes : [.. lignes.Reverse()] })));

        Assert.All(answers, a => Assert.Equal("0", a.Reussie().Corps!["refusees"]!.AsArray().Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(200, answers.Sum(a => a.Corps!["nouvelles"]!.GetValue<int>()));
        Assert.Equal(600, answers.Sum(a => a.Corps!["inchangees"]!.GetValue<int>()));
        Assert.Equal(200L, await RowsAsync("ENSEMBLE"));
    }

    [Fact]
    public async Task A_corrected_line_comes_again_as_it_was_first_told_and_stays_corrected()
    {
        var chef = await api.PersonAsync(ChefA);
        var lignes = await LignesAsync("CORR", 1);
        (await chef.PostAsync("/rencontres/lot", new { lignes })).Reussie();
        var id = await api.Sql.ReadAsync<Guid>("select id from masp.rencontres where externe_id = 'CORR-0'");
        var path = $"/mesures/{await api.Sql.ReadAsync<Guid>($"select mesure_id from masp.rencontres where id = '{id}'")}/rencontres/{id}";
        (await chef.PostAsync(path + "/annulation", new { motif = "Erreur du logiciel" }, await chef.VersionAsync(path))).Reussie();

        Assert.Equal("1", (await chef.PostAsync("/rencontres/lot", new { lignes })).Reussie().Lire("inchangees"));
        Assert.Equal("Annulee", await api.Sql.ReadAsync<string>($"select etat from masp.rencontres where id = '{id}'"));
    }

    [Fact]
    public async Task A_batch_has_one_to_10_000_lines_and_a_program_says_for_which_titulaire()
    {
        var chef = await api.PersonAsync(ChefA);
        var integrateur = await api.IntegrateurAsync();
        var lignes = await LignesAsync("PROG", 1);
        var titulaire = await api.Sql.ReadAsync<Guid>($"select titulaire_id from masp.mesures where numero = '{lignes[0]["mesure"]}'");

        (await chef.PostAsync("/rencontres/lot", new { lignes = Array.Empty<JsonObject>() })).AssertRefused(400, "lot.taille-invalide", "lignes");
        (await chef.PostAsync("/rencontres/lot", new { lignes = Enumerable.Repeat(lignes[0], 10_001) })).AssertRefused(400, "lot.taille-invalide", "lignes");
        (await integrateur.PostAsync("/rencontres/lot", new { lignes })).AssertRefused(400, "titulaire.obligatoire", "titulaireId");
        Assert.Equal("1", (await integrateur.PostAsync("/rencontres/lot", new { titulaireId = titulaire, lignes })).Reussie().Lire("nouvelles"));
        (await (await api.PersonAsync("chef@titulaire-b.example")).PostAsync("/rencontres/lot", new { titulaireId = titulaire, lignes })).AssertRefused(400, "titulaire.inconnu", "titulaireId");
    }

    private Task<long> RowsAsync(string prefix) => api.Sql.ReadAsync<long>($"select count(*) from masp.rencontres where externe_id like '{prefix}-%'");

    /// <summary>Held yesterday, over the measures of A that somebody follows and nothing suspends.</summary>
    private async Task<JsonObject[]> LignesAsync(string prefix, int count)
    {
        var numeros = await api.Sql.ReadAsync<string[]>(
            "select array_agg(m.numero order by m.numero) from masp.mesures m join masp.titulaires t on t.id = m.titulaire_id where m.etat = 'EnCours' and m.debut < '2026-03-01' and m.titulaire_depuis < '2026-03-01' and m.fin_prevue > '2026-03-20' "
            + "and m.titulaire_id = (select titulaire_id from masp.intervenants where utilisateur_id = '017c4a1a-2500-7000-8000-000000000005') and m.intervenant_depuis < '2026-03-01' and not exists (select from masp.suspensions s where s.mesure_id = m.id and s.fin >= '2026-03-01')");
        return [.. Enumerable.Range(0, count).Select(n => new JsonObject
        {
            ["externeId"] = $"{prefix}-{n}", ["mesure"] = numeros[n % numeros.Length], ["date"] = "2026-03-15", ["lieu"] = "domicile", ["dureeMinutes"] = 45 + (n % 30),
        })];
    }
}
