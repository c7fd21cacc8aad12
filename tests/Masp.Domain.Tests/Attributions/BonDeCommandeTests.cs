using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using Masp.Domain.Territoires;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Attributions;

/// <summary>R12, R14, R16: which act each state accepts, and the dates.</summary>
public sealed class BonDeCommandeTests
{
    private static readonly Parametres Regles = new();
    private static readonly LocalDate Emis = BonsDEssai.EmisLe;
    private static readonly LocalDate Aujourdhui = new(2022, 2, 28);

    [Theory]
    [InlineData(-1, "reception.date-invalide")]
    [InlineData(0, null)]
    [InlineData(56, null)]
    [InlineData(57, "reception.date-invalide")]
    public void A_reception_lies_between_the_issue_and_today(int jours, string? code) =>
        Assert.Equal(code, BonsDEssai.Emis().Acknowledge(Emis.PlusDays(jours), Aujourdhui).Error?.Code);

    [Fact]
    public void A_reception_is_recorded_once()
    {
        var bon = BonsDEssai.Emis();
        Assert.True(bon.Acknowledge(Emis, Aujourdhui).IsSuccess);

        Assert.Equal("bon-de-commande.deja-recu", bon.Acknowledge(Emis, Aujourdhui).Error?.Code);
    }

    [Theory]
    [InlineData("2022-01-03", "2022-01-04")]
    [InlineData("2022-01-07", "2022-01-10")]
    [InlineData("2022-04-15", "2022-04-19")]
    public void An_order_is_deemed_received_on_the_next_working_day(string emis, string recu) =>
        Assert.Equal(Date(recu), BonsDEssai.Emis(Date(emis)).DeemedReception(Regles));

    [Theory]
    [InlineData("2022-01-03", ModeDelai.Franc, "2022-02-14")]
    [InlineData("2022-01-04", ModeDelai.Franc, "2022-02-14")]
    [InlineData("2022-01-05", ModeDelai.Franc, "2022-02-15")]
    [InlineData("2022-01-05", ModeDelai.Cpc642, "2022-02-14")]
    public void The_first_rencontre_is_due_40_jours_francs_after_the_reception(string recu, ModeDelai mode, string limite) =>
        Assert.Equal(Date(limite), BonDeCommande.FirstRencontreLimit(Date(recu), Regles with { ModeDelai = mode }).Value);

    [Fact]
    public void A_signature_without_acknowledgement_deems_the_order_received()
    {
        var bon = BonsDEssai.Emis();
        Assert.True(bon.Sign(Emis.PlusDays(10), Emis.PlusDays(12), Regles, Aujourdhui).IsSuccess);

        Assert.Equal((Emis.PlusDays(1), true, Emis.PlusDays(10), Emis.PlusDays(12)), (bon.RecuLe, bon.ReceptionReputee, bon.PremiereRencontreLe, bon.SigneLe));
    }

    [Fact]
    public void A_first_rencontre_on_the_day_of_issue_is_a_reception_too()
    {
        var bon = BonsDEssai.Emis();
        Assert.True(bon.Sign(Emis, Emis, Regles, Aujourdhui).IsSuccess);

        Assert.Equal(Emis, bon.RecuLe);
    }

    [Fact]
    public void A_signature_keeps_the_acknowledged_reception()
    {
        var bon = BonsDEssai.Emis();
        _ = bon.Acknowledge(Emis.PlusDays(3), Aujourdhui);
        Assert.True(bon.Sign(Emis.PlusDays(10), Emis.PlusDays(10), Regles, Aujourdhui).IsSuccess);

        Assert.Equal((Emis.PlusDays(3), false), (bon.RecuLe, bon.ReceptionReputee));
    }

    [Theory]
    [InlineData(2, 10, "rencontre.date-invalide")]
    [InlineData(3, 10, null)]
    [InlineData(10, 10, null)]
    [InlineData(10, 9, "signature.date-invalide")]
    [InlineData(56, 56, null)]
    [InlineData(10, 57, "signature.date-invalide")]
    [InlineData(57, 57, "rencontre.date-invalide")]
    public void Reception_first_rencontre_and_signature_follow_each_other(int rencontre, int signature, string? code)
    {
        var bon = BonsDEssai.Emis();
        _ = bon.Acknowledge(Emis.PlusDays(3), Aujourdhui);

        Assert.Equal(code, bon.Sign(Emis.PlusDays(rencontre), Emis.PlusDays(signature), Regles, Aujourdhui).Error?.Code);
    }

    [Theory]
    [InlineData(-1, "abandon.date-invalide")]
    [InlineData(0, null)]
    [InlineData(56, null)]
    [InlineData(57, "abandon.date-invalide")]
    public void An_abandon_lies_between_the_issue_and_today(int jours, string? code) =>
        Assert.Equal(code, BonsDEssai.Emis().Abandon(Emis.PlusDays(jours), "Injoignable", Regles, Aujourdhui).Error?.Code);

