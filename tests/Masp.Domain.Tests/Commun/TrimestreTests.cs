using FsCheck.Xunit;
using Masp.Domain.Commun;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Commun;

[Properties(Arbitrary = [typeof(Generateurs)], QuietOnSuccess = true)]
public sealed class TrimestreTests
{
    [Property]
    public void The_quarter_of_a_day_holds_it_and_its_neighbours_do_not(LocalDate date)
    {
        var trimestre = Trimestre.Of(date);

        Assert.True(trimestre.Debut <= date && date <= trimestre.Fin);
        Assert.Equal(trimestre.Fin.PlusDays(1), trimestre.Next().Debut);
        Assert.Equal(trimestre.Debut.PlusDays(-1), trimestre.Previous().Fin);
        Assert.Equal((trimestre.Debut.Month + 2) / 3, trimestre.Rang);
    }

    [Property]
    public void Quarters_are_ordered_as_their_days(LocalDate a, sbyte mois)
    {
        var b = a.PlusMonths(mois / 20);
        var (ta, tb) = (Trimestre.Of(a), Trimestre.Of(b));

        Assert.Equal(ta.Debut.CompareTo(tb.Debut), Math.Sign(ta.CompareTo(tb)));
        Assert.Equal(ta.Debut < tb.Debut, ta < tb);
        Assert.Equal(ta.Debut <= tb.Debut, ta <= tb);
        Assert.Equal(ta.Debut > tb.Debut, ta > tb);
        Assert.Equal(ta.Debut >= tb.Debut, ta >= tb);
        Assert.Equal(ta, Trimestre.FromIndex(ta.Index));
    }

    [Fact]
    public void Un_trimestre_de_2000_a_2099_se_relit_comme_il_s_ecrit()
    {
        for (var trimestre = Trimestre.Of(new(2000, 1, 1)); trimestre.Annee < 2100; trimestre = trimestre.Next())
            Assert.Equal(trimestre, Trimestre.Parse(trimestre.ToString()).Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2022-T0")]
    [InlineData("2022-T5")]
    [InlineData("1999-T4")]
    [InlineData("2100-T1")]
    [InlineData("2022-t1")]
    [InlineData(" 2022-T1")]
    [InlineData("2022-T1 ")]
    [InlineData("2022-T1\n")]
    [InlineData("2022T1")]
    [InlineData("२०२२-T1")]
    public void Un_trimestre_mal_ecrit_est_refuse(string? texte) => Assert.Equal("trimestre.invalide", Trimestre.Parse(texte).Error?.Code);
}
