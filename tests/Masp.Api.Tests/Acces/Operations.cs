using System.Net;
using Masp.Domain.Acces;

namespace Masp.Api.Tests.Acces;

/// <summary>What an operation is done to.</summary>
public enum Objet
{
    /// <summary>No record of anybody: the role decides alone.</summary>
    Aucun,

    /// <summary>An account, a session, a program, a quota. The matrix calls those who may not; who may is asked by tests that sign in for good.</summary>
    Compte,
    Mesure,
    BonDeCommande,
    Demande,

    /// <summary>The person, whatever Demande or Mesure is theirs.</summary>
    Personne,
    Commission,
    Facture,
    Lot,
    Intervenant,
    Relais,

    /// <summary>Written in the life of a Mesure; each is of a day on which its first Titulaire served it.</summary>
    Bilan,
    Avenant,
    DemandeDeFin,

    /// <summary>One of the Mesure's.</summary>
    Echeance,

    /// <summary>A Titulaire told in the body or the address, whose Factures are asked for.</summary>
    FacturesDuTitulaire,

    /// <summary>The same, whose team is.</summary>
    EquipeDuTitulaire,
}

/// <summary>Where an operation stands in the matrix.</summary>
/// <param name="Objet">What its path, body or address names.</param>
/// <param name="Corps">A body that is well formed and that a rule or a version refuses once the record was found; none when null.</param>
/// <param name="Requete">What the address must carry.</param>
/// <param name="Nature">What is looked at, when it is not the file itself.</param>
/// <param name="Inconnu">What is answered for a record that may not be seen: a name in a body is at fault in the body.</param>
public sealed record Place(
    Objet Objet,
    Func<Fixtures, Dossier, object?>? Corps = null,
    Func<Fixtures, Dossier, string>? Requete = null,
    NatureCible? Nature = null,
    HttpStatusCode Inconnu = HttpStatusCode.NotFound);

/// <summary>
/// What each operation of the contract needs, said once. Nothing here says who may: that is the rules' to answer. Unsafe calls carry a version
/// that nobody ever saw, or a state that a rule refuses, so that the whole matrix leaves the rows as they were.
/// </summary>
internal static class Operations
{
    private const string Jour = "2026-03-16";
    private const string Csv = "codeInsee;nom;codesPostaux;population;lot;zone\n99999;Nulle part;99999;1;inconnu;urbaine";

    private static readonly Place Rien = new(Objet.Aucun);
    private static readonly Place Vide = new(Objet.Aucun, (_, _) => new { });

    public static IReadOnlyDictionary<string, Place> Places => Records.Concat(DesComptes.Select(o => KeyValuePair.Create(o, new Place(Objet.Compte)))).ToDictionary();

