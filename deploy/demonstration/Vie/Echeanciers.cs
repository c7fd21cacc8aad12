using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Rencontres;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>
/// The deadlines of every file, opened and met by the domain's own events (R45 to R48): most are kept, some are late with their cause, some still
/// wait for it. Has dice of its own, so that the rest of the demonstration does not depend on it.
/// </summary>
internal sealed class Echeanciers
{
    private static readonly string[] Commentaires =
    [
        "Personne absente aux deux premiers rendez-vous (démonstration)", "Rendez-vous reporté par le service référent (démonstration)",
        "Intervenant en arrêt, remplacement en cours (démonstration)", "Pièces attendues de la personne (démonstration)",
    ];

    private readonly Monde _monde;
    private readonly Hasard _hasard;
    private readonly Identifiants _identifiants;
    private readonly Reglements _reglements;
    private readonly Dictionary<Guid, List<Echeance>> _parBon = [];
    private readonly Dictionary<Guid, List<Echeance>> _parTitulaire = [];
    private bool _rencontresVecues;

    public Echeanciers(Monde monde, ulong graine)
    {
        _monde = monde;
        _hasard = new Hasard(graine ^ 0x4546);
        _identifiants = new Identifiants(new Hasard(_hasard.Next()));
        _reglements = new Reglements([.. monde.Jeu.Reglements.OrderBy(r => r.Debut)]);
    }

    /// <summary>The quarters and years of the bodies (R47, R48).</summary>
    public void Start()
    {
        for (var trimestre = Trimestre.Of(Reperes.PremieresConventions); trimestre.Fin < _monde.Fin; trimestre = trimestre.Next())
        {
            var courant = trimestre;
            _monde.Agenda.Plan(courant.Fin.PlusDays(1), () => EndQuarter(courant));
        }
    }

    public void Record(BonDeCommande bon, Evenement evenement) => Record(_parBon, bon.Id, null, evenement);

    /// <summary>The first Rencontre, with its cause when it is late (R13).</summary>
    public void Meet(BonDeCommande bon, LocalDate date)
    {
        var late = _parBon.TryGetValue(bon.Id, out var known) && known.Exists(e => e.Nature == NatureEcheance.PremiereRencontre && date > e.DernierJour);
        Record(bon, new PremiereRencontreTenue(bon, date, late ? DrawMotif() : null));
    }

    /// <summary>A contract is signed, a renewal recorded, the Mesure suspended or ended.</summary>
    public void Record(Mesure mesure, Evenement evenement) => Record(_parBon, mesure.BonDeCommandeId, mesure, evenement);

    /// <summary>From its opening on, month after month.</summary>
    public void Follow(Mesure mesure) => _monde.Agenda.Plan(_monde.Jour.PlusMonths(1), () =>
    {
        Record(mesure, new JourVenu(mesure));
        if (mesure.Etat == EtatMesure.EnCours)
            Follow(mesure);
    });

    /// <summary>The windows of every Mesure, once its meetings are known (R18); most of those that were missed are explained.</summary>
    public void Count()
    {
        _rencontresVecues = true;
        var parMesure = _monde.Jeu.Rencontres.Where(r => FrequenceDesRencontres.Counts(r.Faits.Etat, r.Faits.Lieu, _reglements.On(r.Faits.Date))).ToLookup(r => r.MesureId, r => r.Faits.Date);
        foreach (var mesure in _monde.Jeu.Mesures)
        {
            Record(mesure, new JourVenu(mesure));
            var (vie, comptees) = (VieDeMesure.Of(mesure), parMesure[mesure.Id].Order().ToList());
            foreach (var fenetre in FrequenceDesRencontres.Count(vie, comptees, _reglements.On, _monde.Jour).Where(f => f.Etat == EtatFenetre.Atteinte))
                Record(mesure, new RencontresAtteintes(mesure, comptees.Where(d => d >= fenetre.Debut).ElementAt(fenetre.Minimum - 1)));
            foreach (var echeance in _parBon[mesure.BonDeCommandeId].Where(e => e.Nature == NatureEcheance.Rencontres && e.IsLate(_monde.Fin) && _hasard.Chance(800)))
                Explain(echeance);
        }
    }

