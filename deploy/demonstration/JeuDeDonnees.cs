using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Echeances;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Rencontres;
using Masp.Domain.Mesures.Avenants;
using Masp.Domain.Mesures.Bilans;
using Masp.Domain.Mesures.Fins;
using Masp.Domain.Mesures.Projets;
using Masp.Domain.Territoires;
using Masp.Domain.Titulaires;

namespace Masp.Demonstration;

/// <summary>All that the simulation made: aggregates of the domain, in the order in which they came to be.</summary>
public sealed class JeuDeDonnees
{
    public required Departement Departement { get; init; }

    public List<Lot> Lots { get; } = [];

    public List<Commune> Communes { get; } = [];

    public List<Reglement> Reglements { get; } = [];

    public List<Bareme> Baremes { get; } = [];

    public List<Titulaire> Titulaires { get; } = [];

    public List<Intervenant> Intervenants { get; } = [];

    public List<ServiceReferent> Services { get; } = [];

    /// <summary>Whose people sign in as <c>…@titulaire-a.example</c>.</summary>
    public Titulaire TitulaireA => Titulaires[0];

    /// <summary>Whose people sign in as <c>…@titulaire-b.example</c>.</summary>
    public Titulaire TitulaireB => Titulaires[1];

    /// <summary>Whose people sign in as <c>referent@ccas.example</c>.</summary>
    public ServiceReferent Ccas => Services.First(s => s.Nature == NatureService.Ccas);

    /// <summary>Who signs in as <c>beneficiaire@exemple.example</c>: the last one whose measure runs at A.</summary>
    public Guid Personne => Mesures.Last(m => m.Etat == EtatMesure.EnCours && m.TitulaireId == TitulaireA.Id).BeneficiaireId;

    public List<Beneficiaire> Beneficiaires { get; } = [];

    public List<Commission> Commissions { get; } = [];

    public List<Demande> Demandes { get; } = [];

    public List<TourDeRole> Tours { get; } = [];

    public List<Inscription> Inscriptions { get; } = [];

    public List<BonDeCommande> BonsDeCommande { get; } = [];

    public List<PreparationDeContrat> Preparations { get; } = [];

    public List<Mesure> Mesures { get; } = [];

    public List<PassageDeRelais> Relais { get; } = [];

    public List<Rencontre> Rencontres { get; } = [];
    public List<ProjetIntervention> Projets { get; } = [];

    public List<Bilan> Bilans { get; } = [];

    public List<Avenant> Avenants { get; } = [];

    public List<DemandeDeFin> DemandesDeFin { get; } = [];

    public List<Echeance> Echeances { get; } = [];

    public List<Facture> Factures { get; } = [];

    /// <summary>Last number taken of each gap-free series, per code.</summary>
    public IReadOnlyDictionary<string, int> Series { get; internal set; } = new Dictionary<string, int>();

    /// <summary>Every aggregate, referenced ones before those that refer to them.</summary>
    public IEnumerable<AggregateRoot> Racines() => Vagues().SelectMany(v => v);

    /// <summary>The same, each part whole with its children before the next: a guard of the later one looks into children of the earlier.</summary>
    public IReadOnlyList<IEnumerable<AggregateRoot>> Vagues() =>
    [
        [
            Departement, .. Lots, .. Communes, .. Reglements, .. Baremes, .. Titulaires, .. Intervenants, .. Services, .. Beneficiaires, .. Commissions,
            .. Demandes, .. Tours, .. Inscriptions, .. BonsDeCommande, .. Preparations, .. Mesures, .. Relais, .. Projets,
            .. Bilans, .. Avenants, .. DemandesDeFin, .. Echeances, .. Factures,
        ],
        Rencontres,
    ];
}
