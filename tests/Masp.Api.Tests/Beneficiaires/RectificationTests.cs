using Masp.Api.Tests.Socle;
using Masp.Domain.Acces;

namespace Masp.Api.Tests.Beneficiaires;

/// <summary>R63: rectification on record; search, sort key and timeline follow.</summary>
public sealed class RectificationTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    [Fact]
    public async Task A_rectification_is_kept_with_what_was_what_is_and_why()
    {
        var dossier = new DossierDEssai(api, "Zrectifié");
        var personne = await dossier.DeposerAsync();

        await dossier.RectifierAsync(new { nom = "Zrectifiée", civilite = "madame", motif = "Acte de naissance." });

        var fiche = (await (await api.PersonAsync(DossierDEssai.Agent)).GetAsync($"/beneficiaires/{personne}")).Reussie();
        Assert.Equal(("Zrectifiée", "madame"), (fiche.Lire("nom"), fiche.Lire("civilite")));
        var gardee = fiche.Corps!["rectifications"]![0]!;
        Assert.Equal(
            ("Zrectifié", "Zrectifiée", "Acte de naissance.", ApiDeTest.Aujourdhui),
            (gardee["avant"]!["nom"]!.ToString(), gardee["apres"]!["nom"]!.ToString(), gardee["motif"]!.ToString(), gardee["date"]!.ToString()));
        Assert.Equal(
            "Zrectifié|Zrectifiée|Acte de naissance.",
            await api.Sql.ReadAsync<string>($"select concat_ws('|', avant ->> 'nom', apres ->> 'nom', motif) from masp.rectifications where beneficiaire_id = '{personne}'"));
    }

    [Fact]
    public async Task Search_sort_key_and_timeline_follow()
    {
        var mesure = await api.Parcours.SignerAsync();
        var personne = await api.Sql.ReadAsync<Guid>($"select beneficiaire_id from masp.mesures where id = '{mesure}'");
        var agent = await api.PersonAsync(DossierDEssai.Agent);

        (await agent.PostAsync(
            $"/beneficiaires/{personne}/rectification", new { nom = "Zwyxnouveau", motif = "Mariage." }, await agent.VersionAsync($"/beneficiaires/{personne}"))).Reussie();

        Assert.Equal("Zwyxnouveau", await api.Sql.ReadAsync<string>($"select beneficiaire_nom from masp.mesures where id = '{mesure}'"));
        Assert.Contains(mesure.ToString(), (await agent.GetAsync("/recherche?q=zwyxnouv")).Reussie().Texte, StringComparison.Ordinal);
        Assert.Equal(mesure.ToString(), (await agent.GetAsync("/mesures?tri=-nom&taille=1&etat=enCours")).Reussie().Corps!["elements"]![0]!["id"]!.ToString());
        var chronologie = (await agent.GetAsync($"/mesures/{mesure}/chronologie")).Reussie().Corps!["elements"]!.AsArray();
        Assert.Equal("Identité rectifiée : nom", chronologie.Single(e => e!["nature"]!.ToString() == "rectification")!["libelle"]!.ToString());
    }

    [Fact]
    public async Task Of_two_who_rectify_at_once_the_second_must_read_again()
    {
        var dossier = new DossierDEssai(api, "Zdeux");
        var personne = await dossier.DeposerAsync();
        var agent = await api.PersonAsync(DossierDEssai.Agent);
        var decideur = await api.PersonAsync(DossierDEssai.Decideur);
        var seen = await agent.VersionAsync($"/beneficiaires/{personne}");

        var answers = await Task.WhenAll(
            agent.PostAsync($"/beneficiaires/{personne}/rectification", new { nom = "Zun", motif = "Essai." }, seen),
            decideur.PostAsync($"/beneficiaires/{personne}/rectification", new { nom = "Zautre", motif = "Essai." }, seen));

        Assert.Single(answers, a => (int)a.Statut == 200);
        Assert.Single(answers, a => a.Code == "version.perimee");
        Assert.Equal(1L, await api.Sql.ReadAsync<long>($"select count(*) from masp.rectifications where beneficiaire_id = '{personne}'"));
    }

    [Theory]
    [InlineData("""{ "motif": "Essai." }""", "rectification.sans-changement", null)]
    [InlineData("""{ "nom": "Essai", "motif": "" }""", "champ.obligatoire", "motif")]
    [InlineData("""{ "nom": "  ", "motif": "Essai." }""", "champ.obligatoire", "nom")]
    [InlineData("""{ "dateNaissance": "2026-03-17", "motif": "Essai." }""", "beneficiaire.date-naissance-invalide", "dateNaissance")]
    public async Task What_rectifies_nothing_or_wrongly_is_refused_and_changes_nothing(string corps, string code, string? champ)
    {
        var personne = await api.Sql.ReadAsync<Guid>("select id from masp.beneficiaires where archive_le is null order by id desc limit 1");
        var agent = await api.PersonAsync(DossierDEssai.Agent);
        var version = await agent.VersionAsync($"/beneficiaires/{personne}");

        await api.Sql.UnchangedAsync(async () => (await agent.PostAsync($"/beneficiaires/{personne}/rectification", corps, version)).AssertRefused(400, code, champ));
    }

    [Fact]
    public async Task Who_is_unknown_is_not_found_and_who_may_not_is_refused()
    {
        var personne = await api.Sql.ReadAsync<Guid>("select id from masp.beneficiaires order by id desc limit 1");
        var body = new { nom = "Essai", motif = "Essai." };

        await api.Sql.UnchangedAsync(async () =>
        {
            var agent = await api.PersonAsync(DossierDEssai.Agent);
            (await agent.PostAsync($"/beneficiaires/{DossierDEssai.Inconnue}/rectification", body, ("If-Match", "\"1\""))).AssertRefused(404, "beneficiaire.introuvable");
            (await agent.PostAsync($"/beneficiaires/{personne}/rectification", body)).AssertRefused(428, "version.manquante");
            Assert.Equal(403, (int)(await (await api.PersonAsync("chef@titulaire-a.example")).PostAsync($"/beneficiaires/{personne}/rectification", body, ("If-Match", "\"1\""))).Statut);
        });
    }

    [Theory]
    [InlineData("update masp.rectifications set motif = 'autre'")]
    [InlineData("delete from masp.rectifications")]
    [InlineData("update masp.archivages set explication = 'autre'")]
    [InlineData("delete from masp.visas_archives")]
    [InlineData("delete from masp.certificats_effacement")]
    [InlineData("insert into masp.archivages (departement_code, beneficiaire_id, nature, date, utilisateur_id, explication) values ('34', gen_random_uuid(), 'Archivage', '2026-03-16', gen_random_uuid(), 'x')")]
    public async Task What_was_recorded_is_only_ever_added_to(string statement) =>
        Assert.Equal("42501", (await api.Sql.RefusedAsync(SqlDeTest.Agent with { Role = Role.Decideur }, statement)).SqlState);
}
