using NodaTime;

namespace Masp.Domain.Echeances;

/// <summary>
/// The days a computation accepts. Far enough from both ends of the calendar that 3660 days, or any length of contract,
/// can be added or taken away without an overflow.
/// </summary>
public static class DatesAdmises
{
    /// <summary>First accepted day, included.</summary>
    public static readonly LocalDate Premiere = new(1900, 1, 1);

    /// <summary>Last accepted day, included.</summary>
    public static readonly LocalDate Derniere = new(2100, 12, 31);

    public static bool Contains(LocalDate date) => date >= Premiere && date <= Derniere;
}
