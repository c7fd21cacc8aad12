using Masp.Demonstration;
using Masp.Domain.Attributions;
using Masp.Domain.Demandes;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Testing.Postgres;
using NodaTime;
using NodaTime.Text;

namespace Masp.Api.Tests.Demonstration;

/// <summary>What the demonstration promises, on days of the week and of the quarter that differ.</summary>
public sealed class SimulationTests
{
    [Fact]
    public void The_same_seed_and_date_give_the_same_data_to_the_byte()
    {
        var again = JeuxDEssai.Run(DemonstrationDeTest.Jour);

        Assert.Equal(JeuxDEssai.Fingerprint(JeuxDEssai.Reference), JeuxDEssai.Fingerprint(again));
    }

    [Fact]
    public void Another_seed_gives_other_people() =>
        Assert.NotEqual(JeuxDEssai.Fingerprint(JeuxDEssai.Reference), JeuxDEssai.Fingerprint(JeuxDEssai.Run(DemonstrationDeTest.Jour, graine: 2)));

    [Theory]
    [InlineData("2022-11-24")]
    [InlineData("2024-12-31")]
    [InlineData("2025-01-02")]
    [InlineData("2026-05-01")]
    [InlineData("2026-11-22")]
    public void About_280_100_and_180_measures_run_seven_in_ten_with_gestion(string date)
    {
        var enCours = JeuxDEssai.Run(Date(date)).Mesures.Where(m => m.Etat == EtatMesure.EnCours).ToList();

        Assert.InRange(enCours.Count(m => m.LotCode == "1"), 262, 298);
        Assert.InRange(enCours.Count(m => m.LotCode == "2"), 90, 110);
        Assert.InRange(enCours.Count(m => m.LotCode == "3"), 166, 194);
        Assert.InRange(enCours.Count(m => m.AvecGestion) * 100 / enCours.Count, 64, 76);
    }

    [Fact]
    public void A_chain_of_contracts_lasts_17_months_on_average()
    {
        var date = new LocalDate(2026, 11, 22);
        var anciennes = JeuxDEssai.Run(date, mesuresEnCours: 4000).Mesures.Where(m => m.Debut.PlusMonths(48) < date);

        Assert.InRange(anciennes.Average(m => Period.DaysBetween(m.Debut, (m.FinReelle ?? date).PlusDays(1)) / 30.44), 16, 18);
    }

    [Theory]
    [InlineData("2022-11-24")]
    [InlineData("2025-01-02")]
    [InlineData("2026-03-13")]
    [InlineData("2026-05-01")]
    [InlineData("2026-11-18")]
    [InlineData("2026-11-19")]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-22")]
    [InlineData("2026-11-23")]
    public void On_any_day_every_screen_has_work(string date)
    {
        var jour = Date(date);
        var jeu = JeuxDEssai.Run(jour);

        Assert.Contains(jeu.Demandes, d => d.Etat is EtatDemande.Deposee or EtatDemande.Ajournee);
        Assert.Contains(jeu.Demandes, d => d.Etat == EtatDemande.AvisRendu);
        Assert.Contains(jeu.Demandes, d => d.Etat == EtatDemande.Acceptee);
        if (jour > new LocalDate(2023, 1, 1))
            Assert.Contains(jeu.Demandes, d => d.Rapprochement == Rapprochement.ATrancher);
        var decisions = jeu.Demandes.Select(d => d.Decision).OfType<Decision>().ToList();
        Assert.InRange(decisions.Count(d => d.Notifications.Count < 2), 1, decisions.Count / 10);
        Assert.Contains(jeu.BonsDeCommande, b => b.Etat == EtatBonDeCommande.Emis);
        Assert.Contains(jeu.BonsDeCommande, b => b.Etat == EtatBonDeCommande.Recu);
        Assert.Contains(jeu.BonsDeCommande, b => b.Forfait == EtatForfait.AValider);
        Assert.True(jeu.Commissions[^1].Date >= jour, "a session to come");
        Assert.NotEmpty(jeu.Commissions[^1].Points);
        Assert.All(jeu.Demandes, d => Assert.True(d.DeposeeLe <= jour));
    }

