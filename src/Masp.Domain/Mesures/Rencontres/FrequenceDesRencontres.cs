using System.Globalization;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Mesures.Rencontres;

public enum EtatFenetre
{
    /// <summary>Not over, and the minimum is not reached.</summary>
    EnCours,

    /// <summary>The minimum is reached, whether it is over or not.</summary>
    Atteinte,

    /// <summary>Over, and the minimum was not reached.</summary>
    NonAtteinte,

    /// <summary>Nothing is asked for: a broken or suspended month.</summary>
    SansMinimum,
}

/// <summary>A span of days and the Rencontres it asks for (R18).</summary>
/// <param name="Debut">First day.</param>
/// <param name="Fin">Last day, included.</param>
/// <param name="Faites">Counted in it, also beyond the minimum.</param>
/// <param name="Phrase">What is missing until when, in French, with the clause.</param>
/// <param name="Clause">Where the minimum comes from.</param>
public sealed record CompteDeFenetre(LocalDate Debut, LocalDate Fin, int Minimum, int Faites, EtatFenetre Etat, string Phrase, string Clause)
{
    public int Manque => Math.Max(0, Minimum - Faites);
}

/// <summary>
/// The minimum of Rencontres, window by window (R18): the first months of the measure together, then each whole month, from date to date
/// as every delay in months (R45). A renewal begins no second start: the measure is the same.
/// </summary>
public static class FrequenceDesRencontres
{
    private const string Clause = "R18, art. 4";
    private const string Incomplet = "mois incomplet";

    /// <summary>Whether it counts on that day (R18): held, and face to face unless telephone counts.</summary>
    /// <param name="etat">Of the Rencontre.</param>
    /// <param name="lieu">Of the Rencontre.</param>
    /// <param name="parametres">The Reglement of that day: telephone may count between two dates.</param>
    public static bool Counts(EtatRencontre etat, LieuRencontre lieu, Parametres parametres) =>
        etat == EtatRencontre.Tenue && (lieu != LieuRencontre.Telephone || parametres.TelephoneCompte);

    /// <summary>The windows that have begun, in order.</summary>
    /// <param name="vie">Of the Mesure.</param>
    /// <param name="comptees">The day of each Rencontre that counts, in any order; one day may come twice.</param>
    /// <param name="parametresOn">The Reglement of a window is that of its first day (R60).</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    public static IReadOnlyList<CompteDeFenetre> Count(VieDeMesure vie, IReadOnlyCollection<LocalDate> comptees, Func<LocalDate, Parametres> parametresOn, LocalDate aujourdhui)
    {
        var fenetres = new List<CompteDeFenetre>();
        for (var rang = 0; rang < vie.Contrats.Count && vie.Contrats[rang].Debut <= aujourdhui; rang++)
        {
            var contrat = vie.Contrats[rang];
            var mois = 0;
            if (rang == 0 && parametresOn(contrat.Debut) is { MoisDebut: > 0 } debut)
            {
                fenetres.Add(Start(contrat, debut, vie.Suspensions).Count(comptees, aujourdhui));
                mois = debut.MoisDebut;
            }

            for (var tranche = Month(contrat, mois); tranche.Debut <= contrat.Fin && tranche.Debut <= aujourdhui; tranche = Month(contrat, ++mois))
                fenetres.Add(Whole(tranche, parametresOn(tranche.Debut), vie.Suspensions).Count(comptees, aujourdhui));
        }

        return fenetres;
    }

    /// <summary>The day on which the window of that date reached its minimum; null while it has not, and where none is asked for.</summary>
    /// <param name="vie">Of the Mesure.</param>
    /// <param name="comptees">As for <see cref="Count"/>.</param>
    /// <param name="parametresOn">As for <see cref="Count"/>.</param>
    /// <param name="date">A day of the window.</param>
    public static LocalDate? ReachedOn(VieDeMesure vie, IReadOnlyCollection<LocalDate> comptees, Func<LocalDate, Parametres> parametresOn, LocalDate date) =>
        Count(vie, comptees, parametresOn, date).LastOrDefault(f => f.Debut <= date && f.Fin >= date) is { Minimum: > 0, Manque: 0 } reached
            ? comptees.Where(d => d >= reached.Debut && d <= reached.Fin).Order().ElementAt(reached.Minimum - 1)
            : null;

