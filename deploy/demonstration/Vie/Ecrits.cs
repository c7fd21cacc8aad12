using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Avenants;
using Masp.Domain.Mesures.Fins;
using Masp.Domain.Mesures.Projets;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>Projets d'intervention, avenants and early ends of the measures (R17, R21, R22). Has dice of its own, so that the rest does not depend on it.</summary>
internal sealed class Ecrits(Monde monde, ulong graine)
{
    /// <summary>What was asked for in the last days still waits for somebody.</summary>
    private const int JoursEnAttente = 14;

    private readonly Hasard _hasard = new(graine ^ 0x1721);
    private readonly Identifiants _identifiants = new(new Hasard(graine ^ 0x2117));
    private readonly Dictionary<Guid, DemandeDeFin> _fins = [];

    private bool IsNearEnd => monde.Jour.PlusDays(JoursEnAttente) > monde.Fin;

    /// <summary>Most are sent in time, one in ten is late; one in six has a second version.</summary>
    public void PlanProjet(Mesure mesure)
    {
        var jours = _hasard.Weigh((_hasard.Between(15, 44), 90), (_hasard.Between(48, 80), 10));
        monde.Agenda.Plan(mesure.PremiereRencontreLe.PlusDays(jours), () =>
        {
            if (mesure.Etat == EtatMesure.Terminee)
                return;
            var projet = new ProjetIntervention(Reperes.Departement, mesure.Id);
            monde.Jeu.Projets.Add(projet);
            WriteAndSend(projet, mesure, EtatAction.AFaire);
            if (_hasard.Chance(160))
                monde.Agenda.Plan(monde.Jour.PlusDays(_hasard.Between(90, 200)), () => WriteAndSend(projet, mesure, EtatAction.Realisee));
        });
    }

    /// <summary>Asked for some days before it is decided, and found founded in between when a titulaire asks.</summary>
    public void PlanEnd(Mesure mesure, LocalDate dernierJour, MotifFin motif, LocalDate decision) => monde.Agenda.Plan(decision.PlusDays(-_hasard.Between(6, 16)), () =>
    {
        if (Propose(mesure, dernierJour, motif) is { Etat: EtatDemandeDeFin.AvisReferentAttendu } demande)
            monde.Agenda.PlanIn(_hasard.Between(2, 3), () => GiveAvis(demande, fondee: true));
    });

    /// <summary>A few are asked for and lead to no end: the service that asked does not find them founded, or the SAFPM refuses.</summary>
    public void PlanUnfoundedEnd(Mesure mesure, Contrat contrat)
    {
        if (!_hasard.Chance(45))
            return;
        var jour = contrat.Debut.PlusDays(_hasard.Between(60, 150));
        monde.Agenda.Plan(jour, () =>
        {
            if (mesure.DernierContrat != contrat || monde.Jour.PlusDays(40) > contrat.FinPrevue || Propose(mesure, monde.Jour.PlusDays(15), MotifFin.NonRespectDuContrat) is not { } demande)
                return;
            var fondee = _hasard.Chance(350);
            monde.Agenda.PlanIn(_hasard.Between(2, 6), () => GiveAvis(demande, fondee));
            if (fondee)
                monde.Agenda.PlanIn(_hasard.Between(8, 12), () => Refuse(demande, mesure));
        });
    }

    /// <returns>False when nobody asked for it: the measure is then closed without.</returns>
    public bool DecideEnd(Mesure mesure, LocalDate dernierJour)
    {
        if (!_fins.TryGetValue(mesure.Id, out var demande) || !demande.IsOpen)
            return false;
        GiveAvis(demande, fondee: true);
        return demande.Decide(new DecisionDeFin(true, monde.Jour, dernierJour, null, Agents.Agent), mesure, monde.Jour).IsSuccess;
    }

    /// <summary>One suspension in five moves the end by as many days, where the 48 months allow it.</summary>
    public void Suspend(Mesure mesure, Periode periode, ChaineDeContrats anterieurs)
    {
        var fin = _hasard.Chance(200) ? mesure.FinPrevue.PlusDays(periode.Days!.Value) : (LocalDate?)null;
        Amend(mesure, new ObjetAvenant(NatureAvenant.Suspension, null, periode.Debut, periode.Fin, fin), anterieurs);
    }

