using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using Masp.Domain.Tests.Attributions;
using NodaTime;
using Xunit;
using static Masp.Domain.Tests.Mesures.MesuresDEssai;

namespace Masp.Domain.Tests.Mesures;

/// <summary>R1 to R4, R14, R21 to R23: what a Mesure accepts and refuses.</summary>
public sealed class MesureTests
{
    private static readonly LocalDate Signature = new(2022, 1, 10);
    private static readonly LocalDate Terme = new(2023, 1, 9);

    [Fact]
    public void A_mesure_runs_from_its_signature_to_the_day_before_its_anniversary()
    {
        var mesure = Open(Signature);

        Assert.Equal((Signature, Terme, (LocalDate?)null, EtatMesure.EnCours), (mesure.Debut, mesure.FinPrevue, mesure.FinReelle, mesure.Etat));
        Assert.Equal(("34172", 1, 12), (mesure.CommuneInsee, mesure.DernierContrat.Rang, mesure.DernierContrat.DureeMois));
    }

    [Theory]
    [InlineData(36, 0, null)]
    [InlineData(36, 1, "mesure.duree-totale-depassee")]
    [InlineData(37, 0, "mesure.duree-totale-depassee")]
    public void Earlier_contracts_of_the_person_count_in_the_48_months(int mois, int jours, string? code)
    {
        var bon = BonsDEssai.Emis(Signature);
        _ = bon.Sign(Signature, Signature, Regles, Signature).Value;

        Assert.Equal(code, Mesure.Open(BonsDEssai.Id(10), "34-2022-0001", bon, BonsDEssai.Id(11), new ChaineDeContrats(mois, jours), Regles, Signature).Error?.Code);
    }

    [Fact]
    public void A_mesure_does_not_open_from_an_order_that_was_not_signed() => Assert.Throws<InvalidOperationException>(() =>
        Mesure.Open(BonsDEssai.Id(10), "34-2022-0001", BonsDEssai.Emis(), BonsDEssai.Id(11), ChaineDeContrats.Vide, Regles, Signature));

    [Theory]
    [InlineData(0, "renouvellement.date-invalide")]
    [InlineData(1, null)]
    [InlineData(2, "renouvellement.date-invalide")]
    public void A_renewal_begins_the_day_after_the_term(int joursApresTerme, string? code)
    {
        var mesure = Open(Signature);

        Assert.Equal(code, mesure.Renew(mesure.Next(12, joursApresTerme), ChaineDeContrats.Vide, Regles).Error?.Code);
    }

    [Theory]
    [InlineData(5, "contrat.duree-hors-bornes")]
    [InlineData(6, null)]
    [InlineData(24, null)]
    [InlineData(25, "contrat.duree-hors-bornes")]
    public void A_renewal_lasts_from_6_to_24_months(int mois, string? code)
    {
        var mesure = Open(Signature);

        Assert.Equal(code, mesure.Renew(mesure.Next(mois), ChaineDeContrats.Vide, Regles).Error?.Code);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(12, null)]
    [InlineData(13, "mesure.duree-totale-depassee")]
    public void A_renewal_counts_the_contracts_of_other_mesures_too(int moisAnterieurs, string? code)
    {
        var mesure = Open(Signature, 24);

        Assert.Equal(code, mesure.Renew(mesure.Next(12), new ChaineDeContrats(moisAnterieurs, 0), Regles).Error?.Code);
    }

    [Fact]
    public void A_second_renewal_needs_a_written_reason()
    {
        var mesure = Open(Signature);
        _ = mesure.Renew(mesure.Next(12), ChaineDeContrats.Vide, Regles).Value;

        Assert.Equal("renouvellement.nombre-depasse", mesure.Renew(mesure.Next(12), ChaineDeContrats.Vide, Regles, " ").Error?.Code);
        Assert.Equal(3, mesure.Renew(mesure.Next(12), ChaineDeContrats.Vide, Regles, "Expulsion en cours").Value.Rang);
    }

