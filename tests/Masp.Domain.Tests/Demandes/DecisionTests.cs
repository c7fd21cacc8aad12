using Masp.Domain.Demandes;
using Masp.Domain.Mesures;
using Xunit;
using static Masp.Domain.Tests.Demandes.DossiersDEssai;

namespace Masp.Domain.Tests.Demandes;

/// <summary>R2, R3, R5, R9, R10: every refusal of a Decision, and the nearest thing that is accepted.</summary>
public sealed class DecisionTests
{
    [Fact]
    public void A_decision_before_an_avis_is_refused() => Assert.Equal("decision.avis-manquant", Deposee().Decide(Favorable).Error?.Code);

    [Fact]
    public void An_adjournment_is_no_avis_to_decide_on() =>
        Assert.Equal("decision.avis-manquant", WithAvis(SensAvis.Ajourne).Decide(Favorable).Error?.Code);

    [Fact]
    public void A_decision_is_taken_once()
    {
        var demande = Acceptee();

        Assert.Equal("decision.deja-prise", demande.Decide(Defavorable).Error?.Code);
        Assert.Equal(EtatDemande.Acceptee, demande.Etat);
    }

    [Theory]
    [InlineData(-1, "decision.avant-avis")]
    [InlineData(0, null)]
    [InlineData(11, null)]
    [InlineData(12, "decision.date-future")]
    public void A_decision_lies_between_the_avis_and_today(int joursApresSeance, string? code) =>
        Assert.Equal(code, WithAvis().Decide(Favorable with { Date = Seance.PlusDays(joursApresSeance) }).Error?.Code);

    [Theory]
    [InlineData(SensAvis.Favorable, SensDecision.Favorable, null, null)]
    [InlineData(SensAvis.Defavorable, SensDecision.Defavorable, null, null)]
    [InlineData(SensAvis.Defavorable, SensDecision.Favorable, null, "decision.divergence-sans-motif")]
    [InlineData(SensAvis.Favorable, SensDecision.Defavorable, null, "decision.divergence-sans-motif")]
    [InlineData(SensAvis.Favorable, SensDecision.Defavorable, "  ", "decision.divergence-sans-motif")]
    [InlineData(SensAvis.Defavorable, SensDecision.Favorable, "Élément nouveau", null)]
    [InlineData(SensAvis.Favorable, SensDecision.Defavorable, "Élément nouveau", null)]
    public void A_decision_that_differs_from_the_avis_says_why(SensAvis avis, SensDecision sens, string? motif, string? code)
    {
        var projet = (sens == SensDecision.Favorable ? Favorable : Defavorable) with { MotifDivergence = motif };

        Assert.Equal(code, WithAvis(avis).Decide(projet).Error?.Code);
    }

    [Theory]
    [InlineData(5, "contrat.duree-hors-bornes")]
    [InlineData(6, null)]
    [InlineData(24, null)]
    [InlineData(25, "contrat.duree-hors-bornes")]
    public void A_contract_lasts_from_6_to_24_months(int mois, string? code) =>
        Assert.Equal(code, WithAvis().Decide(Favorable with { DureeMois = mois }).Error?.Code);

    [Theory]
    [InlineData(36, 0, 12, null)]
    [InlineData(36, 1, 12, "mesure.duree-totale-depassee")]
    [InlineData(36, 29, 11, null)]
    [InlineData(37, 0, 12, "mesure.duree-totale-depassee")]
    [InlineData(48, 0, 6, "mesure.duree-totale-depassee")]
    public void The_49th_month_is_refused_whoever_asks(int mois, int jours, int duree, string? code) =>
        Assert.Equal(code, WithAvis().Decide(Favorable with { DureeMois = duree }, chaine: new ChaineDeContrats(mois, jours)).Error?.Code);

    [Fact]
    public void A_favourable_decision_says_gestion_length_and_lot()
    {
        Assert.Equal("decision.gestion-manquante", WithAvis().Decide(Favorable with { AvecGestion = null }).Error?.Code);
        Assert.Equal("decision.duree-manquante", WithAvis().Decide(Favorable with { DureeMois = null }).Error?.Code);
        Assert.Equal("commune.sans-lot", WithAvis().Decide(Favorable, lot: null).Error?.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void One_no_to_the_five_questions_needs_a_reason(int question)
    {
        var reponses = Enumerable.Range(0, 5).Select(q => q != question).ToArray();
        var eligibilite = new Eligibilite(reponses[0], reponses[1], reponses[2], reponses[3], reponses[4]);

        Assert.Equal("decision.ineligibilite-sans-motif", WithAvis(eligibilite: eligibilite).Decide(Favorable).Error?.Code);
        Assert.True(WithAvis(eligibilite: eligibilite).Decide(Favorable with { MotifIneligibilite = "Droit en cours d'ouverture" }).IsSuccess);
        Assert.True(WithAvis(SensAvis.Defavorable, eligibilite).Decide(Defavorable).IsSuccess);
    }

    [Fact]
    public void A_refusal_states_its_reasons_in_fact_and_in_law()
    {
        Assert.Equal("decision.refus-sans-motif", WithAvis(SensAvis.Defavorable).Decide(Defavorable with { Motif = " " }).Error?.Code);
        Assert.Equal("decision.refus-sans-fondement", WithAvis(SensAvis.Defavorable).Decide(Defavorable with { Fondement = null }).Error?.Code);
    }

    [Fact]
    public void Every_rule_that_refuses_is_told_at_once_and_nothing_is_decided()
    {
        var demande = WithAvis(SensAvis.Defavorable);
        var refus = demande.Decide(Favorable with { AvecGestion = null, DureeMois = 25, Date = Seance.PlusDays(-1) }, lot: null);

        Assert.Equal(
            ["commune.sans-lot", "contrat.duree-hors-bornes", "decision.avant-avis", "decision.divergence-sans-motif", "decision.gestion-manquante"],
            refus.Errors.Select(e => e.Code).Order(StringComparer.Ordinal));
        Assert.Equal((EtatDemande.AvisRendu, (Decision?)null), (demande.Etat, demande.Decision));
    }

    [Fact]
    public void The_decision_fixes_the_lot_of_the_day_it_is_taken()
    {
        var demande = WithAvis();
        _ = demande.Decide(Favorable, lot: "2").Value;

        Assert.Equal(("2", "2", EtatDemande.Acceptee), (demande.LotCode, demande.Decision!.LotCode, demande.Etat));
    }

    [Fact]
    public void A_refusal_has_no_lot()
    {
        var demande = WithAvis(SensAvis.Defavorable);

        Assert.Null(demande.Decide(Defavorable).Value.LotCode);
        Assert.Equal(("1", EtatDemande.Refusee), (demande.LotCode, demande.Etat));
    }
}
