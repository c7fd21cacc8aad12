using System.Numerics;
using FsCheck;
using FsCheck.Xunit;
using Masp.Domain.Commun;
using Xunit;

namespace Masp.Domain.Tests.Commun;

public sealed class MoneyTests
{
    [Property(MaxTest = 1000)]
    public void A_prorata_is_the_nearest_cent_to_the_exact_fraction_and_a_half_goes_away_from_zero(int cents, NonNegativeInt numerator, PositiveInt denominator)
    {
        var rounded = new Money(cents).Prorata(numerator.Get, denominator.Get).Cents;

        var twiceTheError = 2 * (((BigInteger)rounded * denominator.Get) - ((BigInteger)cents * numerator.Get));
        Assert.True(BigInteger.Abs(twiceTheError) <= denominator.Get);
        if (BigInteger.Abs(twiceTheError) == denominator.Get)
            Assert.Equal(Math.Sign(cents), twiceTheError.Sign);
    }

    [Theory]
    [InlineData(1, 1, 2, 1)]
    [InlineData(-1, 1, 2, -1)]
    [InlineData(1, 49, 100, 0)]
    [InlineData(3, 1, 2, 2)]
    [InlineData(20257, 0, 31, 0)]
    [InlineData(20257, 31, 31, 20257)]
    public void Un_prorata_s_arrondit_au_cent_la_moitie_vers_le_haut(long cents, int numerator, int denominator, long attendu) =>
        Assert.Equal(attendu, new Money(cents).Prorata(numerator, denominator).Cents);

    [Fact]
    public void A_fraction_that_is_none_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(1).Prorata(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(1).Prorata(1, 0));
    }

    [Fact]
    public void An_overflow_throws_and_never_wraps()
    {
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Assert.Throws<OverflowException>(() => new Money(long.MinValue) - new Money(1));
        Assert.Throws<OverflowException>(() => -new Money(long.MinValue));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) * 2);
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue).Prorata(2, 1));
    }

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("202.57", 20257L)]
    [InlineData("-0.01", -1L)]
    [InlineData("1.500", 150L)]
    [InlineData("10000000000000", 1_000_000_000_000_000L)]
    [InlineData("0.001", null)]
    [InlineData("10000000000000.01", null)]
    [InlineData("-10000000000000.01", null)]
    [InlineData("79228162514264337593543950335", null)]
    public void Un_montant_en_euros_a_deux_decimales_et_une_borne(string euros, long? cents)
    {
        var montant = Money.FromEuros(decimal.Parse(euros, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(cents, montant.IsSuccess ? montant.Value.Cents : null);
        Assert.Equal(cents is null ? "montant.invalide" : null, montant.Error?.Code);
    }

    [Property]
    public void Euros_and_back_is_the_same_amount(int cents) => Assert.Equal(new Money(cents), Money.FromEuros(new Money(cents).Euros).Value);

    [Property]
    public void A_sum_is_the_sum_of_the_cents(int[] cents) => Assert.Equal(cents.Sum(c => (long)c), Money.Sum(cents.Select(c => new Money(c))).Cents);
}