    [Theory]
    [InlineData(2, false, "abandon.date-invalide")]
    [InlineData(3, false, null)]
    [InlineData(4, true, "abandon.date-invalide")]
    [InlineData(5, true, null)]
    public void An_abandon_precedes_neither_the_reception_nor_a_journey(int jours, bool deplacement, string? code)
    {
        var bon = BonsDEssai.Emis();
        _ = bon.Acknowledge(Emis.PlusDays(3), Aujourdhui);
        if (deplacement)
            _ = bon.Log(BonsDEssai.Id(9), Emis.PlusDays(5), "Domicile", "L. Petit", Aujourdhui);

        Assert.Equal(code, bon.Abandon(Emis.PlusDays(jours), "Injoignable", Regles, Aujourdhui).Error?.Code);
    }

    [Theory]
    [InlineData(-1, "deplacement.date-invalide")]
    [InlineData(0, null)]
    [InlineData(57, "deplacement.date-invalide")]
    public void A_journey_lies_between_the_issue_and_today(int jours, string? code) =>
        Assert.Equal(code, BonsDEssai.Emis().Log(BonsDEssai.Id(9), Emis.PlusDays(jours), "Domicile", "L. Petit", Aujourdhui).Error?.Code);

    [Theory]
    [InlineData(true, 0, EtatForfait.NonDu)]
    [InlineData(true, 1, EtatForfait.AValider)]
    [InlineData(true, 2, EtatForfait.AValider)]
    [InlineData(false, 0, EtatForfait.AValider)]
    public void The_forfait_is_due_once_a_journey_was_logged_unless_the_reglement_says_otherwise(bool exige, int deplacements, EtatForfait attendu)
    {
        var bon = BonsDEssai.Emis();
        for (var n = 0; n < deplacements; n++)
            _ = bon.Log(BonsDEssai.Id(9 + n), Emis, "Domicile", "L. Petit", Aujourdhui);
        _ = bon.Abandon(Emis, "Injoignable", Regles with { ForfaitExigeDeplacement = exige }, Aujourdhui);

        Assert.Equal(attendu, bon.Forfait);
    }

    [Fact]
    public void A_forfait_is_validated_once_and_only_when_due()
    {
        Assert.Equal("forfait.non-du", BonsDEssai.Emis().ValidateForfait().Error?.Code);
        var bon = BonsDEssai.Emis();
        _ = bon.Log(BonsDEssai.Id(9), Emis, "Domicile", "L. Petit", Aujourdhui);
        _ = bon.Abandon(Emis, "Injoignable", Regles, Aujourdhui);

        Assert.True(bon.ValidateForfait().IsSuccess);
        Assert.Equal("forfait.deja-valide", bon.ValidateForfait().Error?.Code);
    }

    [Theory]
    [InlineData(EtatBonDeCommande.Signe, "bon-de-commande.deja-signe")]
    [InlineData(EtatBonDeCommande.Abandonne, "bon-de-commande.abandonne")]
    [InlineData(EtatBonDeCommande.Annule, "bon-de-commande.annule")]
    public void A_closed_order_refuses_every_act(EtatBonDeCommande etat, string code)
    {
        var bon = Closed(etat);
        Result<Done>[] actes =
        [
            bon.Acknowledge(Emis, Aujourdhui),
            bon.Sign(Emis, Emis, Regles, Aujourdhui),
            bon.Abandon(Emis, "Injoignable", Regles, Aujourdhui),
            bon.Cancel("Erreur", Aujourdhui),
        ];

        Assert.All(actes, acte => Assert.Equal(code, acte.Error?.Code));
        Assert.Equal(code, bon.Log(BonsDEssai.Id(9), Emis, "Domicile", "L. Petit", Aujourdhui).Error?.Code);
        Assert.Equal(etat, bon.Etat);
    }

    private static BonDeCommande Closed(EtatBonDeCommande etat)
    {
        var bon = BonsDEssai.Emis();
        var clos = etat switch
        {
            EtatBonDeCommande.Signe => bon.Sign(Emis, Emis, Regles, Aujourdhui),
            EtatBonDeCommande.Abandonne => bon.Abandon(Emis, "Injoignable", Regles, Aujourdhui),
            EtatBonDeCommande.Annule => bon.Cancel("Erreur", Aujourdhui),
            EtatBonDeCommande.Emis or EtatBonDeCommande.Recu => throw new ArgumentOutOfRangeException(nameof(etat), etat, "Not closed."),
            _ => throw new ArgumentOutOfRangeException(nameof(etat), etat, "Unknown state."),
        };
        Assert.True(clos.IsSuccess);
        return bon;
    }

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