    [Fact]
    public void A_written_reason_never_opens_the_49th_month()
    {
        var mesure = Open(Signature, 24);
        _ = mesure.Renew(mesure.Next(24), ChaineDeContrats.Vide, Regles).Value;

        Assert.Equal("mesure.duree-totale-depassee", mesure.Renew(mesure.Next(6), ChaineDeContrats.Vide, Regles, "Expulsion en cours").Error?.Code);
    }

    [Fact]
    public void A_renewal_closes_the_contract_at_its_term_and_goes_on_in_the_same_mesure()
    {
        var mesure = Open(Signature);
        _ = mesure.Renew(mesure.Next(6), ChaineDeContrats.Vide, Regles).Value;

        Assert.Equal(Terme, mesure.Contrats[0].FinReelle);
        Assert.Equal((Terme.PlusMonths(6), EtatMesure.EnCours, true, (LocalDate?)null), (mesure.FinPrevue, mesure.Etat, mesure.AvecGestion, mesure.FinReelle));
        Assert.Equal(new ChaineDeContrats(18, 0), mesure.Chaine);
    }

    [Theory]
    [InlineData("2022-01-09", "fin.date-invalide")]
    [InlineData("2022-01-10", null)]
    [InlineData("2023-01-09", null)]
    [InlineData("2023-01-10", "fin.date-invalide")]
    public void An_end_lies_between_the_signature_and_the_term(string jour, string? code) =>
        Assert.Equal(code, Open(Signature).Close(Date(jour), MotifFin.RetraitDuBeneficiaire, Terme).Error?.Code);

    [Fact]
    public void A_closed_mesure_refuses_every_act()
    {
        var mesure = Open(Signature);
        _ = mesure.Close(new LocalDate(2022, 6, 30), MotifFin.Deces, new LocalDate(2022, 7, 4)).Value;

        Assert.Equal("mesure.terminee", mesure.Close(Terme, MotifFin.Deces, Terme).Error?.Code);
        Assert.Equal("mesure.terminee", mesure.Renew(mesure.Next(6), ChaineDeContrats.Vide, Regles).Error?.Code);
        Assert.Equal("mesure.terminee", mesure.Suspend(BonsDEssai.Id(20), Periode.Of(Signature, Terme), Terme).Error?.Code);
        Assert.Equal((MotifFin.Deces, new LocalDate(2022, 6, 30)), (mesure.MotifFin, mesure.FinReelle));
    }

    [Theory]
    [InlineData("2022-01-10", "2023-01-09", null)]
    [InlineData("2022-01-09", "2022-02-09", "suspension.hors-contrat")]
    [InlineData("2022-12-09", "2023-01-10", "suspension.hors-contrat")]
    [InlineData("2022-12-09", null, "suspension.hors-contrat")]
    public void A_suspension_lies_within_the_contract_and_has_an_end(string debut, string? fin, string? code) =>
        Assert.Equal(code, Open(Signature).Suspend(BonsDEssai.Id(20), Periode.Of(Date(debut), fin is null ? null : Date(fin)), Terme).Error?.Code);

    [Theory]
    [InlineData("2022-06-30", "suspension.chevauchement")]
    [InlineData("2022-07-01", null)]
    public void Two_suspensions_share_no_day(string debut, string? code)
    {
        var mesure = Open(Signature);
        _ = mesure.Suspend(BonsDEssai.Id(20), Periode.Of(new LocalDate(2022, 6, 1), new LocalDate(2022, 6, 30)), Terme).Value;

        Assert.Equal(code, mesure.Suspend(BonsDEssai.Id(21), Periode.Of(Date(debut), new LocalDate(2022, 7, 31)), Terme).Error?.Code);
    }

