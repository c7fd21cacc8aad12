using Masp.Domain.Commun;
using Masp.Domain.Tests.Attributions;
using Masp.Domain.Titulaires;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Titulaires;

/// <summary>R7, R44, R59: conventions, the freeze, habilitations.</summary>
public sealed class TitulaireTests
{
    private static readonly Periode Premiere = Periode.Of(new LocalDate(2022, 1, 1), new LocalDate(2024, 12, 31));

    [Theory]
    [InlineData("1", 0, "convention.chevauchement")]
    [InlineData("1", 1, null)]
    [InlineData("2", 0, null)]
    public void Two_conventions_of_one_lot_share_no_day(string lot, int joursApresLaFin, string? code)
    {
        var titulaire = NewTitulaire();

        Assert.Equal(code, titulaire.Open(BonsDEssai.Id(2), lot, "C2", Periode.Of(Premiere.Fin!.Value.PlusDays(joursApresLaFin)), 1).Error?.Code);
    }

    [Fact]
    public void The_price_is_frozen_when_no_convention_of_the_lot_follows_the_next_day()
    {
        var titulaire = NewTitulaire();
        Assert.Equal(Premiere.Fin, titulaire.DateGel(BonsDEssai.Id(1)));
        _ = titulaire.Open(BonsDEssai.Id(2), "2", "C2", Periode.Of(new LocalDate(2025, 1, 1)), 1).Value;
        Assert.Equal(Premiere.Fin, titulaire.DateGel(BonsDEssai.Id(1)));
        _ = titulaire.Open(BonsDEssai.Id(3), "1", "C3", Periode.Of(new LocalDate(2025, 1, 2)), 1).Value;

        Assert.Equal(Premiere.Fin, titulaire.DateGel(BonsDEssai.Id(1)));
    }

    [Fact]
    public void A_titulaire_kept_without_a_break_has_no_freeze()
    {
        var titulaire = NewTitulaire();
        _ = titulaire.Open(BonsDEssai.Id(2), "1", "C2", Periode.Of(new LocalDate(2025, 1, 1)), 1).Value;

        Assert.Null(titulaire.DateGel(BonsDEssai.Id(1)));
        Assert.Null(titulaire.DateGel(BonsDEssai.Id(2)));
    }

    [Theory]
    [InlineData("2021-12-31", false)]
    [InlineData("2022-01-01", true)]
    [InlineData("2023-06-30", true)]
    [InlineData("2023-07-01", false)]
    public void A_service_is_habilitated_from_its_first_day_to_its_last(string jour, bool habilite)
    {
        var service = new ServiceReferent(BonsDEssai.Id(1), "34", "CCAS", NatureService.Ccas);
        _ = service.Habilitate(BonsDEssai.Id(2), Periode.Of(new LocalDate(2022, 1, 1), new LocalDate(2023, 6, 30))).Value;

        Assert.Equal(habilite, service.IsHabilitatedOn(NodaTime.Text.LocalDatePattern.Iso.Parse(jour).Value));
    }

    [Theory]
    [InlineData("2023-06-30", "habilitation.chevauchement")]
    [InlineData("2023-07-01", null)]
    public void Two_habilitations_share_no_day(string debut, string? code)
    {
        var service = new ServiceReferent(BonsDEssai.Id(1), "34", "CCAS", NatureService.Ccas);
        _ = service.Habilitate(BonsDEssai.Id(2), Periode.Of(new LocalDate(2022, 1, 1), new LocalDate(2023, 6, 30))).Value;

        Assert.Equal(code, service.Habilitate(BonsDEssai.Id(3), Periode.Of(NodaTime.Text.LocalDatePattern.Iso.Parse(debut).Value)).Error?.Code);
    }

    private static Titulaire NewTitulaire()
    {
        var titulaire = new Titulaire(BonsDEssai.Id(9), "34", "A", "00000101600013", "1 rue de l'Exemple", "FR7699999000340000000100112", "A");
        _ = titulaire.Open(BonsDEssai.Id(1), "1", "C1", Premiere, 1).Value;
        return titulaire;
    }
}
