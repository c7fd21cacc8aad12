using Masp.Api.Tests.Socle;
using Masp.Domain.Acces;
using NodaTime;

namespace Masp.Api.Tests.Beneficiaires;

/// <summary>R63: archived after the delay, out of the lists, read only; a new Demande brings the file back.</summary>
public sealed class ArchivageTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private static readonly LocalDate Anniversaire = new(2028, 3, 16);

    [Fact]
    public async Task A_file_is_archived_from_the_day_after_the_delay_and_not_before()
    {
        var dossier = new DossierDEssai(api, "Zbornes");
        await dossier.AbandonnerAsync();
        var agent = await api.PersonAsync(DossierDEssai.Agent);
        api.Avancer(Anniversaire);
        await api.Sql.UnchangedAsync(async () =>
            Assert.Equal("0", (await agent.PostAsync("/archivages", new { beneficiaireIds = new[] { dossier.Personne } })).Reussie().Lire("archives")));

        await dossier.ArchiverAsync(Anniversaire.PlusDays(1));

        Assert.Equal(
            "2028-03-17|Dernier contact le 16 mars 2026 (avis de la commission), 2 ans de conservation jusqu'au 16 mars 2028 inclus : à archiver depuis le 17 mars 2028 (R63).",
            await api.Sql.ReadAsync<string>(
                $"select concat_ws('|', b.archive_le, a.explication) from masp.beneficiaires b join masp.archivages a on a.beneficiaire_id = b.id where b.id = '{dossier.Personne}'"));
    }

    [Fact]
    public async Task Archiving_twice_writes_once()
    {
        var dossier = new DossierDEssai(api, "Zdeuxfois");
        await dossier.AbandonnerAsync();
        await dossier.ArchiverAsync(Anniversaire.PlusDays(1));

        await api.Sql.UnchangedAsync(async () =>
            Assert.Equal("0", (await (await api.PersonAsync(DossierDEssai.Agent)).PostAsync("/archivages", new { beneficiaireIds = new[] { dossier.Personne } })).Reussie().Lire("archives")));
    }

    [Fact]
    public async Task The_preview_says_who_is_due_and_why_and_two_who_archive_them_archive_each_once()
    {
        api.Avancer(new LocalDate(2026, 3, 16));
        var agent = await api.PersonAsync(DossierDEssai.Agent);
        var due = (await agent.GetAsync("/archivages/apercu?taille=200")).Reussie().Corps!["elements"]!.AsArray();
        Assert.NotEmpty(due);
        Assert.All(due, d => Assert.EndsWith("(R63).", d!["explication"]!.ToString(), StringComparison.Ordinal));
        var before = await api.Sql.ReadAsync<long>("select count(*) from masp.archivages where nature = 'Archivage'");
        var ids = due.Select(d => d!["beneficiaireId"]!.ToString()).ToArray();

        var answers = await Task.WhenAll(
            agent.PostAsync("/archivages", new { beneficiaireIds = ids }),
            (await api.PersonAsync(DossierDEssai.Decideur)).PostAsync("/archivages", new { beneficiaireIds = ids.Reverse() }));

        Assert.Equal(due.Count, answers.Sum(a => int.Parse(a.Reussie().Lire("archives"), System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(before + due.Count, await api.Sql.ReadAsync<long>("select count(*) from masp.archivages where nature = 'Archivage'"));
        Assert.Equal(0L, await api.Sql.ReadAsync<long>("select count(*) from masp.mesures where archivee and etat = 'EnCours'"));
    }

    [Fact]
    public async Task An_archived_file_leaves_lists_and_search_for_all_but_who_asks_for_archives()
    {
        var dossier = new DossierDEssai(api, "Zhorsliste");
        var bon = await dossier.AbandonnerAsync();
        var agent = await api.PersonAsync(DossierDEssai.Agent);
        string[] lists = ["/demandes?recherche=Zhorsliste", "/bons-de-commande?recherche=Zhorsliste", "/recherche?q=Zhorsliste"];
        foreach (var list in lists)
            Assert.Contains("Zhorsliste", (await agent.GetAsync(list)).Reussie().Texte, StringComparison.Ordinal);

        await dossier.ArchiverAsync(Anniversaire.PlusDays(1));

        foreach (var list in lists)
        {
            Assert.DoesNotContain("Zhorsliste", (await agent.GetAsync(list)).Reussie().Texte, StringComparison.Ordinal);
            Assert.Contains("Zhorsliste", (await agent.GetAsync(list + "&archives=true")).Reussie().Texte, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Zhorsliste", (await (await api.PersonAsync("chef@titulaire-a.example")).GetAsync("/bons-de-commande?archives=true&recherche=Zhorsliste")).Reussie().Texte, StringComparison.Ordinal);
        Assert.Equal(200, (int)(await agent.GetAsync($"/bons-de-commande/{bon}")).Statut);
    }

    [Fact]
    public async Task An_archived_file_is_read_and_never_written()
    {
        var dossier = new DossierDEssai(api, "Zlecture");
        await dossier.AbandonnerAsync();
        await dossier.ArchiverAsync(Anniversaire.PlusDays(1));
        var agent = await api.PersonAsync(DossierDEssai.Agent);

        await api.Sql.UnchangedAsync(async () =>
        {
            (await agent.PostAsync(
                $"/beneficiaires/{dossier.Personne}/rectification", new { nom = "Autre", motif = "Essai." }, await agent.VersionAsync($"/beneficiaires/{dossier.Personne}")))
                .AssertRefused(409, "dossier.archive");
            foreach (var table in new[] { "demandes", "bons_de_commande" })
            {
                var refused = await api.Sql.RefusedAsync(SqlDeTest.Agent, $"update masp.{table} set revision = revision + 1 where beneficiaire_id = '{dossier.Personne}'");
                Assert.Equal((table, "ck_dossier_archive"), (table, refused.ConstraintName));
            }

            Assert.Equal("42501", (await api.Sql.RefusedAsync(SqlDeTest.Agent, $"update masp.demandes set archivee = false where beneficiaire_id = '{dossier.Personne}'")).SqlState);
            Assert.Equal("42501", (await api.Sql.RefusedAsync(SqlDeTest.Agent, $"update masp.beneficiaires set archive_le = null where id = '{dossier.Personne}'")).SqlState);
        });
    }

    [Fact]
    public async Task A_new_Demande_brings_the_file_back_and_says_so()
    {
        var dossier = new DossierDEssai(api, "Zrepris");
        await dossier.AbandonnerAsync();
        await dossier.ArchiverAsync(Anniversaire.PlusDays(1));
        var corps = await api.Parcours.CorpsAsync();
        corps.Remove("beneficiaire");
        corps["beneficiaireId"] = dossier.Personne;

        var numero = (await (await api.IntegrateurAsync()).PostAsync("/demandes", corps)).Reussie().Lire("numero");

        Assert.Equal(
            $"Archivage,Reprise|2028-03-17|Repris : la demande {numero} a été déposée (R63).",
            await api.Sql.ReadAsync<string>(
                $"select concat_ws('|', string_agg(nature, ',' order by nature), max(date) filter (where nature = 'Reprise'), max(explication) filter (where nature = 'Reprise')) from masp.archivages where beneficiaire_id = '{dossier.Personne}'"));
        Assert.Equal(
            "t f f",
            await api.Sql.ReadAsync<string>(
                $"select concat_ws(' ', (select archive_le is null from masp.beneficiaires where id = '{dossier.Personne}'), (select bool_or(archivee) from masp.demandes where beneficiaire_id = '{dossier.Personne}'), (select bool_or(archivee) from masp.bons_de_commande where beneficiaire_id = '{dossier.Personne}'))"));
    }

    [Fact]
    public async Task Of_an_archiving_and_a_Demande_at_once_the_file_ends_active()
    {
        var dossier = new DossierDEssai(api, "Zensemble");
        await dossier.AbandonnerAsync();
        api.Avancer(Anniversaire.PlusDays(1));
        var corps = await api.Parcours.CorpsAsync();
        corps.Remove("beneficiaire");
        corps["beneficiaireId"] = dossier.Personne;

        await Task.WhenAll(
            (await api.PersonAsync(DossierDEssai.Agent)).PostAsync("/archivages", new { beneficiaireIds = new[] { dossier.Personne } }),
            (await api.IntegrateurAsync()).PostAsync("/demandes", corps));

        Assert.True(await api.Sql.ReadAsync<bool>($"select archive_le is null from masp.beneficiaires where id = '{dossier.Personne}'"));
        Assert.False(await api.Sql.ReadAsync<bool>($"select bool_or(archivee) from masp.demandes where beneficiaire_id = '{dossier.Personne}'"));
    }

    [Fact]
    public async Task What_is_not_a_list_of_people_is_refused()
    {
        var agent = await api.PersonAsync(DossierDEssai.Agent);

        await api.Sql.UnchangedAsync(async () =>
        {
            (await agent.PostAsync("/archivages", new { beneficiaireIds = Array.Empty<Guid>() })).AssertRefused(400, "archivage.liste", "beneficiaireIds");
            (await agent.PostAsync("/archivages", new { beneficiaireIds = Enumerable.Range(1, 501).Select(i => new Guid(i, 0, 0, new byte[8])) })).AssertRefused(400, "archivage.liste", "beneficiaireIds");
            Assert.Equal("0", (await agent.PostAsync("/archivages", new { beneficiaireIds = new[] { DossierDEssai.Inconnue } })).Reussie().Lire("archives"));
            Assert.Equal(403, (int)(await (await api.PersonAsync("referent@ccas.example")).PostAsync("/archivages", new { })).Statut);
            Assert.Equal("42501", (await api.Sql.RefusedAsync(SqlDeTest.Agent with { Role = Role.Comptable }, "select masp.archiver('{}', '{}', 2, '2026-03-16')")).SqlState);
        });
    }
}