    private void EndQuarter(Trimestre trimestre)
    {
        foreach (var titulaire in _monde.Jeu.Titulaires)
        {
            foreach (var lot in titulaire.Conventions.Where(c => c.Periode.Contains(trimestre.Fin)).Select(c => c.LotCode).Distinct())
                Record(_parTitulaire, titulaire.Id, null, new TrimestreEcoule(titulaire.Id, lot, trimestre));
            if (trimestre.Rang == 4 && titulaire.Conventions.Any(c => c.Periode.Contains(trimestre.Fin)))
                Record(_parTitulaire, titulaire.Id, null, new AnneeEcoulee(titulaire.Id, trimestre.Annee));
        }

        if (trimestre.Rang == 4)
            Record(_parTitulaire, Guid.Empty, null, new AnneeEcoulee(null, trimestre.Annee));
    }

    private void Record(Dictionary<Guid, List<Echeance>> sujets, Guid cle, Mesure? mesure, Evenement evenement)
    {
        if (!sujets.TryGetValue(cle, out var toutes))
            sujets.Add(cle, toutes = []);
        var known = toutes.Where(e => e.BonDeCommandeId is not null || (e.TitulaireId == evenement.Sujet.TitulaireId && e.LotCode == evenement.Sujet.LotCode));
        var echeancier = new Echeancier(Reperes.Departement, Agents.Agent, _reglements, () => _identifiants.Next(_monde.Jour), _monde.Jour, known);
        _ = echeancier.Record(evenement).Value;
        foreach (var echeance in echeancier.Nouvelles)
        {
            // The meetings are lived after everything else: their windows are opened and met then.
            if (echeance.Nature == NatureEcheance.Rencontres && !_rencontresVecues)
                continue;
            toutes.Add(echeance);
            _monde.Jeu.Echeances.Add(echeance);
            if (!_rencontresVecues && echeance.Nature is not (NatureEcheance.Reception or NatureEcheance.PremiereRencontre))
                PlanTenue(echeance, sujets, cle, mesure);
        }
    }

    /// <summary>Nine in ten are kept, most others are late; a few are not met at all.</summary>
    private void PlanTenue(Echeance echeance, Dictionary<Guid, List<Echeance>> sujets, Guid cle, Mesure? mesure)
    {
        var retard = _hasard.Weigh((0, 900), (_hasard.Between(1, 30), 80), (-1, 20));
        if (retard < 0)
        {
            if (_hasard.Chance(700))
                _monde.Agenda.Plan(echeance.DernierJour.PlusDays(_hasard.Between(3, 20)), () => Explain(echeance));
            return;
        }

        var date = retard == 0 ? echeance.Limite.PlusDays(-_hasard.Between(0, 8)) : echeance.DernierJour.PlusDays(retard);
        _monde.Agenda.Plan(LocalDate.Max(date, echeance.EvenementLe.PlusDays(1)), () => Meet(echeance, sujets, cle, mesure));
    }

    private void Meet(Echeance echeance, Dictionary<Guid, List<Echeance>> sujets, Guid cle, Mesure? mesure)
    {
        if (echeance.Etat != EtatEcheance.Ouverte)
            return;
        var motif = _monde.Jour > echeance.DernierJour && _hasard.Chance(750) ? DrawMotif() : null;
        Evenement? acte = (echeance.Nature, mesure) switch
        {
            (NatureEcheance.ProjetIntervention, { } m) => new ProjetEnvoye(m, _monde.Jour, motif),
            (NatureEcheance.BilanEtape, { } m) => new BilanEtapeEnvoye(m, _monde.Jour, motif),
            (NatureEcheance.BilanFinal, { } m) => new BilanFinalEnvoye(m, _monde.Jour, motif),
            _ => null,
        };
        if (acte is not null)
            Record(sujets, cle, mesure, acte);
        else
            _ = echeance.Meet(_monde.Jour, motif, Agents.Agent, _monde.Jour).Value;
    }

    private void Explain(Echeance echeance)
    {
        if (echeance.IsLate(_monde.Jour) && echeance.Cause is null)
            _ = echeance.Explain(DrawMotif(), Agents.Agent, _monde.Jour).Value;
    }

    private MotifRetard DrawMotif() => new(
        _hasard.Weigh((CauseRetard.Beneficiaire, 45), (CauseRetard.Titulaire, 25), (CauseRetard.ServiceReferent, 22), (CauseRetard.Autre, 8)), _hasard.Pick(Commentaires));
}
