using Masp.Application.Commun;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Avenants;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>A measure from its signature to its end: renewals, early ends, suspensions, changes of gestion, moves (R1 to R4, R21 to R23).</summary>
internal sealed class ViesDeMesure(
    Monde monde, Equipes equipes, Facturations facturations, Echeanciers echeanciers, IReadOnlyDictionary<string, Effectifs> effectifs, Bilans bilans, Ecrits ecrits)
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
        ecrits.PlanProjet(mesure);
        echeanciers.Record(mesure, new ContratSigne(mesure, mesure.DernierContrat));
        echeanciers.Follow(mesure);
        Begin(vie);
    }

    private void Begin(Vie vie)
    {
        var contrat = vie.Mesure.DernierContrat;
        facturations.Follow(vie.Mesure, contrat, contrat.TitulaireId);
        var jours = Period.DaysBetween(contrat.Debut, contrat.FinPrevue);
        PlanChanges(vie, contrat, jours);
        var ended = Hasard.Chance(180);
        var renewed = !ended && DrawRenewal(vie.Mesure);
        bilans.Follow(vie.Mesure, contrat, vie.Anterieurs, renewed);
        if (ended)
            PlanEarlyEnd(vie, contrat, jours);
        else if (renewed)
            monde.Agenda.Plan(contrat.FinPrevue.PlusDays(-Hasard.Between(10, 40)), () => Renew(vie));
        else
            PlanTerm(vie, contrat);
        if (!ended)
            ecrits.PlanUnfoundedEnd(vie.Mesure, contrat);
    }

    private bool DrawRenewal(Mesure mesure) => Hasard.Chance(mesure.Contrats.Count == 1 ? 480 : 15);

    private void PlanTerm(Vie vie, Contrat contrat)
    {
        var prevue = contrat.FinPrevue;
        var jour = monde.Agenda.Plan(JoursOuvres.PreviousWorkingDay(prevue, Calendrier.Metropole), () =>
        {
            if (contrat.FinPrevue > prevue)
            {
                PlanTerm(vie, contrat);
                return;
            }

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
        var motif = Hasard.Weigh<MotifFin>(Phrases.FinsAnticipees);
        ecrits.PlanEnd(vie.Mesure, dernierJour, motif, saisie);
        var jour = monde.Agenda.Plan(saisie, () => Close(vie, dernierJour, motif));
        effectifs[vie.Mesure.LotCode].PlanEnd(jour);
    }

    private void Close(Vie vie, LocalDate dernierJour, MotifFin motif)
    {
        equipes.Ended(vie.Mesure);
        if (!ecrits.DecideEnd(vie.Mesure, dernierJour))
            _ = vie.Mesure.Close(dernierJour, motif, monde.Jour).Value;
        echeanciers.Record(vie.Mesure, new MesureFinie(vie.Mesure, LocalDate.Max(dernierJour, monde.Jour)));
        vie.Personne.Suivie = false;
        effectifs[vie.Mesure.LotCode].Ended();
    }

    /// <summary>With the Titulaire that has it, or with those of the new conventions when it was not kept (R44).</summary>
    private void Renew(Vie vie)
    {
        var mesure = vie.Mesure;
        var contrat = mesure.DernierContrat;
        var debut = contrat.FinPrevue.PlusDays(1);
        var final = bilans.FinalOf(contrat);
        if (final?.Decision is null && monde.Jour < contrat.FinPrevue.PlusDays(-6))
        {
            monde.Agenda.PlanIn(4, () => Renew(vie));
            return;
        }

        var sieges = monde.SiegesOf(mesure.LotCode).Where(s => s.Periode.Contains(debut)).ToList();
        if (mesure.RefuseRenewalAfter(final) is not null || sieges.Count == 0)
        {
            PlanTerm(vie, contrat);
            return;
        }

        Guid? choisi = sieges.Exists(s => s.TitulaireId == mesure.TitulaireId) ? null : Hasard.Pick(sieges).TitulaireId;
        var avant = mesure.IntervenantId;
        var renewed = mesure.RenewAfter(
            final, new RenouvellementSigne(monde.NextId(), monde.Jour, choisi), monde.Jeu.Titulaires, vie.Anterieurs, monde.Parametres, monde.Jour);
        if (!renewed.IsSuccess)
        {
            PlanTerm(vie, contrat);
            return;
        }

        equipes.FollowElsewhere(mesure, avant);
        echeanciers.Record(mesure, new ContratSigne(mesure, mesure.DernierContrat));
        Begin(vie);
    }

    private void PlanChanges(Vie vie, Contrat contrat, int jours)
    {
        if (Hasard.Chance(45))
            PlanSuspension(vie, contrat, jours);
        if (Hasard.Chance(vie.Mesure.AvecGestion ? 50 : 90))
            PlanAt(vie, contrat, jours, date => ecrits.Amend(vie.Mesure, new ObjetAvenant(NatureAvenant.Gestion, !vie.Mesure.AvecGestion, date, null, null), vie.Anterieurs));
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
                ecrits.Suspend(vie.Mesure, periode, vie.Anterieurs);
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
