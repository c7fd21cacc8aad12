using FsCheck.Xunit;
using Xunit;

namespace Masp.Domain.Tests.Attributions;

/// <summary>R11 over histories of 10,000 events each; what holds at each line is said in <see cref="SuiviDuTour"/>.</summary>
[Properties(Arbitrary = [typeof(Histoires)], MaxTest = 10, QuietOnSuccess = true)]
public sealed class TourDeRoleProprietes
{
    [Property]
    public void Every_turn_goes_to_a_smallest_count_and_every_line_chains_to_the_next(Histoire histoire)
    {
        var suivi = new SuiviDuTour();
        suivi.Live(histoire.Evenements);

        Assert.True(suivi.Attributions > histoire.Evenements.Count / 2);
        Assert.Contains(suivi.Ecarts, e => e > 1);
    }

    [Property]
    public void Without_manual_choice_or_give_back_the_counts_never_differ_by_more_than_one(HistoireCalme histoire)
    {
        var suivi = new SuiviDuTour();
        suivi.Live(histoire.Evenements);

        Assert.All(suivi.Ecarts, e => Assert.InRange(e, 0, 1));
    }
}
