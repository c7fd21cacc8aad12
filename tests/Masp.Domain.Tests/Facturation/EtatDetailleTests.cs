using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Territoires;
using Masp.Domain.Tests.Attributions;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Facturation;

/// <summary>R41, R42: what the statement of a quarter pays, and what late acts change in those before.</summary>
public sealed class EtatDetailleTests
{
    private static readonly Prix Prix2021 = new(
        BonsDEssai.Id(50), "2021", new LocalDate(2021, 1, 1), new Money(202_57), new Money(212_57), new Money(212_57), new Money(222_57), new Money(60_00));

    private static readonly Prix Prix2022 = Prix2021 with { BaremeId = BonsDEssai.Id(51), Debut = new LocalDate(2022, 5, 1), Forfait = new Money(61_00) };
    private static readonly ContratAFacturer Contrat = new(new LocalDate(2022, 1, 10), new LocalDate(2023, 1, 9), null, false, Zone.Urbaine, [], []);

    [Fact]
    public void Each_quarter_pays_the_months_whose_last_day_it_holds()
    {
        Assert.Equal([1, 2], Rows("2022-T1", Contrat).Select(r => r.MoisNumero));
        Assert.Equal([3, 4, 5], Rows("2022-T2", Contrat).Select(r => r.MoisNumero));
        Assert.Equal([12], Rows("2023-T1", Contrat).Select(r => r.MoisNumero));
        Assert.Empty(Rows("2023-T2", Contrat));
    }

