using System.Globalization;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Rencontres;
using Masp.Domain.Territoires;
using NodaTime;
using NodaTime.Text;

namespace Masp.Domain.Echeances;

/// <summary>
/// Which deadlines an event starts, and when each falls (R45 to R48). Pure. Each is computed with the Reglement of the day of its own event, so
/// another rule set touches only what begins later (R60).
/// </summary>
public static class Planificateur
{
    /// <summary>R12: the order is deemed received that day.</summary>
    public static Calcul Reception(BonDeCommande bon, Reglements reglements)
    {
        var (id, p) = reglements.InForceOn(bon.EmisLe);
        var depart = new Depart("Mise à disposition du bon de commande", bon.EmisLe);
        var limite = bon.DeemedReception(p);
        var compte = $"Sans accusé de réception, le bon est réputé reçu {Francais.Compte(p.ReceptionReputeeJours, "jour ouvré", "jours ouvrés")} après ({Natures.Clause(NatureEcheance.Reception)}) ; fins de semaine et jours fériés ne comptent pas.";
        return new Calcul(NatureEcheance.Reception, string.Empty, depart, Terme.On(depart, limite, compte, Sens.Apres, p.Calendrier), id);
    }

    /// <summary>R13, from the reception as it is known: acknowledged in time, or deemed.</summary>
    public static Calcul PremiereRencontre(BonDeCommande bon, Reglements reglements)
    {
        var reception = bon.CountedReception(reglements.On(bon.EmisLe));
        var (id, p) = reglements.InForceOn(reception);
        var depart = new Depart(bon.RecuLe == reception ? "Réception du bon de commande" : "Réception réputée du bon de commande (R12)", reception);
        return new Calcul(
            NatureEcheance.PremiereRencontre, string.Empty, depart, Terme.After(depart, p.DelaiPremiereRencontre, p, Natures.Clause(NatureEcheance.PremiereRencontre)), id);
    }

    /// <summary>R17.</summary>
    public static Calcul ProjetIntervention(LocalDate premiereRencontre, Reglements reglements)
    {
        var (id, p) = reglements.InForceOn(premiereRencontre);
        var depart = new Depart("Première rencontre", premiereRencontre);
        return new Calcul(NatureEcheance.ProjetIntervention, string.Empty, depart, Terme.After(depart, p.DelaiProjet, p, Natures.Clause(NatureEcheance.ProjetIntervention)), id);
    }

    /// <summary>R18, one window of those that <see cref="FrequenceDesRencontres"/> finds; its occurrence is its first day.</summary>
    public static Calcul Rencontres(CompteDeFenetre fenetre, Reglements reglements)
    {
        var (id, p) = reglements.InForceOn(fenetre.Debut);
        var depart = new Depart("Début de la période", fenetre.Debut);
        var compte = $"Au moins {Francais.Compte(fenetre.Minimum, "rencontre")} du {Francais.Date(fenetre.Debut)} au {Francais.Date(fenetre.Fin)} inclus ({Natures.Clause(NatureEcheance.Rencontres)}).";
        return new Calcul(
            NatureEcheance.Rencontres, LocalDatePattern.Iso.Format(fenetre.Debut), depart, Terme.On(depart, fenetre.Fin, compte, Sens.Avant, p.Calendrier), id);
    }

    /// <summary>R19: none under the threshold, none in the last months.</summary>
    public static IEnumerable<Calcul> BilansEtape(Contrat contrat, Reglements reglements)
    {
        var (id, p) = reglements.InForceOn(contrat.Debut);
        var duree = Period.Between(contrat.Debut, contrat.FinPrevue.PlusDays(1), PeriodUnits.Months).Months;
        if (duree < p.BilanSeuilMois)
            yield break;
        var depart = new Depart("Début du contrat", contrat.Debut);
        for (var mois = p.BilanPeriodeMois; mois + p.BilanSansFinalMois < duree; mois += p.BilanPeriodeMois)
        {
            var brute = contrat.Debut.PlusMonths(mois);
            var compte = string.Create(
                CultureInfo.InvariantCulture,
                $"Un bilan tous les {p.BilanPeriodeMois} mois, de date à date ({Natures.Clause(NatureEcheance.BilanEtape)}) : {mois} mois après le début, {Francais.DateEtJour(brute)}.");
            yield return new Calcul(
                NatureEcheance.BilanEtape, string.Create(CultureInfo.InvariantCulture, $"{contrat.Rang}-M{mois}"), depart, Terme.On(depart, brute, compte, Sens.Apres, p.Calendrier), id);
        }
    }

