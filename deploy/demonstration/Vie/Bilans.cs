using Masp.Domain.Demandes;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Bilans;
using Masp.Domain.Mesures.Projets;

namespace Masp.Demonstration;

/// <summary>
/// Bilans d'etape and final of each contract, and what becomes of the final ones: opinion, session, decision, notices (R19, R20). Has dice of
/// its own, so that the rest of the demonstration does not depend on it.
/// </summary>
internal sealed class Bilans(Monde monde, ulong graine)
{
    /// <summary>Of the last days, some wait: the queue has work on the date given.</summary>
    private const int JoursEnAttente = 9;

    private readonly Hasard _hasard = new(graine ^ 0x1920);
    private readonly Identifiants _identifiants = new(new Hasard(graine ^ 0x2019));
    private readonly Dictionary<Guid, Bilan> _finals = [];
    private readonly Dictionary<Guid, (Mesure Mesure, ChaineDeContrats Anterieurs)> _suivis = [];
    private readonly List<Bilan> _enAttente = [];
    private readonly List<Bilan> _inscrits = [];

    /// <summary>Some have their opinion and no session yet.</summary>
    public bool AwaitSession => _enAttente.Count > 0;

    private bool IsNearEnd => monde.Jour.PlusDays(JoursEnAttente) > monde.Fin;

    public Bilan? FinalOf(Contrat contrat) => _finals.GetValueOrDefault(contrat.Id);

    /// <summary>Plans those of a contract that has just begun.</summary>
    public void Follow(Mesure mesure, Contrat contrat, ChaineDeContrats anterieurs, bool renewed)
    {
        foreach (var etape in CalendrierDesBilans.Etapes(contrat.Debut, contrat.FinPrevue, monde.Parametres))
            monde.Agenda.Plan(etape.Date.PlusDays(_hasard.Between(-9, 5)), () => Transmit(mesure, contrat, NatureBilan.Etape, etape.Mois, null));
        var final = CalendrierDesBilans.Final(contrat.FinPrevue, monde.Parametres).PlusDays(-_hasard.Between(2, 11));
        monde.Agenda.Plan(final, () =>
        {
            if (Transmit(mesure, contrat, NatureBilan.Final, null, renewed ? Suite.Renouvellement : Suite.Fin) is not { } bilan)
                return;
            _finals[contrat.Id] = bilan;
            _suivis[bilan.Id] = (mesure, anterieurs);
            monde.Agenda.PlanIn(_hasard.Between(1, 5), () => GiveAvis(bilan));
        });
    }

    /// <summary>Puts those that wait on the agenda of the next session.</summary>
    public void Enrol(Commission seance)
    {
        foreach (var bilan in _enAttente.Where(b => IsRunning(b) && !(IsNearEnd && _hasard.Chance(400))).ToList())
        {
            if (!seance.Enrol(bilan).IsSuccess)
                continue;
            _enAttente.Remove(bilan);
            _inscrits.Add(bilan);
        }
    }

    /// <summary>The session gives its opinions.</summary>
    public void Hear(Commission seance)
    {
        foreach (var bilan in _inscrits)
        {
            var sens = bilan.Avis.Count == 0 && _hasard.Chance(30) ? SensAvis.Ajourne : _hasard.Chance(60) ? SensAvis.Defavorable : SensAvis.Favorable;
            _ = seance.RecordAvis(bilan, sens, _hasard.Pick(sens == SensAvis.Ajourne ? Phrases.AjournementsDeBilan : Phrases.AvisDeSeance), monde.Jour).Value;
            if (sens == SensAvis.Ajourne)
                _enAttente.Add(bilan);
            else
                monde.Agenda.PlanIn(_hasard.Between(1, 4), () => Decide(bilan));
        }

        _inscrits.Clear();
    }

    private bool IsRunning(Bilan bilan) => _suivis[bilan.Id].Mesure.Etat == EtatMesure.EnCours;