    [Fact]
    public void A_month_already_invoiced_is_shown_at_nothing()
    {
        var row = Assert.Single(Rows("2022-T1", Contrat, factures: Held(1)), r => r.MoisNumero == 1);

        Assert.Equal((0, Money.Zero), (row.Quantite, row.Montant));
        Assert.Contains("R42", row.Motif, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contract_recorded_late_brings_the_months_of_earlier_quarters_as_regularisations()
    {
        var rows = Rows("2022-T2", Contrat, revision: Contrat.Debut);

        Assert.Equal([1, 2], rows.Where(r => r.Nature == NatureDetail.Regularisation).Select(r => r.MoisNumero));
        Assert.Equal([3, 4, 5], rows.Where(r => r.Nature == NatureDetail.Mois).Select(r => r.MoisNumero));
        Assert.All(rows, r => Assert.Equal(1, r.Quantite));
    }

    [Fact]
    public void An_end_told_late_takes_back_the_months_after_it()
    {
        var ended = Contrat with { FinReelle = new LocalDate(2022, 2, 8) };

        var taken = Assert.Single(Rows("2022-T2", ended, new LocalDate(2022, 1, 10), Held(1, 2)));

        Assert.Equal((NatureDetail.Regularisation, 2, -1, -202_57L), (taken.Nature, taken.MoisNumero!.Value, taken.Quantite, taken.Montant.Cents));
    }

    [Theory]
    [InlineData("2022-02-24", false)]
    [InlineData("2022-02-23", true)]
    public void The_broken_month_of_an_end_told_late_is_taken_back_under_15_days(string fin, bool repris)
    {
        var ended = Contrat with { FinReelle = NodaTime.Text.LocalDatePattern.Iso.Parse(fin).Value };

        var rows = Rows("2022-T2", ended, new LocalDate(2022, 2, 10), Held(1, 2));

        Assert.Equal(repris ? [(2, -1)] : [], rows.Select(r => (r.MoisNumero!.Value, r.Quantite)));
        Assert.All(rows, r => Assert.Contains("seuil", r.Motif, StringComparison.Ordinal));
    }

    [Fact]
    public void A_month_whose_type_changed_is_taken_back_and_paid_again()
    {
        var changed = Contrat with { Changements = [new Changement(new LocalDate(2022, 2, 1), true, null)] };

        var rows = Rows("2022-T2", changed, new LocalDate(2022, 2, 1), Held(1, 2)).Where(r => r.Nature == NatureDetail.Regularisation).ToList();

        Assert.Equal(
            [(2, -1, TypeMesure.SGU, -202_57L), (2, 1, TypeMesure.AGU, 212_57L)],
            rows.Select(r => (r.MoisNumero!.Value, r.Quantite, r.Type!.Value, r.Montant.Cents)));
    }

    /// <summary>A price list that came late is no reason to pay the first month again because the second was revised (R60).</summary>
    [Fact]
    public void A_month_before_the_revision_stands_as_it_was_computed()
    {
        var late = Prix2021 with { BaremeId = BonsDEssai.Id(70), Debut = Contrat.Debut, Sgu = new Money(999_99) };
        var etat = new EtatDetaille([Prix2021, late], ModeMoisMesure.DateADate, 15, Trimestre.Parse("2022-T2").Value);

        var rows = etat.Rows(new ContratDuTrimestre(BonsDEssai.Id(11), "34-2022-0001", Contrat, Contrat.Debut.PlusMonths(1)), Held(1, 2)).Value;

        Assert.Equal([2, 2], rows.Where(r => r.Nature == NatureDetail.Regularisation).Select(r => r.MoisNumero!.Value));
    }

    [Fact]
    public void A_frozen_contract_keeps_the_price_of_the_last_day_of_its_convention()
    {
        var frozen = Contrat with { AvecGestion = true, DateGel = new LocalDate(2022, 4, 30) };
        var dearer = Prix2022 with { Agu = new Money(999_99) };
        var etat = new EtatDetaille([Prix2021, dearer], ModeMoisMesure.DateADate, 15, Trimestre.Parse("2022-T3").Value);

        var rows = etat.Rows(new ContratDuTrimestre(BonsDEssai.Id(11), "34-2022-0001", frozen, null), []).Value;

        Assert.All(rows, r => Assert.Equal(212_57, r.PrixUnitaire.Cents));
        Assert.All(rows, r => Assert.Contains("R44", r.Motif, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2022-04-30", 60_00)]
    [InlineData("2022-05-01", 61_00)]
    public void A_forfait_is_paid_at_the_price_of_the_day_of_the_abandon(string jour, long cents)
    {
        var etat = new EtatDetaille([Prix2021, Prix2022], ModeMoisMesure.DateADate, 15, Trimestre.Parse("2022-T2").Value);

        var row = etat.Row(new ForfaitAFacturer(BonsDEssai.Id(1), "BC-34-1-0001", NodaTime.Text.LocalDatePattern.Iso.Parse(jour).Value)).Value;

        Assert.Equal((NatureDetail.Forfait, 1, cents), (row.Nature, row.Quantite, row.Montant.Cents));
    }

    [Fact]
    public void A_forfait_older_than_every_price_list_is_refused_not_guessed()
    {
        var etat = new EtatDetaille([Prix2022], ModeMoisMesure.DateADate, 15, Trimestre.Parse("2022-T2").Value);

        Assert.Equal("bareme.absent", etat.Row(new ForfaitAFacturer(BonsDEssai.Id(1), "BC-34-1-0001", Prix2022.Debut.PlusDays(-1))).Error?.Code);
    }

    private static IReadOnlyList<DetailAFacturer> Rows(string trimestre, ContratAFacturer contrat, LocalDate? revision = null, IReadOnlyList<MoisFacture>? factures = null)
    {
        var etat = new EtatDetaille([Prix2021, Prix2022], ModeMoisMesure.DateADate, 15, Trimestre.Parse(trimestre).Value);
        return etat.Rows(new ContratDuTrimestre(BonsDEssai.Id(11), "34-2022-0001", contrat, revision), factures ?? []).Value;
    }

    private static MoisFacture[] Held(params int[] mois) =>
    [
        .. mois.Select(m => new MoisFacture(
            BonsDEssai.Id(11),
            m,
            BonsDEssai.Id(60),
            TypeMesure.SGU,
            Prix2021.Sgu,
            Prix2021.Sgu,
            Prix2021.BaremeId,
            Contrat.Debut.PlusMonths(m - 1),
            Contrat.Debut.PlusMonths(m).PlusDays(-1))),
    ];
}
