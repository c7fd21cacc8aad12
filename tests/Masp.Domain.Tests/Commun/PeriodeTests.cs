using FsCheck.Xunit;
using Masp.Domain.Commun;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Commun;

[Properties(Arbitrary = [typeof(Generateurs)], MaxTest = 500, QuietOnSuccess = true)]
public sealed class PeriodeTests
{
    private static readonly LocalDate Jour = new(2022, 1, 10);

    [Property]
    public void A_day_is_in_the_intersection_when_it_is_in_both(Periode a, Periode b)
    {
        var commune = a.Intersect(b);

        for (var jour = new LocalDate(2021, 12, 31); jour < new LocalDate(2022, 7, 1); jour = jour.PlusDays(1))
            Assert.Equal(a.Contains(jour) && b.Contains(jour), commune?.Contains(jour) ?? false);
    }

    [Property]
    public void Two_periods_overlap_when_they_have_a_day_in_common(Periode a, Periode b)
    {
        Assert.Equal(a.Intersect(b) is not null, a.Overlaps(b));
        Assert.Equal(a.Overlaps(b), b.Overlaps(a));
        Assert.Equal(a.Intersect(b), b.Intersect(a));
        Assert.Equal(a, a.Intersect(a));
    }

    [Property]
    public void Its_days_are_those_it_contains(Periode periode)
    {
        var contenus = Enumerable.Range(0, 200).Count(i => periode.Contains(new LocalDate(2022, 1, 1).PlusDays(i)));

        Assert.Equal(periode.Fin is null ? null : contenus, periode.Days);
    }

    [Fact]
    public void Une_periode_d_un_jour_existe_une_periode_inversee_non()
    {
        Assert.Equal(1, Periode.Create(Jour, Jour).Value.Days);
        Assert.Equal("periode.inversee", Periode.Create(Jour, Jour.PlusDays(-1)).Error?.Code);
        Assert.Throws<ArgumentException>(() => Periode.Of(Jour, Jour.PlusDays(-1)));
        Assert.Null(Periode.Of(Jour).Days);
    }

    [Fact]
    public void Deux_periodes_qui_se_suivent_ne_se_chevauchent_pas()
    {
        var premiere = Periode.Of(Jour, Jour.PlusDays(9));

        Assert.False(premiere.Overlaps(Periode.Of(Jour.PlusDays(10))));
        Assert.True(premiere.Overlaps(Periode.Of(Jour.PlusDays(9))));
    }
}