    /// <summary>5 December to 4 January was to be paid in the first quarter; it ends served on 24 December, in a quarter whose statement may be made.</summary>
    [Fact]
    public void An_end_within_a_suspension_is_looked_at_from_the_first_day_of_its_month()
    {
        var mesure = Open(new LocalDate(2022, 9, 5));
        _ = mesure.Suspend(BonsDEssai.Id(20), Periode.Of(new LocalDate(2022, 12, 25), new LocalDate(2023, 1, 2)), new LocalDate(2022, 12, 20)).Value;
        Assert.Null(mesure.DernierContrat.RevisionDepuis);
        _ = mesure.Close(new LocalDate(2023, 1, 1), MotifFin.RetraitDuBeneficiaire, new LocalDate(2023, 1, 3)).Value;

        Assert.Equal(new LocalDate(2022, 12, 5), mesure.DernierContrat.RevisionDepuis);
    }

    [Theory]
    [InlineData("2022-03-31", null)]
    [InlineData("2022-04-01", "2022-03-10")]
    public void An_end_told_in_a_later_quarter_marks_the_contract(string ditLe, string? revision)
    {
        var mesure = Open(Signature);
        _ = mesure.Close(new LocalDate(2022, 3, 20), MotifFin.RetraitDuBeneficiaire, Date(ditLe)).Value;

        Assert.Equal(revision is null ? null : Date(revision), mesure.DernierContrat.RevisionDepuis);
    }

    [Fact]
    public void An_end_at_term_changes_no_month_and_marks_nothing()
    {
        var mesure = Open(Signature);
        _ = mesure.Close(Terme, MotifFin.TermeAutonomieRetrouvee, Terme.PlusMonths(6)).Value;

        Assert.Null(mesure.DernierContrat.RevisionDepuis);
    }

    [Fact]
    public void The_last_change_of_gestion_and_the_last_move_are_shown()
    {
        var mesure = Open(Signature);
        _ = mesure.ChangeGestion(new LocalDate(2022, 3, 1), true, Terme).Value;
        _ = mesure.Move(new LocalDate(2022, 4, 1), "34003", Terme).Value;
        _ = mesure.Move(new LocalDate(2022, 4, 1), "34004", Terme).Value;

        Assert.Equal((true, "34004", "1"), (mesure.AvecGestion, mesure.CommuneInsee, mesure.LotCode));
        Assert.Equal(2, mesure.Residences.Count);
    }

    [Theory]
    [InlineData("2022-01-09", "changement.hors-contrat")]
    [InlineData("2022-01-10", null)]
    [InlineData("2023-01-09", null)]
    [InlineData("2023-01-10", "changement.hors-contrat")]
    public void A_change_of_gestion_and_a_move_are_dated_within_the_contract(string date, string? code)
    {
        var mesure = Open(Signature);

        Assert.Equal((code, code), (mesure.ChangeGestion(Date(date), true, Terme).Error?.Code, mesure.Move(Date(date), "34003", Terme).Error?.Code));
        Assert.Equal((code is null, code is null ? "34003" : "34172"), (mesure.AvecGestion, mesure.CommuneInsee));
    }

    [Fact]
    public void A_closed_measure_changes_no_more()
    {
        var mesure = Open(Signature);
        _ = mesure.Close(new LocalDate(2022, 6, 30), MotifFin.RetraitDuBeneficiaire, Terme).Value;

        Assert.Equal("mesure.terminee", mesure.ChangeGestion(new LocalDate(2022, 3, 1), true, Terme).Error?.Code);
        Assert.Equal("mesure.terminee", mesure.Move(new LocalDate(2022, 3, 1), "34003", Terme).Error?.Code);
        Assert.Equal((false, "34172"), (mesure.AvecGestion, mesure.CommuneInsee));
    }

    /// <summary>R41: a renewal may be signed weeks before the term, and the person still move before it.</summary>
    [Fact]
    public void A_move_told_after_the_renewal_is_looked_at_again_in_both_contracts()
    {
        var mesure = Open(Signature);
        _ = mesure.Renew(mesure.Next(6), ChaineDeContrats.Vide, MesuresDEssai.Regles).Value;
        _ = mesure.Move(new LocalDate(2022, 12, 1), "34003", new LocalDate(2023, 4, 1)).Value;

        Assert.Equal([new LocalDate(2022, 12, 1), new LocalDate(2023, 1, 10)], mesure.Contrats.Select(c => c.RevisionDepuis!.Value));
    }

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
