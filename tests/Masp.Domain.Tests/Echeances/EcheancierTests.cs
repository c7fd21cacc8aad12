using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using Masp.Domain.Tests.Attributions;
using Masp.Domain.Tests.Mesures;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Echeances;

/// <summary>What each event opens, meets, moves and ends (R46).</summary>
public sealed class EcheancierTests
{
    private static readonly MotifRetard Motif = new(CauseRetard.Beneficiaire, "Absente au premier rendez-vous.");

    [Fact]
    public void An_order_issued_opens_its_reception_and_its_first_Rencontre_and_the_reception_meets_one_and_moves_the_other()
    {
        var echeances = new EcheanciersDEssai();
        var bon = BonsDEssai.Emis(new LocalDate(2022, 1, 6)); // a Thursday: deemed received on Friday 7, limit Thursday 17 Feb
        _ = echeances.Record(bon.EmisLe, new BonEmis(bon)).Value;
        Assert.Equal((new LocalDate(2022, 1, 7), new LocalDate(2022, 2, 17)), (echeances.One(NatureEcheance.Reception).Limite, echeances.One(NatureEcheance.PremiereRencontre).Limite));

        _ = bon.Acknowledge(bon.EmisLe, bon.EmisLe).Value;
        _ = echeances.Record(bon.EmisLe, new BonRecu(bon)).Value;

        var rencontre = echeances.One(NatureEcheance.PremiereRencontre);
        Assert.Equal((EtatEcheance.Tenue, new LocalDate(2022, 2, 16)), (echeances.One(NatureEcheance.Reception).Etat, rencontre.Limite));
        var decalage = Assert.Single(rencontre.Decalages);
        Assert.Equal(
            (new LocalDate(2022, 2, 17), new LocalDate(2022, 2, 16), "Accusé de réception du bon de commande.", EcheanciersDEssai.Agent, bon.EmisLe),
            (decalage.De, decalage.A, decalage.Motif, decalage.Par, decalage.Le));
    }

    [Theory]
    [InlineData(14, EtatEcheance.Tenue)]
    [InlineData(15, EtatEcheance.TenueEnRetard)]
    public void R13_is_kept_on_its_last_day_and_late_the_day_after_with_its_cause(int jour, EtatEcheance etat)
    {
        var (echeances, bon) = Issued();
        var date = new LocalDate(2022, 2, jour);

        _ = echeances.Record(date, new PremiereRencontreTenue(bon, date, Motif)).Value;

        var rencontre = echeances.One(NatureEcheance.PremiereRencontre);
        Assert.Equal((etat, date), (rencontre.Etat, rencontre.TenueLe!.Value));
        Assert.Equal(etat == EtatEcheance.Tenue ? null : CauseRetard.Beneficiaire, rencontre.Cause);
    }

    [Fact]
    public void R13_late_without_its_cause_is_refused_and_opens_nothing()
    {
        var (echeances, bon) = Issued();
        var date = new LocalDate(2022, 2, 15);

        var told = echeances.Record(date, new PremiereRencontreTenue(bon, date, null));

        Assert.Equal(("echeance.motif-manquant", "motif"), (told.Error!.Code, told.Error.Field));
        Assert.Equal(EtatEcheance.Ouverte, echeances.One(NatureEcheance.PremiereRencontre).Etat);
        Assert.DoesNotContain(echeances.Toutes, e => e.Nature == NatureEcheance.ProjetIntervention);
    }