    private Bilan? Transmit(Mesure mesure, Contrat contrat, NatureBilan nature, int? mois, Suite? suite)
    {
        if (mesure.Etat == EtatMesure.Terminee || mesure.ContratOn(monde.Jour) != contrat)
            return null;
        var contenu = new ContenuBilan(_hasard.Pick(Phrases.Situations), [.. Objectifs(mesure).Select(Evaluate)], _hasard.Pick(Phrases.Perspectives));
        var etabli = new BilanEtabli(
            _identifiants.Next(monde.Jour), nature, mois, monde.Jour, contenu, _hasard.Pick(Phrases.Articulations), _hasard.Between(9, 15), suite,
            suite == Suite.Renouvellement ? _hasard.Pick([6, 12, 12, 18]) : null, mesure.AvecGestion, mesure.IntervenantId ?? Agents.Agent);
        var bilan = Bilan.Transmit(etabli, mesure, monde.Parametres, monde.Jour);
        if (!bilan.IsSuccess)
            return null;
        monde.Jeu.Bilans.Add(bilan.Value);
        return bilan.Value;
    }

    private static IEnumerable<Objectif> Objectifs(Mesure mesure) => Phrases.Objectifs.Skip(mesure.Debut.Day % 3).Take(2);

    private ObjectifEvalue Evaluate(Objectif objectif) => new(
        objectif.Aspect, objectif.Libelle, _hasard.Weigh((Avancement.Atteint, 35), (Avancement.EnPartie, 45), (Avancement.NonAtteint, 15), (Avancement.Abandonne, 5)), null);

    private void GiveAvis(Bilan bilan)
    {
        if (!IsRunning(bilan))
            return;
        var favorable = _hasard.Chance(930);
        _ = bilan.GiveAvis(favorable, _hasard.Pick(favorable ? Phrases.AvisDuReferent : Phrases.AvisDuReferentContraires), monde.Jour, Agents.Agent, monde.Jour).Value;
        _enAttente.Add(bilan);
    }

    /// <summary>A renewal is decided as long as the 48 months leave room; what differs from the opinion says why.</summary>
    private void Decide(Bilan bilan)
    {
        var (mesure, anterieurs) = _suivis[bilan.Id];
        if (mesure.Etat == EtatMesure.Terminee)
            return;
        var reste = monde.Parametres.DureeTotaleMaxMois - anterieurs.Plus(mesure.Chaine).MoisEntames;
        var suite = bilan.SuiteDemandee == Suite.Renouvellement && reste >= monde.Parametres.DureeMinMois ? Suite.Renouvellement : Suite.Fin;
        var diverges = (bilan.AvisRendu!.Sens == SensAvis.Favorable) != (suite == bilan.SuiteDemandee);
        var renews = suite == Suite.Renouvellement;
        var decision = new DecisionSurBilan(
            suite, monde.Jour, Agents.Agent,
            renews ? Math.Min(reste, _hasard.Weigh((6, 28), (12, 50), (18, 7), (24, 15))) : null,
            renews ? _hasard.Chance(950) ? mesure.AvecGestion : _hasard.Chance(700) : null,
            renews ? null : reste <= 0 ? MotifFin.DureeLegaleAtteinte : _hasard.Weigh((MotifFin.TermeAutonomieRetrouvee, 45), (MotifFin.TermeObjectifsPartiels, 55)),
            !renews && bilan.SuiteDemandee == Suite.Renouvellement ? "La durée totale de quatre ans ne laisse plus de contrat (R3, L271-2)" : null,
            diverges ? _hasard.Pick(Phrases.Divergences) : null,
            renews && mesure.Contrats.Count > monde.Parametres.RenouvellementsMax ? "Expulsion en cours, autorisation du chef de service (démonstration)" : null);
        if (bilan.Decide(decision, mesure, anterieurs, monde.Parametres, monde.Jour).IsSuccess)
            monde.Agenda.PlanIn(_hasard.Between(1, 3), () => Notify(bilan));
    }

    private void Notify(Bilan bilan)
    {
        foreach (var destinataire in Enum.GetValues<DestinataireDeBilan>())
        {
            var moyen = destinataire == DestinataireDeBilan.Personne ? MoyenNotification.Courrier : MoyenNotification.Courriel;
            _ = bilan.Notify(new NotificationDeBilan(destinataire, monde.Jour, moyen), monde.Jour).Value;
        }
    }
}