    private static readonly Dictionary<string, Place> Records = new()
    {
        ["lireSession"] = Rien,
        ["fermerSession"] = Rien,
        ["listerCommunes"] = Rien,
        ["apercuImportCommunes"] = new(Objet.Aucun, (_, _) => new { csv = Csv }),
        ["importerCommunes"] = new(Objet.Aucun, (_, _) => new { csv = Csv }),
        ["listerPrestations"] = Rien,
        ["listerLots"] = Rien,
        ["listerTitulaires"] = Rien,
        ["listerServicesReferents"] = Rien,
        ["listerReglements"] = Rien,
        ["calculerEcheance"] = new(Objet.Aucun, (_, _) => new { evenement = "2022-01-03", jours = 40, sens = "apres", mode = "franc", calendrier = "metropole" }),
        ["calculerTarif"] = Vide,
        ["deposerDemande"] = Vide,
        ["listerDemandes"] = Rien,
        ["listerBeneficiaires"] = new(Objet.Aucun, null, (_, _) => "recherche=essai"),
        ["inviterBeneficiaire"] = new(Objet.Personne, (_, _) => new { identifiant = "pas une adresse" }),
        ["lireDemande"] = new(Objet.Demande),
        ["trancherRapprochement"] = new(Objet.Demande, (_, _) => new { homonyme = true }),
        ["notifierDecision"] = new(Objet.Demande, (_, _) => new { destinataire = "personne", moyen = "courrier", date = Jour }),
        ["deciderDemande"] = new(Objet.Demande, (_, _) => new { sens = "favorable", avecGestion = true, dureeMois = 12 }),
        ["ouvrirCommission"] = Vide,
        ["listerCommissions"] = Rien,
        ["lireCommission"] = new(Objet.Commission),
        ["inscrireDemande"] = new(Objet.Commission, (_, d) => new { demandeId = d.Demande }),
        ["rendreAvis"] = new(Objet.Commission, (_, d) => new { demandeId = d.Demande, sens = "favorable", motif = "Au vu du dossier." }),
        ["apercuAttributionsSeance"] = new(Objet.Commission),
        ["attribuerSeance"] = new(Objet.Commission),
        ["apercuAttribution"] = new(Objet.Demande),
        ["attribuerDemande"] = new(Objet.Demande, (_, _) => new { }),
        ["lireTourDeRole"] = new(Objet.Lot),
        ["listerBonsDeCommande"] = Rien,
        ["lireBonDeCommande"] = new(Objet.BonDeCommande),
        ["accuserReception"] = new(Objet.BonDeCommande, (_, _) => new { date = Jour }),
        ["signerContrat"] = new(Objet.BonDeCommande, (_, _) => new { datePremiereRencontre = Jour, dateSignature = Jour }),
        ["enregistrerDeplacement"] = new(Objet.BonDeCommande, (_, _) => new { date = Jour, lieu = "Domicile", intervenant = "Alix" }),
        ["listerPremieresRencontres"] = Rien,
        ["lirePreparation"] = new(Objet.BonDeCommande),
        ["prendreRendezVous"] = new(Objet.BonDeCommande, (_, _) => new { date = "2026-03-15", lieu = "Domicile" }),
        ["constaterRendezVous"] = new(Objet.BonDeCommande, (_, _) => new { tenu = true }),
        ["ecrireContrat"] = new(Objet.BonDeCommande, (_, _) => new { obligations = "Essai.", suivi = "Essai.", revision = "Essai." }),
        ["presignerContrat"] = new(Objet.BonDeCommande, (_, _) => new { date = Jour }),
        ["joindreScan"] = new(Objet.BonDeCommande, (_, _) => new { nom = "essai.pdf", contenu = "" }),
        ["lireScan"] = new(Objet.BonDeCommande),
        ["noterCopie"] = new(Objet.BonDeCommande, (_, _) => new { destinataire = "personne", date = "2000-01-01" }),
        ["abandonnerBonDeCommande"] = new(Objet.BonDeCommande, (_, _) => new { motif = "Essai." }),
        ["annulerBonDeCommande"] = new(Objet.BonDeCommande, (_, _) => new { motif = "Essai." }),
        ["validerForfait"] = new(Objet.BonDeCommande),
        ["listerMesures"] = Rien,
        ["lireMesure"] = new(Objet.Mesure),
        ["lireChronologie"] = new(Objet.Mesure),
        ["listerAccesDeMesure"] = new(Objet.Mesure),
        ["listerActes"] = Rien,
        ["exporterActes"] = Rien,
        ["listerAcces"] = Rien,
        ["exporterAcces"] = Rien,
        ["lireTeteDuJournal"] = Rien,
        ["listerBlocs"] = Rien,
        ["exporterBlocs"] = Rien,
        ["verifierJournal"] = Rien,
        ["lireProjet"] = new(Objet.Mesure),
        ["ecrireProjet"] = new(Objet.Mesure, (_, _) => new { evaluation = "Essai.", objectifs = Array.Empty<object>() }),
        ["envoyerProjet"] = new(Objet.Mesure, (_, _) => new { }),
        ["listerBilans"] = new(Objet.Mesure),
        ["preremplirBilan"] = new(Objet.Mesure),
        ["transmettreBilan"] = new(Objet.Mesure, (_, _) => new { nature = "etape", mois = 6, situation = "Essai.", articulation = "", objectifs = Array.Empty<object>() }),
        ["listerBilansEnAttente"] = Rien,
        ["donnerAvisSurBilan"] = new(Objet.Bilan, (_, _) => new { favorable = true, motif = "Essai." }),
        ["deciderBilan"] = new(Objet.Bilan, (_, _) => new { suite = "fin" }),
        ["notifierDecisionDeBilan"] = new(Objet.Bilan, (_, _) => new { destinataire = "personne", moyen = "courrier" }),
        ["inscrireBilan"] = new(Objet.Commission, (f, d) => new { bilanId = f.Suites[d.Mesure].Bilan }),
        ["rendreAvisSurBilan"] = new(Objet.Commission, (f, d) => new { bilanId = f.Suites[d.Mesure].Bilan, sens = "favorable", motif = "Essai." }),
        ["listerAvenants"] = new(Objet.Mesure),
        ["apercuAvenant"] = new(Objet.Mesure, (_, _) => new { nature = "prorogation", nouvelleFin = "2027-01-01" }),
        ["proposerAvenant"] = new(Objet.Mesure, (_, _) => new { objet = new { nature = "prorogation" }, motif = "Essai.", accordLe = Jour }),
        ["preparerAvenant"] = new(Objet.Avenant),
        ["signerAvenant"] = new(Objet.Avenant, (_, _) => new { }),
        ["refuserAvenant"] = new(Objet.Avenant, (_, _) => new { motif = "Essai." }),
        ["lireRenouvellement"] = new(Objet.Mesure),
        ["renouvelerMesure"] = new(Objet.Mesure, (_, _) => new { }),
        ["lireFin"] = new(Objet.Mesure),
        ["apercuFin"] = new(Objet.Mesure, (_, _) => new { dernierJour = Jour }),
        ["proposerFin"] = new(Objet.Mesure, (_, _) => new { initiateur = "deces", motif = "maj", dernierJour = Jour, explication = "Essai." }),
        ["cloreMesure"] = new(Objet.Mesure, (_, _) => new { }),
        ["declarerDemenagement"] = new(Objet.Mesure, (_, _) => new { communeInsee = "34003", date = Jour }),
        ["donnerAvisSurFin"] = new(Objet.DemandeDeFin, (_, _) => new { fondee = true, motif = "Essai." }),
        ["deciderFin"] = new(Objet.DemandeDeFin, (_, _) => new { accordee = false, motif = "Essai." }),
        ["listerNotes"] = new(Objet.Mesure),
        ["ecrireNote"] = new(Objet.Mesure, (_, _) => new { portee = "partagee", texte = "Essai." }),
        ["lireSante"] = new(Objet.Mesure, Nature: NatureCible.Sante),
        ["ecrireSante"] = new(Objet.Mesure, (_, _) => new { texte = "Essai." }, Nature: NatureCible.Sante),
        ["listerRencontres"] = Rien,
        ["listerComptesDeRencontres"] = Rien,
        ["importerRencontres"] = new(Objet.Aucun, (_, d) => new { titulaireId = d.Titulaire, lignes = Array.Empty<object>() }),
        ["listerRencontresDeMesure"] = new(Objet.Mesure),
        ["compterRencontres"] = new(Objet.Mesure),
        ["lireRencontre"] = new(Objet.Mesure),
        ["enregistrerRencontre"] = new(Objet.Mesure, (_, _) => new { date = Jour, lieu = "domicile", dureeMinutes = 0 }),
        ["constaterRencontre"] = new(Objet.Mesure, (_, _) => new { date = Jour, lieu = "domicile", dureeMinutes = 60 }),
        ["corrigerRencontre"] = new(Objet.Mesure, (_, _) => new { faits = new { date = Jour, lieu = "domicile", dureeMinutes = 60 }, motif = "Essai." }),
        ["annulerRencontre"] = new(Objet.Mesure, (_, _) => new { motif = "Essai." }),
        ["listerEcheancesDeMesure"] = new(Objet.Mesure),
        ["listerEcheances"] = Rien,
        ["compterEcheances"] = Rien,
        ["motiverRetard"] = new(Objet.Echeance, (_, _) => new { cause = "autre", commentaire = "Essai." }),
        ["decalerEcheance"] = new(Objet.Echeance, (_, _) => new { limite = Jour, motif = "Essai." }),
        ["constaterEcheance"] = new(Objet.Echeance, (_, _) => new { date = Jour }),
        ["affecterMesure"] = new(Objet.Mesure, (_, _) => new { intervenantId = Guid.Empty, debut = Jour }),
        ["affecterBonDeCommande"] = new(Objet.BonDeCommande, (_, _) => new { intervenantId = Guid.Empty }),
        ["listerIntervenants"] = Rien,
        ["enregistrerIntervenant"] = Vide,
        ["lireIntervenant"] = new(Objet.Intervenant),
        ["changerQuotite"] = new(Objet.Intervenant, (_, _) => new { debut = Jour, etp = 0.5 }),
        ["enregistrerAbsence"] = new(Objet.Intervenant, (_, _) => new { debut = Jour, fin = Jour, remplacantId = Guid.Empty }),
        ["abregerAbsence"] = new(Objet.Intervenant, (_, _) => new { fin = Jour }),
        ["enregistrerSortie"] = new(Objet.Intervenant, (_, _) => new { date = Jour }),
        ["lierCompte"] = new(Objet.Intervenant, (_, _) => new { compteId = Guid.Empty }),
        ["lireCharge"] = new(Objet.EquipeDuTitulaire, null, (_, d) => $"titulaireId={d.Titulaire}", Inconnu: HttpStatusCode.BadRequest),
        ["passerRelaisMesure"] = new(Objet.Mesure, (_, _) => new { repreneurId = Guid.Empty, date = Jour, motif = "Essai." }),
        ["listerRelais"] = Rien,
        ["apercuRelais"] = new(Objet.Aucun, (_, d) => new { cedantId = d.Titulaire, lot = d.Lot, repreneurId = Guid.Empty, date = Jour }),
        ["passerRelais"] = new(Objet.Aucun, (_, d) => new { cedantId = d.Titulaire, lot = d.Lot, repreneurId = Guid.Empty, date = Jour, motif = "Essai." }),
        ["lireRelais"] = new(Objet.Relais),
        ["enregistrerRencontreDeRelais"] = new(Objet.Relais, (_, _) => new { mesures = new[] { Guid.Empty }, rencontre = "equipes", date = Jour }),
        ["lireBeneficiaire"] = new(Objet.Personne),
        ["rectifierIdentite"] = new(Objet.Personne, (_, _) => new { motif = "Essai." }),
        ["exporterDossierJson"] = new(Objet.Personne),
        ["exporterDossierPdf"] = new(Objet.Personne),
        ["enregistrerVisa"] = new(Objet.Personne, (_, _) => new { reference = "AD-1", date = Jour, service = "Archives" }),
        ["effacerDossier"] = new(Objet.Personne, (_, _) => new { confirmation = "EFFACER" }),
        ["lireCertificat"] = new(Objet.Personne),
        ["telechargerCertificat"] = new(Objet.Personne),
        ["listerCertificats"] = Rien,
        ["apercuArchivages"] = Rien,
        ["archiverDossiers"] = new(Objet.Aucun, (_, _) => new { beneficiaireIds = new[] { Guid.Empty } }),
        ["listerBaremes"] = Rien,
        ["fixerBareme"] = Vide,
        ["listerFactures"] = Rien,
        ["apercuFacture"] = new(Objet.FacturesDuTitulaire, null, (_, d) => $"titulaireId={d.Titulaire}&lot={d.Lot}&trimestre=2025-T4", Inconnu: HttpStatusCode.BadRequest),
        ["preparerFacture"] = new(
            Objet.FacturesDuTitulaire, (_, d) => new { titulaireId = d.Titulaire, lot = d.Lot, trimestre = "2026-T1" }, Inconnu: HttpStatusCode.BadRequest),
        ["lireFacture"] = new(Objet.Facture),
        ["lireEtatDetaille"] = new(Objet.Facture),
        ["validerFacture"] = new(Objet.Facture),
        ["emettreFacture"] = new(Objet.Facture),
        ["crediterFacture"] = new(Objet.Facture, (_, _) => new { motif = "Essai." }),
        ["ecarterFacture"] = new(Objet.Facture),
        ["lireAFaire"] = Rien,
        ["rechercher"] = new(Objet.Aucun, null, (_, _) => "q=essai"),
    };

