using FsCheck.Xunit;
using Masp.Domain.Echeances;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Echeances;

[Properties(Arbitrary = [typeof(Generateurs)], MaxTest = 1000, QuietOnSuccess = true)]
public sealed class JoursFrancsProprietes
{
    [Property]
    public void The_deadline_is_that_of_a_count_day_by_day(Delai delai)
    {
        var calcule = delai.Compute();

        Assert.Equal(CalendrierIndependant.Count(delai), (calcule.DateBrute.ToDateOnly(), calcule.Date.ToDateOnly()));
    }

    [Property(MaxTest = 40)]
    public void A_longer_delay_never_ends_nearer_to_its_event(Delai delai)
    {
        var pas = delai.Sens == Sens.Apres ? 1 : -1;
        var court = (delai with { Jours = 0 }).Compute();
        for (var jours = 1; jours <= JoursFrancs.JoursMax; jours++)
        {
            var unDePlus = (delai with { Jours = jours }).Compute();
            Assert.Equal(court.DateBrute.PlusDays(pas), unDePlus.DateBrute);
            Assert.True(pas * court.Date.CompareTo(unDePlus.Date) <= 0);
            court = unDePlus;
        }
    }

    [Property]
    public void The_deadline_is_a_working_day_on_the_right_side_of_the_count(Delai delai)
    {
        var calcule = delai.Compute();

        Assert.True(CalendrierIndependant.IsWorkingDay(calcule.Date.ToDateOnly(), delai.Calendrier));
        Assert.True(delai.Sens == Sens.Apres ? calcule.Date >= calcule.DateBrute : calcule.Date <= calcule.DateBrute);
    }

    [Property]
    public void Franc_is_one_day_more_than_article_642(Delai delai)
    {
        var franc = (delai with { Mode = ModeDelai.Franc }).Compute().DateBrute;
        var civil = (delai with { Mode = ModeDelai.Cpc642 }).Compute().DateBrute;

        Assert.Equal(delai.Sens == Sens.Apres ? 1 : -1, Period.DaysBetween(civil, franc));
    }

    [Property]
    public void The_explanation_has_one_sentence_per_skipped_day(Delai delai)
    {
        var calcule = delai.Compute();

        Assert.Equal(3 + Math.Abs(Period.DaysBetween(calcule.DateBrute, calcule.Date)), calcule.Explain().Count);
    }
}
