using Masp.Domain.Territoires;
using Xunit;

namespace Masp.Domain.Tests.Attributions;

/// <summary>The three failures that round-robin systems are publicly known for, replayed; beside each, the rule that fell into it.</summary>
public sealed class EchecsConnusTests
{
    [Fact]
    public void A_reassigned_order_does_not_shift_the_turn_for_ever()
    {
        var lot = LotDEssai.With("A", "B");
        lot.Turns(4);
        lot.GiveBack(4);
        lot.Choose("A");

        Assert.Equal((3, 1), (lot.CompteOf("A"), lot.CompteOf("B")));
        Assert.Equal("BABA", NextOfLastRow(last: "A", count: 4));
        Assert.Equal("BBAB", lot.Turns(4));
        Assert.Equal((4, 4), (lot.CompteOf("A"), lot.CompteOf("B")));
    }

    [Fact]
    public void A_titulaire_slow_to_sign_is_not_served_more()
    {
        var lot = LotDEssai.With("A", "B");
        var demarrees = new Dictionary<string, int> { ["A"] = 0, ["B"] = 0 };
        for (var n = 0; n < 20; n++)
        {
            var servi = lot.Turn();
            if (servi == "B" && BonsDEssai.Emis().Sign(LotDEssai.Debut, LotDEssai.Debut, new Parametres(), LotDEssai.Debut).IsSuccess)
                demarrees[servi]++;
        }

        Assert.Equal((0, 10), (demarrees["A"], demarrees["B"]));
        Assert.Equal((10, 10), (lot.CompteOf("A"), lot.CompteOf("B")));
        Assert.Equal("A", demarrees.MinBy(d => d.Value).Key);
        Assert.Equal("AB", lot.Turns(2));
    }

    [Fact]
    public void A_newcomer_without_history_is_not_flooded()
    {
        var lot = LotDEssai.With("A", "B");
        lot.Turns(200);
        lot.Open("C", LotDEssai.Conventions);
        lot.Seat(LotDEssai.Debut);

        var suite = lot.Turns(30);

        Assert.All("ABC", nom => Assert.Equal(10, suite.Count(c => c == nom)));
        Assert.DoesNotContain("CC", suite, StringComparison.Ordinal);
    }

    /// <summary>The rule that fails: the other one than in the last row.</summary>
    private static string NextOfLastRow(string last, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => last = last == "A" ? "B" : "A"));
}
