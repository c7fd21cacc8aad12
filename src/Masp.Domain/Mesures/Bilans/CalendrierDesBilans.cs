using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Mesures.Bilans;

/// <summary>When a contract owes its Bilans (R19, R20). Pure: the same contract and Reglement give the same days.</summary>
public static class CalendrierDesBilans
{
    /// <summary>The Bilans d'etape, in order: none for a short contract, none in its last months (R19).</summary>
    /// <param name="debut">First day of the contract.</param>
    /// <param name="finPrevue">Its last day, included, prorogations counted.</param>
    /// <param name="parametres">The Reglement of its first day (R60).</param>
    public static IEnumerable<EtapeDue> Etapes(LocalDate debut, LocalDate finPrevue, Parametres parametres)
    {
        var lendemain = finPrevue.PlusDays(1);
        if (parametres.BilanPeriodeMois <= 0 || lendemain < debut.PlusMonths(parametres.BilanSeuilMois))
            yield break;
        for (var mois = parametres.BilanPeriodeMois; debut.PlusMonths(mois) < lendemain.PlusMonths(-parametres.BilanSansFinalMois); mois += parametres.BilanPeriodeMois)
            yield return new EtapeDue(mois, debut.PlusMonths(mois));
    }

    /// <summary>The Bilan final: the earlier of two months, and of sixty jours francs, before the last day (R20).</summary>
    /// <param name="finPrevue">Last day of the contract, included.</param>
    /// <param name="parametres">The Reglement of its first day (R60).</param>
    public static LocalDate Final(LocalDate finPrevue, Parametres parametres)
    {
        var mois = JoursOuvres.PreviousWorkingDay(finPrevue.PlusMonths(-parametres.BilanFinalMois), parametres.Calendrier);
        var jours = JoursFrancs.Compute(finPrevue, parametres.BilanFinalJours, Sens.Avant, parametres.ModeDelai, parametres.Calendrier).Value.Date;
        return LocalDate.Min(mois, jours);
    }

    /// <summary>As people read it: <c>M6, 10 juil. 2022</c>.</summary>
    public static string Say(EtapeDue etape) => $"M{etape.Mois}, {Francais.Date(etape.Date)}";
}

/// <param name="Mois">6, 12, 18…: whole months since the first day of the contract.</param>
/// <param name="Date">Date to date.</param>
public readonly record struct EtapeDue(int Mois, LocalDate Date);
