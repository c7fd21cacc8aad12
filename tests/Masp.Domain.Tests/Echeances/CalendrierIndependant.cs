using Masp.Domain.Echeances;
using NodaTime;

namespace Masp.Domain.Tests.Echeances;

/// <summary>
/// A second way to the same dates, written apart: the days of the base library, Easter by the method of Gauss, a list of the
/// holidays of each year, and a count that takes one day after the other.
/// </summary>
internal static class CalendrierIndependant
{
    public static DateOnly Easter(int year)
    {
        var century = year / 100;
        var m = (15 + century - (century / 4) - ((13 + (8 * century)) / 25)) % 30;
        var n = (4 + century - (century / 4)) % 7;
        var d = ((19 * (year % 19)) + m) % 30;
        var e = ((2 * (year % 4)) + (4 * (year % 7)) + (6 * d) + n) % 7;
        if (e == 6 && (d == 29 || (d == 28 && year % 19 > 10)))
            return new DateOnly(year, 4, d == 29 ? 19 : 18);
        return new DateOnly(year, 3, 1).AddDays(21 + d + e);
    }

    public static HashSet<DateOnly> Holidays(int year, Calendrier calendrier)
    {
        var easter = Easter(year);
        HashSet<DateOnly> days =
        [
            new(year, 1, 1), easter.AddDays(1), new(year, 5, 1), new(year, 5, 8), easter.AddDays(39), easter.AddDays(50),
            new(year, 7, 14), new(year, 8, 15), new(year, 11, 1), new(year, 11, 11), new(year, 12, 25),
        ];
        if (calendrier == Calendrier.AlsaceMoselle)
            days.UnionWith([easter.AddDays(-2), new DateOnly(year, 12, 26)]);
        return days;
    }

    public static bool IsWorkingDay(DateOnly day, Calendrier calendrier) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays(day.Year, calendrier).Contains(day);

    public static (DateOnly Brute, DateOnly Date) Count(Delai delai)
    {
        var step = delai.Sens == Sens.Apres ? 1 : -1;
        var day = delai.Evenement.ToDateOnly();
        for (var counted = 0; counted < delai.Jours; counted++)
            day = day.AddDays(step);
        if (delai.Mode == ModeDelai.Franc)
            day = day.AddDays(step);
        var brute = day;
        while (!IsWorkingDay(day, delai.Calendrier))
            day = day.AddDays(step);
        return (brute, day);
    }
}

public sealed record Delai(LocalDate Evenement, int Jours, Sens Sens, ModeDelai Mode, Calendrier Calendrier)
{
    public DelaiCalcule Compute() => JoursFrancs.Compute(Evenement, Jours, Sens, Mode, Calendrier).Value;
}