    private static readonly string[] DesComptes =
    [
        "renvoyerInvitation",
        "desactiverCompte",
        "reactiverCompte",
        "deverrouillerCompte",
        "reinitialiserSecondFacteur",
        "fixerDepart",
        "listerComptes",
        "inviterCompte",
        "lireCompte",
        "listerRevuesDesComptes",
        "enregistrerRevueDesComptes",
        "lireMonCompte",
        "changerMotDePasse",
        "proposerTotp",
        "enregistrerTotp",
        "retirerTotp",
        "renouvelerCodesDeSecours",
        "demanderCleDAcces",
        "enregistrerCleDAcces",
        "retirerCleDAcces",
        "fermerUneSession",
        "fermerAutresSessions",
        "listerProgrammes",
        "creerProgramme",
        "lireProgramme",
        "renouvelerSecret",
        "bornerProgramme",
        "revoquerProgramme",
        "listerQuotas",
        "fixerQuota",
        "listerAlertes",
        "acquitterAlerte",
    ];

    /// <summary>The operations that nobody placed, each with the line to write, and the places of operations that are no more.</summary>
    public static IReadOnlyList<string> Misplaced(IReadOnlyCollection<Operation> operations, IReadOnlyDictionary<string, Place> places) =>
    [
        .. operations.Where(o => !places.ContainsKey(o.Id)).Select(o => $"{o.Id} is placed nowhere: in Operations.Records of tests/Masp.Api.Tests/Acces, write {Line(o)}"),
        .. places.Keys.Except(operations.Select(o => o.Id)).Select(o => $"{o} is no operation any more: take its line out of Operations."),
    ];

