using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Tests.Attributions;
using Xunit;
using static Masp.Domain.Tests.Facturation.FacturesDEssai;

namespace Masp.Domain.Tests.Facturation;

/// <summary>R40 to R43: lines, totals, and the order of the acts.</summary>
public sealed class FactureTests
{
    [Theory]
    [InlineData("2022-03-31", "facture.trimestre-en-cours")]
    [InlineData("2022-04-01", null)]
    public void A_quarter_is_invoiced_once_it_has_ended(string jour, string? code) => Assert.Equal(
        code,
        Facture.Prepare(BonsDEssai.Id(60), "34", BonsDEssai.Id(2), "1", T1, [Mois(1)], NodaTime.Text.LocalDatePattern.Iso.Parse(jour).Value).Error?.Code);

    [Fact]
    public void A_quarter_with_nothing_to_pay_is_refused()
    {
        Assert.Equal("facture.vide", Facture.Prepare(BonsDEssai.Id(60), "34", BonsDEssai.Id(2), "1", T1, [], Apres).Error?.Code);
        Assert.Equal("facture.vide", Facture.Prepare(BonsDEssai.Id(60), "34", BonsDEssai.Id(2), "1", T1, [Mois(1, quantite: 0)], Apres).Error?.Code);
    }

    [Fact]
    public void There_is_a_line_per_type_and_price_then_forfaits_then_regularisations()
    {
        var facture = Prepare(
            Forfait(), Mois(1, TypeMesure.AGR, 222_57), Mois(2), Mois(3), Mois(4, cents: 206_62), Mois(5, quantite: 0),
            Mois(6, quantite: -1, nature: NatureDetail.Regularisation), Mois(7, nature: NatureDetail.Regularisation));

        Assert.Equal(
            [
                (1, NatureLigne.SGU, 2, 202_57L, 405_14L), (2, NatureLigne.SGU, 1, 206_62L, 206_62L), (3, NatureLigne.AGR, 1, 222_57L, 222_57L),
                (4, NatureLigne.Forfait, 1, 60_00L, 60_00L), (5, NatureLigne.Regularisation, 1, 202_57L, 202_57L), (6, NatureLigne.Regularisation, -1, 202_57L, -202_57L),
            ],
            facture.Lignes.Select(l => (l.Ordre, l.Nature, l.Quantite, l.PrixUnitaire.Cents, l.Montant.Cents)));
        Assert.Equal(894_33, facture.Total.Cents);
        Assert.Equal(8, facture.Details.Count);
    }

    [Fact]
    public void Only_paid_rows_hold_their_mois_mesure()
    {
        var facture = Prepare(Mois(1), Mois(2, quantite: 0), Mois(3, quantite: -1, nature: NatureDetail.Regularisation));

        Assert.Equal([true, false, false], facture.Details.Select(d => d.Retenue));
    }

    [Fact]
    public void A_facture_is_validated_then_issued_each_once()
    {
        var facture = Prepare(Mois(1));
        Assert.Equal("facture.non-validee", facture.Issue("A-00001", Apres).Error?.Code);
        Assert.True(facture.Validate(Comptable, Apres).IsSuccess);
        Assert.Equal("facture.deja-validee", facture.Validate(Comptable, Apres).Error?.Code);
        Assert.Null(facture.Numero);
        Assert.True(facture.Issue("A-00001", Apres).IsSuccess);

        Assert.Equal("facture.deja-emise", facture.Issue("A-00002", Apres).Error?.Code);
        Assert.Equal("facture.deja-validee", facture.Validate(Comptable, Apres).Error?.Code);
        Assert.Equal(("A-00001", EtatFacture.Emise), (facture.Numero, facture.Etat));
    }

    [Fact]
    public void An_avoir_takes_the_whole_back_and_frees_the_months()
    {
        var facture = Emise(Mois(1), Mois(2, TypeMesure.AGR, 222_57), Forfait());
        var avoir = facture.Credit(BonsDEssai.Id(61), "A-00002", "Erreur", Comptable, Apres).Value;

        Assert.Equal((-485_14L, NatureFacture.Avoir, EtatFacture.Emise, facture.Id), (avoir.Total.Cents, avoir.Nature, avoir.Etat, avoir.AvoirDe!.Value));
        Assert.Equal(avoir.Total, Money.Sum(avoir.Lignes.Select(l => l.Montant)));
        Assert.Equal(EtatFacture.Creditee, facture.Etat);
        Assert.All(facture.Details, d => Assert.False(d.Retenue));
    }

    [Fact]
    public void An_avoir_is_made_once_of_an_issued_facture_and_never_of_an_avoir()
    {
        var prete = Prepare(Mois(1));
        Assert.Equal("avoir.facture-non-emise", Credit(prete).Error?.Code);
        _ = prete.Validate(Comptable, Apres).Value;
        Assert.Equal("avoir.facture-non-emise", Credit(prete).Error?.Code);
        var emise = Emise(Mois(1));
        var avoir = Credit(emise).Value;

        Assert.Equal("avoir.deja-fait", Credit(emise).Error?.Code);
        Assert.Equal("avoir.d-un-avoir", Credit(avoir).Error?.Code);
    }

    [Fact]
    public void A_facture_that_took_months_back_or_lost_some_is_not_credited_so_that_no_month_is_taken_back_twice()
    {
        var reprise = Emise(Mois(4), Mois(1, quantite: -1, nature: NatureDetail.Regularisation));
        var reprisEnsuite = Emise(Mois(1), Mois(2));
        reprisEnsuite.Release(BonsDEssai.Id(11), 1);

        Assert.Equal("avoir.avec-reprise", Credit(reprise).Error?.Code);
        Assert.Equal("avoir.mois-repris", Credit(reprisEnsuite).Error?.Code);
        Assert.Equal([false, true], reprisEnsuite.Details.Select(d => d.Retenue));
    }

    [Fact]
    public void A_facture_is_discarded_only_while_nothing_was_numbered_or_taken_back()
    {
        var reprise = Prepare(Mois(4), Mois(1, quantite: -1, nature: NatureDetail.Regularisation));
        var reprisEnsuite = Prepare(Mois(1), Mois(2));
        Assert.Null(reprisEnsuite.MayDiscard());
        reprisEnsuite.Release(BonsDEssai.Id(11), 1);

        Assert.Equal("facture.deja-emise", Emise(Mois(1)).MayDiscard()?.Code);
        Assert.Equal("facture.avec-reprises", reprise.MayDiscard()?.Code);
        Assert.Equal("facture.mois-repris", reprisEnsuite.MayDiscard()?.Code);
    }

    private static Result<Facture> Credit(Facture facture) => facture.Credit(BonsDEssai.Id(61), "A-00002", "Erreur", Comptable, Apres);
}
