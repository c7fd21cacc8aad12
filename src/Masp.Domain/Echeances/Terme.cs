using Masp.Domain.Commun;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Echeances;

/// <summary>What starts a deadline.</summary>
/// <param name="Libelle">In French, with a capital, without a person's name.</param>
public readonly record struct Depart(string Libelle, LocalDate Date);

/// <summary>A limit and how it was found (R45, R46).</summary>
/// <param name="DateBrute">Where the count falls, whatever day it is.</param>
/// <param name="Limite">The working day to keep.</param>
/// <param name="Explication">French sentences, one a line.</param>
public sealed record Terme(LocalDate DateBrute, LocalDate Limite, string Explication)
{
    /// <summary>In jours francs after the event, rolled forward.</summary>
    /// <param name="depart">Within <see cref="DatesAdmises"/>.</param>
    /// <param name="jours">0 to <see cref="JoursFrancs.JoursMax"/>.</param>
    public static Terme After(Depart depart, int jours, Parametres parametres, string clause)
    {
        var delai = JoursFrancs.Compute(depart.Date, jours, Sens.Apres, parametres.ModeDelai, parametres.Calendrier).Value;
        return new Terme(delai.DateBrute, delai.Date, string.Join('\n', delai.Explain(clause, depart.Libelle)));
    }

    /// <summary>On a day found otherwise: rolled to the next working day, or kept from the last one before it.</summary>
    /// <param name="depart">The event, as the first sentence says it.</param>
    /// <param name="brute">Found by the months, or by the calendar.</param>
    /// <param name="compte">How, with its clause.</param>
    /// <param name="repli">Forward, a day off moves to the next working day; backward, the limit itself never moves later.</param>
    /// <param name="calendrier">Which days are off.</param>
    public static Terme On(Depart depart, LocalDate brute, string compte, Sens repli, Calendrier calendrier)
    {
        var limite = repli switch
        {
            Sens.Apres => JoursOuvres.NextWorkingDay(brute, calendrier),
            Sens.Avant => JoursOuvres.PreviousWorkingDay(brute, calendrier),
        };
        string[] phrases =
        [
            $"Événement : {depart.Libelle}, {Francais.DateEtJour(depart.Date)}.",
            compte,
            .. JoursOuvres.ExplainSkipped(brute, limite, calendrier),
            $"Échéance : {Francais.DateEtJour(limite)}.",
        ];
        return new Terme(brute, limite, string.Join('\n', phrases));
    }
}

/// <summary>A deadline to open, as the planner finds it.</summary>
/// <param name="Occurrence">Which one of its kind in its file: a contract, a month, a quarter; empty when there is only one.</param>
/// <param name="ReglementId">In force on the day of the event (R60).</param>
/// <param name="Cible">A date that the département would like better, before the limit (R48).</param>
public sealed record Calcul(NatureEcheance Nature, string Occurrence, Depart Depart, Terme Terme, Guid? ReglementId, LocalDate? Cible = null);
