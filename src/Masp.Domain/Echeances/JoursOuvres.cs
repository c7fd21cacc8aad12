using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Echeances;

/// <summary>Working days: neither a Saturday, nor a Sunday, nor a public holiday (R12, R45).</summary>
public static class JoursOuvres
{
    public static bool IsWorkingDay(LocalDate date, Calendrier calendrier) =>
        date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && JoursFeries.Find(date, calendrier) is null;

    /// <summary>The first working day on or after the date.</summary>
    public static LocalDate NextWorkingDay(LocalDate date, Calendrier calendrier)
    {
        while (!IsWorkingDay(date, calendrier))
            date = date.PlusDays(1);
        return date;
    }

    /// <summary>The last working day on or before the date.</summary>
    public static LocalDate PreviousWorkingDay(LocalDate date, Calendrier calendrier)
    {
        while (!IsWorkingDay(date, calendrier))
            date = date.PlusDays(-1);
        return date;
    }

    /// <summary>The n-th working day strictly after the date: 1 is the day an order is deemed received (R12).</summary>
    /// <param name="nombre">0 to 3660; 0 is the date itself, or the next working day when it is none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nombre"/> is out of bounds.</exception>
    public static LocalDate AddWorkingDays(LocalDate date, int nombre, Calendrier calendrier)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nombre);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nombre, JoursFrancs.JoursMax);
        if (nombre == 0)
            return NextWorkingDay(date, calendrier);
        for (var restant = nombre; restant > 0; restant--)
            date = NextWorkingDay(date.PlusDays(1), calendrier);
        return date;
    }

    /// <summary>One French sentence for each day given up between a count and the working day kept, whichever comes first (R46).</summary>
    public static IEnumerable<string> ExplainSkipped(LocalDate brute, LocalDate gardee, Calendrier calendrier)
    {
        var (pas, suite) = gardee >= brute ? (1, "report au lendemain") : (-1, "avancé à la veille");
        for (var jour = brute; jour != gardee; jour = jour.PlusDays(pas))
        {
            var raison = JoursFeries.Find(jour, calendrier) is { } ferie ? $"est férié ({ferie})" : "tombe en fin de semaine";
            yield return $"Le {Francais.DateEtJour(jour)} {raison} : {suite}.";
        }
    }
}
