using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Echeances;

/// <summary>Deadlines counted in days (R45, table of art. 5). Pure: no clock, no state.</summary>
public static class JoursFrancs
{
    /// <summary>Longest accepted delay, in days, included: ten years.</summary>
    public const int JoursMax = 3660;

    /// <summary>
    /// Forward, the last day rolls to the next working day. Backward it never moves later: the day counted stays as
    /// <see cref="DelaiCalcule.DateBrute"/>, and the practical date is the last working day on or before it.
    /// </summary>
    /// <param name="evenement">Day of the event (forward) or the last day to count back from; within <see cref="DatesAdmises"/>.</param>
    /// <param name="jours">0 to <see cref="JoursMax"/>.</param>
    /// <returns>Refused with <c>evenement.hors-bornes</c> or <c>delai.hors-bornes</c>.</returns>
    public static Result<DelaiCalcule> Compute(LocalDate evenement, int jours, Sens sens, ModeDelai mode, Calendrier calendrier)
    {
        if (!DatesAdmises.Contains(evenement))
            return Error.Invalid(
                "evenement.hors-bornes", "La date de l'événement doit être comprise entre le 1er janvier 1900 et le 31 décembre 2100.", "evenement");
        if (jours is < 0 or > JoursMax)
            return Error.Invalid("delai.hors-bornes", "Le délai doit être compris entre 0 et 3660 jours.", "jours");

        var ecart = mode switch
        {
            ModeDelai.Franc => jours + 1,
            ModeDelai.Cpc642 => jours,
        };
        var brute = evenement.PlusDays(sens switch { Sens.Apres => ecart, Sens.Avant => -ecart });
        var date = sens switch
        {
            Sens.Apres => JoursOuvres.NextWorkingDay(brute, calendrier),
            Sens.Avant => JoursOuvres.PreviousWorkingDay(brute, calendrier),
        };
        return new DelaiCalcule(evenement, jours, sens, mode, calendrier, brute, date);
    }
}