    private static TrancheMois Month(Periode contrat, int rang) => TrancheMois.Cut(contrat.Debut, contrat.Fin!.Value, ModeMoisMesure.DateADate, rang);

    /// <summary>Eight for the first months together, as long as each of them is whole and served.</summary>
    private static Exigence Start(Periode contrat, Parametres parametres, IReadOnlyList<Periode> suspensions)
    {
        var tranches = Enumerable.Range(0, parametres.MoisDebut).Select(rang => Month(contrat, rang)).TakeWhile(t => t.Debut <= contrat.Fin).ToList();
        var excuse = tranches.Count < parametres.MoisDebut ? Incomplet : tranches.Select(t => Excuse(t, suspensions)).FirstOrDefault(e => e is not null);
        return new Exigence(contrat.Debut, tranches[^1].Fin, excuse is null ? parametres.RencontresDebut : 0, excuse, Clause);
    }

    private static Exigence Whole(TrancheMois mois, Parametres parametres, IReadOnlyList<Periode> suspensions)
    {
        var excuse = Excuse(mois, suspensions);
        return new Exigence(mois.Debut, mois.Fin, excuse is null ? parametres.RencontresParMois : 0, excuse, Clause + " et 5");
    }

    /// <summary>A month that is broken, or that a suspension touches, is not whole: nothing is asked for.</summary>
    private static string? Excuse(TrancheMois mois, IReadOnlyList<Periode> suspensions)
    {
        if (mois.Interrompue)
            return Incomplet;
        var jours = Periode.Of(mois.Debut, mois.Fin);
        return suspensions.Any(s => s.Overlaps(jours)) ? "mesure suspendue" : null;
    }

    private sealed record Exigence(LocalDate Debut, LocalDate Fin, int Minimum, string? Excuse, string Clause)
    {
        public CompteDeFenetre Count(IReadOnlyCollection<LocalDate> comptees, LocalDate aujourdhui)
        {
            var faites = comptees.Count(d => d >= Debut && d <= Fin);
            var etat = Minimum == 0 ? EtatFenetre.SansMinimum
                : faites >= Minimum ? EtatFenetre.Atteinte
                : aujourdhui <= Fin ? EtatFenetre.EnCours
                : EtatFenetre.NonAtteinte;
            return new CompteDeFenetre(Debut, Fin, Minimum, faites, etat, Say(faites, etat), Clause);
        }

        private string Say(int faites, EtatFenetre etat)
        {
            var jours = $"du {Francais.Date(Debut)} au {Francais.Date(Fin)}";
            if (etat == EtatFenetre.SansMinimum)
                return $"{Francais.Compte(faites, "rencontre")} {jours}, {Excuse ?? "aucune exigée"} : pas de minimum ({Clause}).";
            var manque = Minimum - faites;
            var compte = string.Create(CultureInfo.InvariantCulture, $"{Francais.Compte(faites, "rencontre")} sur {Minimum} {jours}");
            return etat switch
            {
                EtatFenetre.EnCours => string.Create(CultureInfo.InvariantCulture, $"{compte} : il en manque {manque}, à tenir jusqu'au {Francais.Date(Fin)} ({Clause})."),
                EtatFenetre.NonAtteinte => string.Create(CultureInfo.InvariantCulture, $"{compte} : il en a manqué {manque} ({Clause})."),
                EtatFenetre.Atteinte or EtatFenetre.SansMinimum or _ => $"{compte} : minimum atteint ({Clause}).",
            };
        }
    }
}
