using NodaTime;

namespace Masp.Domain.Echeances;

/// <summary>
/// Public holidays by computation (R45). Today's list (article L3133-1 of the code du travail) is applied to every year:
/// a year before 1982, when 8 May was not always one, is not a year of this trade.
/// </summary>
public static class JoursFeries
{
    /// <summary>The French name of the holiday, or null on any other day. A day that is two of them has the fixed one's name.</summary>
    public static string? Find(LocalDate date, Calendrier calendrier)
    {
        var (annee, mois, jour) = date;
        return (mois, jour) switch
        {
            (1, 1) => "Jour de l'an",
            (5, 1) => "Fête du Travail",
            (5, 8) => "Victoire de 1945",
            (7, 14) => "Fête nationale",
            (8, 15) => "Assomption",
            (11, 1) => "Toussaint",
            (11, 11) => "Armistice de 1918",
            (12, 25) => "Noël",
            (12, 26) when calendrier == Calendrier.AlsaceMoselle => "deuxième jour de Noël",
            ( >= 3 and <= 6, _) => FindMobile(annee, mois, jour, calendrier),
            _ => null,
        };
    }

    /// <summary>Easter Sunday of the Gregorian calendar.</summary>
    /// <param name="annee">1583 or later, when that calendar began.</param>
    public static LocalDate Paques(int annee)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(annee, 1583);
        var jourDeMars = PaquesEnJourDeMars(annee);
        return jourDeMars <= 31 ? new LocalDate(annee, 3, jourDeMars) : new LocalDate(annee, 4, jourDeMars - 31);
    }

    private static string? FindMobile(int annee, int mois, int jour, Calendrier calendrier)
    {
        var jourDeMars = jour + mois switch { 3 => 0, 4 => 31, 5 => 61, _ => 92 };
        return (jourDeMars - PaquesEnJourDeMars(annee)) switch
        {
            -2 when calendrier == Calendrier.AlsaceMoselle => "Vendredi saint",
            1 => "Lundi de Pâques",
            39 => "Ascension",
            50 => "Lundi de Pentecôte",
            _ => null,
        };
    }

    /// <summary>22 (22 March) to 56 (25 April), by the anonymous algorithm of Meeus, Jones and Butcher.</summary>
    private static int PaquesEnJourDeMars(int annee)
    {
        var cycle = annee % 19;
        var (siecle, reste) = int.DivRem(annee, 100);
        var correction = (siecle - ((siecle + 8) / 25) + 1) / 3;
        var epacte = ((19 * cycle) + siecle - (siecle / 4) - correction + 15) % 30;
        var dimanche = (32 + (2 * (siecle % 4)) + (2 * (reste / 4)) - epacte - (reste % 4)) % 7;
        var retenue = (cycle + (11 * epacte) + (22 * dimanche)) / 451;
        return epacte + dimanche - (7 * retenue) + 22;
    }
}