    [Fact]
    public void A_signature_opens_all_that_runs_from_it_under_its_Mesure()
    {
        var (echeances, _, mesure) = EcheanciersDEssai.Signed(18);

        Assert.All(echeances.Toutes, e => Assert.Equal(mesure.Id, e.MesureId ?? Guid.Empty));
        Assert.Equal(
            ["BilanEtape 1-M12 2023-01-10", "BilanEtape 1-M6 2022-07-11", "BilanFinal 1 2023-05-09", "ProjetIntervention  2022-02-25", "Rencontres 2022-01-10 2022-04-08"],
            echeances.Toutes.Where(e => e.Etat == EtatEcheance.Ouverte).Select(e => $"{e.Nature} {e.Occurrence} {e.Limite:uuuu-MM-dd}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_days_that_come_open_each_window_and_each_month_once()
    {
        var (echeances, _, mesure) = EcheanciersDEssai.Signed(6);
        foreach (var jour in new[] { new LocalDate(2022, 4, 9), new LocalDate(2022, 4, 10), new LocalDate(2022, 4, 10), new LocalDate(2022, 5, 1) })
            _ = echeances.Record(jour, new JourVenu(mesure)).Value;

        Assert.Equal(["2022-01-10 Ouverte", "2022-04-10 Ouverte"], echeances.Of(NatureEcheance.Rencontres));
        Assert.Equal(["2022-01 Ouverte", "2022-02 Ouverte", "2022-03 Ouverte", "2022-04 Ouverte"], echeances.Of(NatureEcheance.Releve));
    }

    [Theory]
    [InlineData(9, "2022-01-10 Tenue|2022-04-10 Ouverte")] // the last day of the window, a Saturday
    [InlineData(10, "2022-01-10 Ouverte|2022-04-10 Tenue")]
    public void R18_a_minimum_reached_meets_the_window_of_its_day(int jour, string etats)
    {
        var (echeances, _, mesure) = EcheanciersDEssai.Signed();

        _ = echeances.Record(new LocalDate(2022, 4, 20), new RencontresAtteintes(mesure, new LocalDate(2022, 4, jour))).Value;

        Assert.Equal(etats.Split('|'), echeances.Of(NatureEcheance.Rencontres));
    }

    [Fact]
    public void A_bilan_meets_the_earliest_one_due()
    {
        var (echeances, _, mesure) = EcheanciersDEssai.Signed(24);

        _ = echeances.Record(new LocalDate(2022, 7, 12), new BilanEtapeEnvoye(mesure, new LocalDate(2022, 7, 12))).Value;

        Assert.Equal(["1-M6 TenueEnRetard", "1-M12 Ouverte", "1-M18 Ouverte"], echeances.Of(NatureEcheance.BilanEtape));
        Assert.True(echeances.One(NatureEcheance.BilanEtape, "1-M6").IsLate(new LocalDate(2022, 7, 12)));
    }

    [Fact]
    public void An_order_abandoned_in_time_leaves_nothing_due_and_one_abandoned_late_leaves_its_lateness_to_explain()
    {
        foreach (var (jour, etat) in new[] { (new LocalDate(2022, 2, 14), EtatEcheance.SansObjet), (new LocalDate(2022, 2, 15), EtatEcheance.NonTenue) })
        {
            var (echeances, bon) = Issued();
            _ = bon.Abandon(jour, "Ne donne pas suite", MesuresDEssai.Regles, jour).Value;
            _ = echeances.Record(jour, new BonClos(bon)).Value;
            Assert.Equal(etat, echeances.One(NatureEcheance.PremiereRencontre).Etat);
        }
    }

    [Fact]
    public void The_end_of_a_Mesure_with_gestion_asks_for_its_two_closing_documents_and_ends_the_rest()
    {
        var (echeances, _, mesure) = EcheanciersDEssai.Signed(18);
        var fin = new LocalDate(2022, 7, 31);
        _ = mesure.Close(fin, MotifFin.Deces, fin).Value;

        _ = echeances.Record(fin, new MesureFinie(mesure, new LocalDate(2022, 8, 2))).Value;

        Assert.Equal(["1-M6 NonTenue", "1-M12 SansObjet"], echeances.Of(NatureEcheance.BilanEtape));
        Assert.Equal(["1 SansObjet"], echeances.Of(NatureEcheance.BilanFinal));
        Assert.Equal(
            (new LocalDate(2022, 8, 16), new LocalDate(2022, 11, 2)), // + 16 = Tuesday 16 August; + 91 = Wednesday 1 November, a holiday
            (echeances.One(NatureEcheance.EtatDesOperations).Limite, echeances.One(NatureEcheance.ComptesDeGestion).Limite));
    }

    [Fact]
    public void A_suspension_takes_the_minimum_from_the_months_it_touches_and_moves_what_falls_in_it_to_the_day_after()
    {
        var (echeances, _, mesure) = EcheanciersDEssai.Signed();
        var suspension = mesure.Suspend(BonsDEssai.Id(50), Periode.Of(new LocalDate(2022, 2, 20), new LocalDate(2022, 3, 4)), new LocalDate(2022, 2, 18)).Value;

        _ = echeances.Record(new LocalDate(2022, 2, 18), new MesureSuspendue(mesure, suspension)).Value;
        _ = echeances.Record(new LocalDate(2022, 4, 12), new JourVenu(mesure)).Value;

        Assert.Equal(["2022-01-10 SansObjet", "2022-04-10 Ouverte"], echeances.Of(NatureEcheance.Rencontres));
        var projet = echeances.One(NatureEcheance.ProjetIntervention); // 25 Feb, inside; 5 March is a Saturday
        Assert.Equal((new LocalDate(2022, 3, 7), new LocalDate(2022, 2, 25)), (projet.Limite, Assert.Single(projet.Decalages).De));
    }

    [Fact]
    public void What_was_computed_stays_when_another_rule_set_begins()
    {
        var (echeances, _, mesure) = EcheanciersDEssai.Signed();
        var before = echeances.One(NatureEcheance.BilanFinal).Limite;
        var other = new Reglements([new Reglement(BonsDEssai.Id(2), "34", new LocalDate(2022, 3, 1), "Second", new Parametres { BilanFinalMois = 4 })]);

        _ = echeances.Record(new LocalDate(2022, 3, 2), new JourVenu(mesure), other).Value;

        Assert.Equal(before, echeances.One(NatureEcheance.BilanFinal).Limite);
    }

    private static (EcheanciersDEssai, BonDeCommande) Issued()
    {
        var echeances = new EcheanciersDEssai();
        var bon = BonsDEssai.Emis();
        _ = echeances.Record(bon.EmisLe, new BonEmis(bon)).Value;
        return (echeances, bon);
    }
}
