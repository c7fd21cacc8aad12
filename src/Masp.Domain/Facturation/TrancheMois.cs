using NodaTime;

namespace Masp.Domain.Facturation;

/// <summary>One month of a contract before anything is said of its price.</summary>
/// <param name="Rang">0 for the month of the signature.</param>
/// <param name="Debut">First day inside the contract.</param>
/// <param name="Fin">Last day inside the contract.</param>
/// <param name="JoursEntiers">Days of the whole month, inside the contract or not: what a broken month is compared with.</param>
/// <param name="Interrompue">The contract ends before the month does.</param>
internal readonly record struct TrancheMois(int Rang, LocalDate Debut, LocalDate Fin, int JoursEntiers, bool Interrompue)
{
    public int Jours => Period.DaysBetween(Debut, Fin) + 1;

    /// <summary>
    /// Each month is computed from the signature, never from the month before: 31 January gives 28 February, then 31 March (R36).
    /// </summary>
    public static TrancheMois Cut(LocalDate signature, LocalDate fin, ModeMoisMesure mode, int rang)
    {
        var origine = IsCalendar(mode) ? new LocalDate(signature.Year, signature.Month, 1) : signature;
        var premier = origine.PlusMonths(rang);
        var suivant = origine.PlusMonths(rang + 1);
        var dernier = suivant.PlusDays(-1);
        return new TrancheMois(rang, LocalDate.Max(premier, signature), LocalDate.Min(dernier, fin), Period.DaysBetween(premier, suivant), fin < dernier);
    }

    private static bool IsCalendar(ModeMoisMesure mode) => mode switch
    {
        ModeMoisMesure.DateADate or ModeMoisMesure.ToutMoisCommence => false,
        ModeMoisMesure.ProrataCalendaire or ModeMoisMesure.EntreeDueSortieNon => true,
    };
}
