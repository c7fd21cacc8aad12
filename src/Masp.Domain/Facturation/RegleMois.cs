using System.Globalization;
using Masp.Domain.Commun;

namespace Masp.Domain.Facturation;

/// <summary>Is a month due, and the French sentence that says why (R36, R37).</summary>
internal static class RegleMois
{
    private const string Clause = "(R37, RC 7c)";

    /// <summary>Nearly every month is a whole one: its sentence is written once for each length, 0 to 31 days.</summary>
    private static readonly string[] MoisEntiers =
        [.. Enumerable.Range(0, 32).Select(jours => $"Mois entier servi ({Francais.Compte(jours, "jour")}) : mois dû (R36, RC 7c)")];

    public static (bool Du, string Motif) Decide(TrancheMois mois, int joursServis, ModeMoisMesure mode, int joursSeuil)
    {
        if (joursServis == 0)
            return (false, $"Mois entièrement suspendu : mois non dû {Clause}");
        return mode switch
        {
            ModeMoisMesure.DateADate => DateADate(mois, joursServis, joursSeuil),
            ModeMoisMesure.ProrataCalendaire => (true, WholeOr(mois, joursServis, " : mois dû au prorata")),
            ModeMoisMesure.EntreeDueSortieNon => EntreeDueSortieNon(mois, joursServis, joursSeuil),
            ModeMoisMesure.ToutMoisCommence => (true, WholeOr(mois, joursServis, ", tout mois commencé est dû : mois dû")),
        };
    }

    private static (bool Du, string Motif) DateADate(TrancheMois mois, int joursServis, int joursSeuil) =>
        joursServis == mois.JoursEntiers ? (true, Whole(mois)) : Compare(Served(mois, joursServis), joursServis, joursSeuil);

    /// <summary>
    /// Counted as from the month of entry, included, to the month of exit, not included, where the exit is the day after the last
    /// served one: a contract that ends with a month has served it whole, and one that begins and ends within a month owes none.
    /// </summary>
    private static (bool Du, string Motif) EntreeDueSortieNon(TrancheMois mois, int joursServis, int joursSeuil)
    {
        if (mois.Interrompue)
            return (false, $"Mois de sortie ({Francais.Date(mois.Fin)}) : mois non dû {Clause}");
        var suspendus = mois.Jours - joursServis;
        if (suspendus > 0)
        {
            // The month of entry is owed as if it were whole, so that only suspended days are taken from it.
            var actifs = mois.JoursEntiers - suspendus;
            var compte = Francais.Compte(actifs, "jour non suspendu", "jours non suspendus");
            return Compare(string.Create(CultureInfo.InvariantCulture, $"{compte} sur {mois.JoursEntiers}"), actifs, joursSeuil);
        }

        return (true, mois.Jours == mois.JoursEntiers ? Whole(mois) : $"Mois d'entrée ({Francais.Date(mois.Debut)}) : mois dû {Clause}");
    }

    private static (bool Du, string Motif) Compare(string decompte, int jours, int joursSeuil) => jours >= joursSeuil
        ? (true, string.Create(CultureInfo.InvariantCulture, $"{decompte}, au moins le seuil de {joursSeuil} : mois dû {Clause}"))
        : (false, string.Create(CultureInfo.InvariantCulture, $"{decompte}, moins que le seuil de {joursSeuil} : mois non dû {Clause}"));

    private static string Served(TrancheMois mois, int joursServis)
    {
        var suspendus = mois.Jours - joursServis;
        var servis = string.Create(CultureInfo.InvariantCulture, $"{Francais.Compte(joursServis, "jour servi", "jours servis")} sur {mois.JoursEntiers}");
        return suspendus == 0 ? servis : $"{servis} ({Francais.Compte(suspendus, "jour suspendu", "jours suspendus")})";
    }

    private static string WholeOr(TrancheMois mois, int joursServis, string suite) =>
        joursServis == mois.JoursEntiers ? Whole(mois) : $"{Served(mois, joursServis)}{suite} {Clause}";

    private static string Whole(TrancheMois mois) => MoisEntiers[mois.JoursEntiers];
}