    /// <summary>Proposed, prepared and signed over some days; of the last days, some wait for their signature.</summary>
    public void Amend(Mesure mesure, ObjetAvenant objet, ChaineDeContrats anterieurs)
    {
        if (mesure.Etat == EtatMesure.Terminee)
            return;
        var proposeLe = LocalDate.Max(mesure.Debut, monde.Jour.PlusDays(-_hasard.Between(7, 15)));
        var numero = 1 + monde.Jeu.Avenants.Count(a => a.MesureId == mesure.Id);
        var propose = new AvenantPropose(_identifiants.Next(monde.Jour), objet, _hasard.Pick(Phrases.MotifsAvenant), proposeLe, mesure.IntervenantId ?? Agents.Agent);
        var avenant = Avenant.Propose(propose, numero, mesure, proposeLe).Value;
        monde.Jeu.Avenants.Add(avenant);
        if (IsNearEnd && _hasard.Chance(400))
            return;
        _ = avenant.Prepare(LocalDate.Max(proposeLe, monde.Jour.PlusDays(-5))).Value;
        if (IsNearEnd && _hasard.Chance(500))
            return;
        var parametres = monde.Parametres;
        var signed = avenant.Sign(mesure, monde.Jour, new Amendement(monde.NextId(), monde.Jour, anterieurs, parametres, _ => parametres.ModeMoisMesure, monde.Jour));
        if (!signed.IsSuccess)
            _ = avenant.Refuse("La personne est revenue sur son accord", monde.Jour).Value;
    }

    private void WriteAndSend(ProjetIntervention projet, Mesure mesure, EtatAction etat)
    {
        if (mesure.Etat == EtatMesure.Terminee)
            return;
        var objectifs = Phrases.Objectifs.Skip(mesure.Debut.Day % 3).Take(2).Select(o => o with { Actions = [.. o.Actions.Select((a, i) => a with { Etat = i == 0 ? etat : a.Etat })] });
        var reste = mesure.AvecGestion ? new Money(_hasard.Between(240, 520) * 100L) : (Money?)null;
        if (projet.Write(mesure, monde.Jour, new ContenuProjet(_hasard.Pick(Phrases.Situations), [.. objectifs]), reste, monde.Jour).IsSuccess)
            _ = projet.Send(monde.Jour, monde.Jour).Value;
    }

    private DemandeDeFin? Propose(Mesure mesure, LocalDate dernierJour, MotifFin motif)
    {
        if (_fins.TryGetValue(mesure.Id, out var before) && before.IsOpen)
            return null;
        var demandee = new FinDemandee(_identifiants.Next(monde.Jour), InitiateurOf(motif), motif, dernierJour, _hasard.Pick(Phrases.MotifsDeFin), Agents.Agent);
        var demande = DemandeDeFin.Propose(demandee, mesure, monde.Parametres, monde.Jour, monde.Jour);
        if (!demande.IsSuccess)
            return null;
        monde.Jeu.DemandesDeFin.Add(demande.Value);
        return _fins[mesure.Id] = demande.Value;
    }

    private void GiveAvis(DemandeDeFin demande, bool fondee)
    {
        if (demande.Etat == EtatDemandeDeFin.AvisReferentAttendu)
            _ = demande.GiveAvis(fondee, fondee ? "Constat partagé avec la personne" : "La personne a repris contact : à poursuivre", monde.Jour, monde.Jour).Value;
    }

    private void Refuse(DemandeDeFin demande, Mesure mesure)
    {
        if (demande.Etat == EtatDemandeDeFin.ADecider)
            _ = demande.Decide(new DecisionDeFin(false, monde.Jour, null, "Une dernière période est laissée à la personne", Agents.Agent), mesure, monde.Jour).Value;
    }

    private static InitiateurFin InitiateurOf(MotifFin motif) => motif switch
    {
        MotifFin.RetraitDuBeneficiaire or MotifFin.FinDesPrestations => InitiateurFin.Beneficiaire,
        MotifFin.Deces => InitiateurFin.Deces,
        MotifFin.Maj or MotifFin.CuratelleTutelleOuSauvegarde or MotifFin.Masp3 => InitiateurFin.MesureJudiciaire,
        MotifFin.DemenagementHorsDepartement => InitiateurFin.DemenagementHorsDepartement,
        _ => InitiateurFin.Titulaire,
    };
}
