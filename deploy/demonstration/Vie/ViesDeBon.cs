using Masp.Domain.Attributions;
using Masp.Domain.Echeances;

namespace Masp.Demonstration;

/// <summary>An order from its issue to its contract, its abandon or its cancellation (R12, R14, R16).</summary>
internal sealed class ViesDeBon(Monde monde, ViesDeMesure mesures, Equipes equipes, Facturations facturations, Echeanciers echeanciers, IReadOnlyDictionary<string, Effectifs> effectifs)
{
    /// <summary>Forfaits of the last weeks wait for the SAFPM, so that its screen has work on the date given.</summary>
    private const int JoursSansValidation = 90;

    /// <summary>Many orders of the last weeks are not acknowledged yet.</summary>
    private const int JoursSansReception = 20;

    private Hasard Hasard => monde.Hasard;

    public void Begin(Dossier dossier, BonDeCommande bon, Attributions attributions)
    {
        var recuDans = Hasard.Between(1, 4);
        if (Hasard.Chance(monde.Jour.PlusDays(JoursSansReception) > monde.Fin ? 450 : 880))
            monde.Agenda.PlanIn(recuDans, () => Acknowledge(bon));
        switch (Hasard.Weigh(("signature", 885), ("abandon", 95), ("annulation", 20)))
        {
            case "abandon":
                PlanAbandon(dossier, bon, attributions);
                break;
            case "annulation":
                monde.Agenda.PlanIn(Hasard.Between(2, 10), () => Cancel(dossier, bon, attributions));
                break;
            default:
                PlanSignature(dossier, bon);
                break;
        }
    }

    private void Acknowledge(BonDeCommande bon)
    {
        if (bon.Etat == EtatBonDeCommande.Emis)
        {
            _ = bon.Acknowledge(monde.Jour, monde.Jour).Value;
            echeanciers.Record(bon, new BonRecu(bon));
        }

        if (bon.Etat == EtatBonDeCommande.Recu)
            equipes.Assign(bon);
    }

    private void PlanSignature(Dossier dossier, BonDeCommande bon)
    {
        var dans = Hasard.Weigh((Hasard.Between(5, 20), 60), (Hasard.Between(21, 35), 32), (Hasard.Between(36, 50), 8));
        var rencontre = JoursOuvres.AddWorkingDays(monde.Jour, dans, Calendrier.Metropole);
        var signature = Hasard.Chance(900) ? rencontre : JoursOuvres.AddWorkingDays(rencontre, Hasard.Between(1, 8), Calendrier.Metropole);
        var saisie = signature.PlusDays(Hasard.Weigh((0, 75), (Hasard.Between(1, 7), 22), (Hasard.Between(20, 60), 3)));
        monde.Agenda.Plan(saisie, () =>
        {
            _ = bon.Sign(rencontre, signature, monde.Parametres, monde.Jour).Value;
            equipes.Release(bon);
            echeanciers.Meet(bon, rencontre);
            mesures.Open(dossier, bon);
        });
    }

    private void PlanAbandon(Dossier dossier, BonDeCommande bon, Attributions attributions)
    {
        var dans = Hasard.Between(12, 40);
        if (Hasard.Chance(650))
        {
            for (var n = Hasard.Between(1, 3); n > 0; n--)
                monde.Agenda.PlanIn(Hasard.Between(5, dans - 1), () => Log(bon));
        }

        monde.Agenda.PlanIn(dans, () => Abandon(dossier, bon, attributions));
    }

    private void Log(BonDeCommande bon) =>
        _ = bon.Log(monde.NextId(), monde.Jour, Hasard.Pick(Phrases.Lieux), Hasard.Pick(Noms.Intervenants), monde.Jour).Value;

    private void Abandon(Dossier dossier, BonDeCommande bon, Attributions attributions)
    {
        equipes.Release(bon);
        _ = bon.Abandon(monde.Jour, Hasard.Pick(Phrases.MotifsAbandon), monde.Parametres, monde.Jour).Value;
        echeanciers.Record(bon, new BonClos(bon));
        dossier.Demande.MarkAbandoned();
        dossier.Personne.Suivie = false;
        effectifs[bon.LotCode].Dropped();
        if (monde.Parametres.AbandonRendLeTour)
            attributions.GiveBack(bon, RaisonRestitution.Abandon);
        if (bon.Forfait == EtatForfait.AValider && monde.Jour.PlusDays(JoursSansValidation) < monde.Fin)
            monde.Agenda.PlanIn(Hasard.Between(3, 30), () => facturations.Accept(bon));
    }

    private void Cancel(Dossier dossier, BonDeCommande bon, Attributions attributions)
    {
        equipes.Release(bon);
        _ = bon.Cancel(Hasard.Pick(Phrases.MotifsAnnulation), monde.Jour).Value;
        echeanciers.Record(bon, new BonClos(bon));
        dossier.Demande.ReturnToTurn();
        attributions.GiveBack(bon, RaisonRestitution.Annulation);
        monde.Agenda.PlanIn(Hasard.Between(2, 6), () => attributions.Allocate(dossier));
    }
}
