using Masp.Application.Commun;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using Masp.Domain.Mesures;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>A measure from its signature to its end: renewals, early ends, suspensions, changes of gestion, moves (R1 to R4, R21 to R23).</summary>
internal sealed class ViesDeMesure(Monde monde, Equipes equipes, Facturations facturations, IReadOnlyDictionary<string, Effectifs> effectifs)
{
    private Hasard Hasard => monde.Hasard;

    public void Open(Dossier dossier, BonDeCommande bon)
    {
        var annee = bon.SigneLe!.Value.Year;
        var numero = Numeros.Mesure(Reperes.Departement, annee, monde.Series.NextMesure(annee));
        var anterieurs = dossier.Personne.Chaine;
        var mesure = Mesure.Open(monde.NextId(), numero, bon, monde.NextId(), anterieurs, monde.Parametres, monde.Jour).Value;
        var vie = new Vie(dossier.Personne, mesure, anterieurs);
        dossier.Demande.MarkSigned();
        vie.Personne.Mesures.Add(vie.Mesure);
        monde.Remember(bon.LotCode, vie.Personne);
        monde.Jeu.Mesures.Add(vie.Mesure);
        effectifs[bon.LotCode].Signed();
        equipes.Follow(vie.Mesure);
        Begin(vie);
    }

    private void Begin(Vie vie)
    {
        var contrat = vie.Mesure.DernierContrat;
        facturations.Follow(vie.Mesure, contrat, contrat.TitulaireId);
        var jours = Period.DaysBetween(contrat.Debut, contrat.FinPrevue);
        PlanChanges(vie, contrat, jours);
        if (Hasard.Chance(180))
            PlanEarlyEnd(vie, contrat, jours);
        else if (DrawRenewal(vie.Mesure))
            monde.Agenda.Plan(contrat.FinPrevue.PlusDays(-Hasard.Between(10, 40)), () => Renew(vie));
        else
            PlanTerm(vie, contrat);
    }

    private bool DrawRenewal(Mesure mesure) => Hasard.Chance(mesure.Contrats.Count == 1 ? 480 : 15);

    private void PlanTerm(Vie vie, Contrat contrat)
    {
        var jour = monde.Agenda.Plan(JoursOuvres.PreviousWorkingDay(contrat.FinPrevue, Calendrier.Metropole), () =>
        {
            var motif = vie.Mesure.Chaine.Mois >= monde.Parametres.DureeTotaleMaxMois
                ? MotifFin.DureeLegaleAtteinte
                : Hasard.Weigh((MotifFin.TermeAutonomieRetrouvee, 45), (MotifFin.TermeObjectifsPartiels, 55));
            Close(vie, contrat.FinPrevue, motif);
        });
        effectifs[vie.Mesure.LotCode].PlanEnd(jour);
    }

    /// <summary>Some are told weeks late, so that a quarter already invoiced has to be put right (R41).</summary>
    private void PlanEarlyEnd(Vie vie, Contrat contrat, int jours)
    {
        var dernierJour = contrat.Debut.PlusDays(Hasard.Between(40, jours - 15));
        var saisie = dernierJour.PlusDays(Hasard.Weigh((Hasard.Between(0, 10), 85), (Hasard.Between(20, 75), 15)));
        var jour = monde.Agenda.Plan(saisie, () => Close(vie, dernierJour, Hasard.Weigh<MotifFin>(Phrases.FinsAnticipees)));
        effectifs[vie.Mesure.LotCode].PlanEnd(jour);
    }

    private void Close(Vie vie, LocalDate dernierJour, MotifFin motif)
    {
        equipes.Ended(vie.Mesure);
        _ = vie.Mesure.Close(dernierJour, motif, monde.Jour).Value;
        vie.Personne.Suivie = false;
        effectifs[vie.Mesure.LotCode].Ended();
    }

    /// <summary>With the Titulaire that has it, or with those of the new conventions when it was not kept (R44).</summary>
    private void Renew(Vie vie)
    {
        var mesure = vie.Mesure;
        var debut = mesure.DernierContrat.FinPrevue.PlusDays(1);
        var reste = monde.Parametres.DureeTotaleMaxMois - vie.Anterieurs.Plus(mesure.Chaine).MoisEntames;
        var sieges = monde.SiegesOf(mesure.LotCode).Where(s => s.Periode.Contains(debut)).ToList();
        if (reste < monde.Parametres.DureeMinMois || sieges.Count == 0)
        {
            PlanTerm(vie, mesure.DernierContrat);
            return;
        }

        var siege = sieges.Find(s => s.TitulaireId == mesure.TitulaireId) ?? Hasard.Pick(sieges);
        var duree = Math.Min(reste, Hasard.Weigh((6, 28), (12, 50), (18, 7), (24, 15)));
        var gestion = Hasard.Chance(950) ? mesure.AvecGestion : Hasard.Chance(700);
        var nouveau = new NouveauContrat(monde.NextId(), debut, duree, gestion, siege.TitulaireId, siege.ConventionId, monde.Jour);
        var exception = mesure.Contrats.Count > 1 ? "Expulsion en cours, autorisation du chef de service (démonstration)" : null;
        var avant = mesure.IntervenantId;
        _ = mesure.Renew(nouveau, vie.Anterieurs, monde.Parametres, exception).Value;
        equipes.FollowElsewhere(mesure, avant);
        Begin(vie);
    }

    private void PlanChanges(Vie vie, Contrat contrat, int jours)
    {
        if (Hasard.Chance(45))
            PlanSuspension(vie, contrat, jours);
        if (Hasard.Chance(vie.Mesure.AvecGestion ? 50 : 90))
            PlanAt(vie, contrat, jours, date => _ = vie.Mesure.ChangeGestion(date, !vie.Mesure.AvecGestion, monde.Jour).Value);
        if (Hasard.Chance(60))
            PlanAt(vie, contrat, jours, date => Move(vie, date));
    }

    private void PlanSuspension(Vie vie, Contrat contrat, int jours)
    {
        var debut = contrat.Debut.PlusDays(Hasard.Between(20, jours - 100));
        var periode = Periode.Of(debut, debut.PlusDays(Hasard.Between(14, 90)));
        monde.Agenda.Plan(debut.PlusDays(Hasard.Between(-15, 20)), () =>
        {
            if (IsRunning(vie, contrat))
                _ = vie.Mesure.Suspend(monde.NextId(), periode, monde.Jour).Value;
        });
    }

    private void PlanAt(Vie vie, Contrat contrat, int jours, Action<LocalDate> acte)
    {
        var date = contrat.Debut.PlusDays(Hasard.Between(20, jours - 20));
        monde.Agenda.Plan(date.PlusDays(Hasard.Between(0, 25)), () =>
        {
            if (IsRunning(vie, contrat))
                acte(date);
        });
    }

    private static bool IsRunning(Vie vie, Contrat contrat) => vie.Mesure.Etat == EtatMesure.EnCours && vie.Mesure.DernierContrat == contrat;

    /// <summary>The Titulaire and the Lot of the measure stay (R23); one move in five leaves the Lot.</summary>
    private void Move(Vie vie, LocalDate date)
    {
        var lot = Hasard.Chance(800) ? vie.Mesure.LotCode : Hasard.Pick(monde.Jeu.Lots).Code;
        vie.Personne.CommuneInsee = monde.DrawCommune(lot).CodeInsee;
        _ = vie.Mesure.Move(date, vie.Personne.CommuneInsee, monde.Jour).Value;
    }

    private sealed record Vie(Personne Personne, Mesure Mesure, ChaineDeContrats Anterieurs);
}