    /// <summary>What the path says of the place: most often the line is good as it is, save for the body.</summary>
    private static string Line(Operation operation)
    {
        var (objet, body) = (ObjetOf(operation.Pattern), operation.Method is not ("GET" or "DELETE"));
        return objet switch
        {
            Objet.Compte => $"\"{operation.Id}\" among DesComptes.",
            Objet.Aucun when !body => $"[\"{operation.Id}\"] = Rien,",
            Objet.Aucun => $"[\"{operation.Id}\"] = new(Objet.Aucun, (_, _) => new {{ /* well formed, and refused by a rule */ }}),",
            _ when !body => $"[\"{operation.Id}\"] = new(Objet.{objet}),",
            _ => $"[\"{operation.Id}\"] = new(Objet.{objet}, (_, _) => new {{ /* well formed, and refused by a rule once the record was found */ }}),",
        };
    }

    private static Objet ObjetOf(string pattern) => pattern.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["api", "v1", var root, .. var rest]
        ? (root, rest) switch
        {
            ("compte" or "comptes" or "programmes" or "quotas" or "alertes", _) => Objet.Compte,
            (_, []) or (_, [not ['{', ..], ..]) => Objet.Aucun,
            ("mesures", _) => Objet.Mesure,
            ("bons-de-commande", _) => Objet.BonDeCommande,
            ("demandes", _) => Objet.Demande,
            ("beneficiaires", _) => Objet.Personne,
            ("commissions", _) => Objet.Commission,
            ("factures", _) => Objet.Facture,
            ("lots", _) => Objet.Lot,
            ("intervenants", _) => Objet.Intervenant,
            ("relais", _) => Objet.Relais,
            ("echeances", _) => Objet.Echeance,
            _ => Objet.Aucun,
        }
        : Objet.Aucun;
}