    /// <summary>R20: the earlier of the months and of the jours francs before the last day, never moved later.</summary>
    public static Calcul BilanFinal(Contrat contrat, Reglements reglements)
    {
        var (id, p) = reglements.InForceOn(contrat.Debut);
        var depart = new Depart("Terme du contrat", contrat.FinPrevue);
        var parMois = contrat.FinPrevue.PlusMonths(-p.BilanFinalMois);
        var parJours = JoursFrancs.Compute(contrat.FinPrevue, p.BilanFinalJours, Sens.Avant, p.ModeDelai, p.Calendrier).Value.DateBrute;
        var brute = LocalDate.Min(parMois, parJours);
        var compte = string.Create(
            CultureInfo.InvariantCulture,
            $"La plus proche du début entre {p.BilanFinalMois} mois avant le terme, {Francais.DateEtJour(parMois)}, et {p.BilanFinalJours} jours francs avant le terme, {Francais.DateEtJour(parJours)} ({Natures.Clause(NatureEcheance.BilanFinal)}) : {Francais.DateEtJour(brute)}, jamais reporté.");
        return new Calcul(
            NatureEcheance.BilanFinal, contrat.Rang.ToString(CultureInfo.InvariantCulture), depart, Terme.On(depart, brute, compte, Sens.Avant, p.Calendrier), id);
    }

    /// <summary>R31, of one calendar month.</summary>
    /// <param name="finDeMois">Its last day.</param>
    public static Calcul Releve(LocalDate finDeMois, Reglements reglements)
    {
        var (id, p) = reglements.InForceOn(finDeMois);
        var depart = new Depart("Fin du mois", finDeMois);
        return new Calcul(
            NatureEcheance.Releve, string.Create(CultureInfo.InvariantCulture, $"{finDeMois.Year:0000}-{finDeMois.Month:00}"), depart,
            DayAfter(depart, p.JourReleve, "Relevé et budget", NatureEcheance.Releve, p), id);
    }

    /// <summary>R33, on the last day of a Mesure.</summary>
    public static Calcul EtatDesOperations(LocalDate fin, Reglements reglements)
    {
        var (id, p) = reglements.InForceOn(fin);
        var depart = new Depart("Fin de la mesure", fin);
        return new Calcul(NatureEcheance.EtatDesOperations, string.Empty, depart, Terme.After(depart, p.DelaiEtat, p, Natures.Clause(NatureEcheance.EtatDesOperations)), id);
    }

    /// <summary>R33, on the reception of the decision that ends it.</summary>
    public static Calcul ComptesDeGestion(LocalDate decisionRecue, Reglements reglements)
    {
        var (id, p) = reglements.InForceOn(decisionRecue);
        var depart = new Depart("Réception de la décision de fin", decisionRecue);
        return new Calcul(NatureEcheance.ComptesDeGestion, string.Empty, depart, Terme.After(depart, p.DelaiComptes, p, Natures.Clause(NatureEcheance.ComptesDeGestion)), id);
    }

    /// <summary>R47.</summary>
    public static Calcul RapportTrimestriel(Trimestre trimestre, Reglements reglements)
    {
        var (id, p) = reglements.InForceOn(trimestre.Fin);
        var depart = new Depart($"Fin du trimestre {trimestre}", trimestre.Fin);
        return new Calcul(
            NatureEcheance.RapportTrimestriel, trimestre.ToString(), depart, DayAfter(depart, p.JourRapport, "Rapport et indicateurs", NatureEcheance.RapportTrimestriel, p), id);
    }

    /// <summary>R48: end of April by contract, with an earlier internal target.</summary>
    public static Calcul StatistiquesAnnuelles(int annee, Reglements reglements)
    {
        var (depart, p, id) = YearEnd(annee, reglements);
        var compte = $"Au plus tard fin avril de l'année suivante ({Natures.Clause(NatureEcheance.StatistiquesAnnuelles)}).";
        var cible = JoursOuvres.PreviousWorkingDay(new LocalDate(annee + 1, p.CibleStatistiquesMois, p.CibleStatistiquesJour), p.Calendrier);
        return new Calcul(
            NatureEcheance.StatistiquesAnnuelles, annee.ToString(CultureInfo.InvariantCulture), depart,
            Terme.On(depart, new LocalDate(annee + 1, 4, 30), compte, Sens.Avant, p.Calendrier), id, cible);
    }

    /// <summary>R48: what the State waits for from the département.</summary>
    public static Calcul StatistiquesEtat(int annee, Reglements reglements)
    {
        var (depart, p, id) = YearEnd(annee, reglements);
        var compte = $"Au plus tard le 31 mars de l'année suivante ({Natures.Clause(NatureEcheance.StatistiquesEtat)}).";
        return new Calcul(
            NatureEcheance.StatistiquesEtat, annee.ToString(CultureInfo.InvariantCulture), depart,
            Terme.On(depart, new LocalDate(annee + 1, 3, 31), compte, Sens.Avant, p.Calendrier), id);
    }

    private static (Depart Depart, Parametres Parametres, Guid? ReglementId) YearEnd(int annee, Reglements reglements)
    {
        var fin = new LocalDate(annee, 12, 31);
        var (id, p) = reglements.InForceOn(fin);
        return (new Depart(string.Create(CultureInfo.InvariantCulture, $"Fin de l'année {annee}"), fin), p, id);
    }

    private static Terme DayAfter(Depart depart, int jour, string quoi, NatureEcheance nature, Parametres parametres)
    {
        var mois = depart.Date.PlusDays(1);
        var brute = mois.PlusDays(Math.Min(jour, mois.Calendar.GetDaysInMonth(mois.Year, mois.Month)) - 1);
        return Terme.On(depart, brute, $"{quoi} le {Francais.Date(brute)} ({Natures.Clause(nature)}).", Sens.Apres, parametres.Calendrier);
    }
}