    [Fact]
    public void Every_kind_of_fate_is_shown()
    {
        var jeu = JeuxDEssai.Reference;

        Assert.All(Enum.GetValues<EtatDemande>().Except([EtatDemande.Ajournee]), etat => Assert.Contains(jeu.Demandes, d => d.Etat == etat));
        Assert.All(Enum.GetValues<EtatBonDeCommande>(), etat => Assert.Contains(jeu.BonsDeCommande, b => b.Etat == etat));
        Assert.All(Enum.GetValues<NatureInscription>(), nature => Assert.Contains(jeu.Inscriptions, i => i.Nature == nature));
        Assert.All(Enum.GetValues<NatureDetail>(), nature => Assert.Contains(jeu.Factures, f => f.Details.Any(d => d.Nature == nature)));
        Assert.Contains(jeu.Demandes, d => d.Decision?.MotifDivergence is not null);
        Assert.Contains(jeu.Mesures, m => m.Contrats.Count > 1);
        Assert.Contains(jeu.Mesures, m => m.Suspensions.Count > 0);
        Assert.Contains(jeu.Mesures, m => m.Changements.Count > 0);
        Assert.Contains(jeu.Mesures, m => m.Residences.Count > 1);
        Assert.Contains(jeu.Factures, f => f.Nature == NatureFacture.Avoir);
        Assert.Equal(4, jeu.Mesures.SelectMany(m => m.Contrats).Select(c => c.DureeMois).Intersect([6, 12, 18, 24]).Count());
    }

    [Fact]
    public void Numbers_have_no_gap_and_the_series_go_on_after_the_last()
    {
        var jeu = JeuxDEssai.Reference;

        AssertSeries(jeu.Demandes.Select(d => d.Numero), "demande:", jeu.Series);
        AssertSeries(jeu.Mesures.Select(m => m.Numero), "mesure:", jeu.Series);
        foreach (var titulaire in jeu.Titulaires)
        {
            var rangs = jeu.Factures.Where(f => f.TitulaireId == titulaire.Id && f.Numero is not null).Select(f => Rank(f.Numero!)).Order().ToList();
            Assert.Equal(Enumerable.Range(1, rangs.Count), rangs);
            Assert.Equal(jeu.Series[$"facture:{titulaire.Id}"], rangs[^1]);
        }

        foreach (var tour in jeu.Tours)
        {
            var lignes = jeu.Inscriptions.Where(i => i.LotCode == tour.LotCode).ToList();
            Assert.Equal(Enumerable.Range(1, tour.DernierOrdre), lignes.Select(i => i.Ordre));
            Assert.Equal(Enumerable.Range(1, tour.DernierNumero), lignes.Select(i => i.Numero).OfType<int>());
            Assert.Equal(tour.DernierNumero, jeu.BonsDeCommande.Count(b => b.LotCode == tour.LotCode));
        }
    }

    [Theory]
    [InlineData("2022-02-28", 560)]
    [InlineData("2100-01-01", 560)]
    [InlineData("2026-01-05", 0)]
    [InlineData("2026-01-05", 200_001)]
    public void What_cannot_be_lived_is_refused(string date, int mesures) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Simulation.Run(1, Date(date), mesures));

    [Fact]
    public void Identifiers_sort_in_the_order_in_which_things_were_made()
    {
        var ids = JeuxDEssai.Reference.Demandes.Select(d => d.Id.ToString()).ToList();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.All(JeuxDEssai.Reference.Demandes, d => Assert.Equal(7, d.Id.Version));
    }

    private static void AssertSeries(IEnumerable<string> numeros, string code, IReadOnlyDictionary<string, int> series)
    {
        foreach (var annee in numeros.GroupBy(n => n.Split('-')[1]))
        {
            Assert.Equal(Enumerable.Range(1, annee.Count()), annee.Select(Rank).Order());
            Assert.Equal(series[code + annee.Key], annee.Count());
        }
    }

    private static int Rank(string numero) => int.Parse(numero.Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
