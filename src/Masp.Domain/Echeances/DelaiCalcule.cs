using System.Globalization;
using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Echeances;

/// <summary>A computed deadline with what it was computed from. The explanation is written only when asked for.</summary>
/// <param name="DateBrute">The day the count falls on, whatever day it is; never rolled.</param>
/// <param name="Date">The working day to keep: on or after <paramref name="DateBrute"/> forward, on or before it backward.</param>
public readonly record struct DelaiCalcule(
    LocalDate Evenement, int Jours, Sens Sens, ModeDelai Mode, Calendrier Calendrier, LocalDate DateBrute, LocalDate Date)
{
    /// <summary>French sentences: the event, the count with its clause, each day skipped and why, the deadline (R46).</summary>
    /// <param name="clause">Where the delay comes from, as printed between brackets.</param>
    /// <param name="evenement">What happened on that day; nothing when it is not known.</param>
    public IReadOnlyList<string> Explain(string clause = "R45, art. 5", string? evenement = null)
    {
        var quoi = evenement is null ? string.Empty : $"{evenement}, ";
        var phrases = new List<string> { $"Événement : {quoi}{Francais.DateEtJour(Evenement)}.", Count(clause) };
        phrases.AddRange(JoursOuvres.ExplainSkipped(DateBrute, Date, Calendrier));
        phrases.Add(Sens == Sens.Avant && Date != DateBrute
            ? $"Échéance : {Francais.DateEtJour(Date)}, dernier jour ouvré avant le terme, qui n'est jamais reporté."
            : $"Échéance : {Francais.DateEtJour(Date)}.");
        return phrases;
    }

    private string Count(string clause)
    {
        var (delai, regle, ecart) = Mode switch
        {
            ModeDelai.Franc => (Francais.Compte(Jours, "jour franc", "jours francs"), "ni le jour de l'événement ni le dernier jour ne comptent", Jours + 1),
            ModeDelai.Cpc642 => (Francais.Compte(Jours, "jour"), "article 642 du code de procédure civile, le jour de l'événement ne compte pas", Jours),
        };
        var avant = Sens == Sens.Avant;
        var terme = ecart == 0 ? "le jour même" : $"le {Rank(ecart)} jour {(avant ? "précédent" : "suivant")}";
        return $"Délai de {delai} {(avant ? "avant" : "après")} l'événement ({clause}) : {regle} ; le terme est {terme}, {Francais.DateEtJour(DateBrute)}.";
    }

    private static string Rank(int rang) => rang == 1 ? "1er" : string.Create(CultureInfo.InvariantCulture, $"{rang}e");
}
