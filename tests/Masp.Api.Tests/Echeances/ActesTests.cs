using Masp.Api.Tests.Socle;
using NodaTime;

namespace Masp.Api.Tests.Echeances;

/// <summary>The acts of the main path and the rows they open, meet and end (R12, R13, R17 to R20, R46).</summary>
public sealed class ActesTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    [Fact]
    public async Task An_order_from_its_issue_to_its_contract_opens_and_meets_its_deadlines()
    {
        var integrateur = await api.IntegrateurAsync();
        var bon = await api.Parcours.AttribuerAsync(18);
        // Issued on Monday 16 March 2026: deemed received on the 17th, + 41 = Monday 27 April.
        Assert.Equal("PremiereRencontre  Ouverte 2026-04-27|Reception  Ouverte 2026-03-17", await OfAsync(bon));

        (await integrateur.PostAsync($"/bons-de-commande/{bon}/reception", new { }, await integrateur.VersionAsync($"/bons-de-commande/{bon}"))).Reussie();
        // Received on the 16th, + 41 = Sunday 26 April: the same Monday.
        Assert.Equal("PremiereRencontre  Ouverte 2026-04-27|Reception  Tenue 2026-03-17", await OfAsync(bon));

        var mesure = (await integrateur.PostAsync(
            $"/bons-de-commande/{bon}/signature", new { datePremiereRencontre = ApiDeTest.Aujourdhui, dateSignature = ApiDeTest.Aujourdhui })).Reussie().Id;
        // 16 March + 46 = Friday 1 May, a holiday, then a weekend; M6 on 16 September; M12 on 16 March 2027; last day 15 September 2027, - 61 = 16 July.
        Assert.Equal(
            "BilanEtape 1-M12 Ouverte 2027-03-16|BilanEtape 1-M6 Ouverte 2026-09-16|BilanFinal 1 Ouverte 2027-07-15|PremiereRencontre  Tenue 2026-04-27"
            + "|ProjetIntervention  Ouverte 2026-05-04|Reception  Tenue 2026-03-17|Rencontres 2026-03-16 Ouverte 2026-06-15",
            await OfAsync(bon));
        Assert.Equal(7L, await api.Sql.ReadAsync<long>($"select count(*) from masp.echeances where mesure_id = '{mesure}' and reglement_id is not null and explication like 'Événement : %'"));
        Assert.True(await api.Sql.ReadAsync<long>($"select count(*) from journal.actes where objet = 'echeances' and mesure_id = '{mesure}' and acte = 'signerContrat'") >= 5);
    }

    [Fact]
    public async Task A_late_first_Rencontre_is_refused_without_its_cause_and_signed_with_it()
    {
        var bon = await api.Parcours.AttribuerAsync();
        await OnAsync(new LocalDate(2026, 4, 28), async () =>
        {
            var integrateur = await api.IntegrateurAsync();
            var dates = new { datePremiereRencontre = "2026-04-28", dateSignature = "2026-04-28" };
            await api.Sql.UnchangedAsync(async () =>
            {
                (await integrateur.PostAsync($"/bons-de-commande/{bon}/signature", dates)).AssertRefused(409, "echeance.motif-manquant", "motif");
                (await integrateur.PostAsync(
                    $"/bons-de-commande/{bon}/signature", new { dates.datePremiereRencontre, dates.dateSignature, motif = new { cause = "beneficiaire", commentaire = "" } }))
                    .AssertRefused(400, "champ.obligatoire", "motif.commentaire");
            });

            (await integrateur.PostAsync(
                $"/bons-de-commande/{bon}/signature", new { dates.datePremiereRencontre, dates.dateSignature, motif = new { cause = "beneficiaire", commentaire = "Hospitalisée." } })).Reussie();

            Assert.Equal(
                "TenueEnRetard Beneficiaire Hospitalisée. 2026-04-28",
                await api.Sql.ReadAsync<string>($"select concat_ws(' ', etat, cause, commentaire, expliquee_le) from masp.echeances where bon_de_commande_id = '{bon}' and nature = 'PremiereRencontre'"));
            // Nobody acknowledged it: it was deemed received, which is no lateness.
            Assert.Equal("SansObjet", await api.Sql.ReadAsync<string>($"select etat from masp.echeances where bon_de_commande_id = '{bon}' and nature = 'Reception'"));
        });
    }

    [Fact]
    public async Task On_the_last_day_no_cause_is_asked_for()
    {
        var bon = await api.Parcours.AttribuerAsync();
        await OnAsync(new LocalDate(2026, 4, 27), async () => (await (await api.IntegrateurAsync()).PostAsync(
            $"/bons-de-commande/{bon}/signature", new { datePremiereRencontre = "2026-04-27", dateSignature = "2026-04-27" })).Reussie());
    }

    [Fact]
    public async Task An_order_that_ends_before_its_contract_leaves_nothing_open()
    {
        var bon = await api.Parcours.AbandonnerAsync();

        Assert.Equal("PremiereRencontre  SansObjet 2026-04-27|Reception  SansObjet 2026-03-17", await OfAsync(bon));
    }

    [Fact]
    public async Task The_demonstration_has_deadlines_of_every_kind_and_state()
    {
        var counts = await api.Sql.ReadAsync<string>("select string_agg(distinct nature, ' ' order by nature) from masp.echeances");

        Assert.Equal(
            "BilanEtape BilanFinal ComptesDeGestion EtatDesOperations PremiereRencontre ProjetIntervention RapportTrimestriel Reception Releve Rencontres StatistiquesAnnuelles StatistiquesEtat",
            counts);
        Assert.Equal("NonTenue Ouverte SansObjet Tenue TenueEnRetard", await api.Sql.ReadAsync<string>("select string_agg(distinct etat, ' ' order by etat) from masp.echeances"));
        Assert.Equal(
            0L, await api.Sql.ReadAsync<long>("select count(*) from masp.echeances e where mesure_id is not null and not exists (select from masp.mesures m where m.id = e.mesure_id and m.bon_de_commande_id = e.bon_de_commande_id)"));
    }

    private Task<string> OfAsync(Guid bon) => api.Sql.ReadAsync<string>(
        $"select string_agg(concat_ws(' ', nature, occurrence, etat, limite), '|' order by nature, occurrence collate \"C\") from masp.echeances where bon_de_commande_id = '{bon}'");

    private async Task OnAsync(LocalDate jour, Func<Task> act)
    {
        api.Avancer(jour);
        await act();
        api.Avancer(new LocalDate(2026, 3, 16));
    }
}
