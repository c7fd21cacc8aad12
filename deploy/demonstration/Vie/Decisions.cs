using Masp.Domain.Demandes;
using Masp.Domain.Echeances;
using Masp.Domain.Mesures;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>The SAFPM decides after the Avis (R9, R10): most of a session within days, then one attribution for the whole session.</summary>
internal sealed class Decisions(Monde monde, Attributions attributions, IReadOnlyDictionary<string, Effectifs> effectifs)
{
    /// <summary>What the last days leave undone, so that on the date given there are decisions to take and a session to allocate.</summary>
    private const int JoursEnSuspens = 8;

    /// <summary>Sessions of the last two weeks wait for their attribution.</summary>
    private const int JoursSansAttribution = 14;

    /// <summary>Letters to the people of the last days are still to be written.</summary>
    private const int JoursSansLettre = 10;

    /// <summary>Nothing is decided before there is somebody to serve it.</summary>
    private static readonly LocalDate PremierJour = JoursOuvres.NextWorkingDay(Reperes.PremieresConventions, Calendrier.Metropole);

    private Hasard Hasard => monde.Hasard;

    public void Follow(Commission seance, IReadOnlyList<Dossier> examines)
    {
        var aLaSeance = new List<Dossier>();
        var debut = LocalDate.Max(seance.Date.PlusDays(1), PremierJour);
        var derniere = seance.Date.PlusDays(JoursEnSuspens) >= monde.Fin;
        foreach (var dossier in examines)
        {
            var tardive = Hasard.Chance(derniere ? 500 : 250) || (derniere && dossier == examines[0]);
            monde.Agenda.Plan(debut.PlusDays(tardive ? Hasard.Between(8, 13) : Hasard.Between(0, 4)), () => Decide(dossier, tardive));
            if (!tardive)
                aLaSeance.Add(dossier);
        }

        monde.Agenda.Plan(debut.PlusDays(5), () => AllocateSession(aLaSeance));
    }

    private void AllocateSession(List<Dossier> dossiers)
    {
        if (monde.Jour.PlusDays(JoursSansAttribution) > monde.Fin)
            return;
        foreach (var dossier in dossiers)
        {
            if (dossier.Demande.Etat == EtatDemande.Acceptee)
                attributions.Allocate(dossier);
        }
    }

    private void Decide(Dossier dossier, bool tardive)
    {
        var demande = dossier.Demande;
        var chaine = dossier.Personne.Chaine;
        var favorable = demande.AvisRendu!.Sens == SensAvis.Favorable;
        var divergence = Hasard.Chance(favorable ? 15 : 120) ? Hasard.Pick(Phrases.Divergences) : null;
        if (divergence is not null)
            favorable = !favorable;
        var projet = favorable ? Favorable(demande, chaine, divergence) : Refusal(divergence);
        _ = demande.Decide(projet, Agents.Decideur, monde.LotOf(demande.CommuneInsee), chaine, monde.Parametres, monde.Jour).Value;
        monde.Agenda.PlanIn(2, () => Notify(demande, Destinataire.Service, MoyenNotification.Courriel));
        if (monde.Jour.PlusDays(JoursSansLettre) <= monde.Fin)
            monde.Agenda.PlanIn(3, () => Notify(demande, Destinataire.Personne, favorable ? MoyenNotification.Courrier : MoyenNotification.CourrierRecommande));
        if (!favorable)
        {
            dossier.Personne.Suivie = false;
            effectifs[demande.LotCode].Dropped();
        }
        else if (tardive)
        {
            monde.Agenda.PlanIn(Hasard.Between(2, 5), () => attributions.Allocate(dossier));
        }
    }

    private void Notify(Demande demande, Destinataire destinataire, MoyenNotification moyen) =>
        _ = demande.NotifyDecision(new Notification(destinataire, monde.Jour, moyen), monde.Jour).Value;

    private ProjetDeDecision Favorable(Demande demande, ChaineDeContrats chaine, string? divergence)
    {
        var gestion = demande.GestionSouhaitee is { } souhait && Hasard.Chance(900) ? souhait : Hasard.Chance(700);
        var duree = demande.DureeSouhaitee ?? Hasard.Weigh((6, 18), (12, 52), (18, 12), (24, 18));
        var permise = monde.Parametres.DureeTotaleMaxMois - chaine.MoisEntames;
        return new ProjetDeDecision(
            SensDecision.Favorable, monde.Jour, gestion, Math.Min(duree, permise), null, null, divergence,
            demande.Eligibilite.AllYes ? null : "Condition en cours de régularisation, attestée par le service référent");
    }

    private ProjetDeDecision Refusal(string? divergence) => new(
        SensDecision.Defavorable,
        monde.Jour,
        null,
        null,
        Hasard.Pick(Phrases.MotifsRefus),
        "Articles L271-1 et D271-2 du code de l'action sociale et des familles",
        divergence,
        null);
}
