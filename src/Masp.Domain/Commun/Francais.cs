using System.Globalization;
using NodaTime;

namespace Masp.Domain.Commun;

/// <summary>How numbers and dates are written in sentences, the same on every machine whatever its culture data.</summary>
public static class Francais
{
    private static readonly string[] Mois =
        ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

    private static readonly string[] Jours = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    /// <summary>Narrow no-break space between thousands, comma before decimals.</summary>
    public static NumberFormatInfo Nombres { get; } = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberGroupSeparator = "\u202f",
        NumberDecimalSeparator = ",",
        NegativeSign = "-",
    });

    /// <summary><c>12 déc. 2022</c>; the first of a month is <c>1er</c>.</summary>
    public static string Date(LocalDate date) => string.Create(CultureInfo.InvariantCulture, $"{Quantieme(date.Day)} {Mois[date.Month - 1]} {date.Year}");

    /// <summary><c>lundi 12 déc. 2022</c>.</summary>
    public static string DateEtJour(LocalDate date) => $"{Jour(date)} {Date(date)}";

    /// <summary><c>lundi</c> … <c>dimanche</c>.</summary>
    public static string Jour(LocalDate date) => Jours[(int)date.DayOfWeek - 1];

    /// <summary><c>1 jour</c>, <c>2 jours</c>: French takes the plural from 2 on, so 0 is singular.</summary>
    public static string Compte(int quantite, string singulier, string? pluriel = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{quantite} {(Math.Abs(quantite) >= 2 ? pluriel ?? singulier + "s" : singulier)}");

    private static string Quantieme(int jour) => jour == 1 ? "1er" : jour.ToString(CultureInfo.InvariantCulture);
}
