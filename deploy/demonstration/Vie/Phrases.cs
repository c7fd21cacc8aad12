using Masp.Domain.Mesures;

namespace Masp.Demonstration;

/// <summary>What people write in the files of the demonstration.</summary>
internal static partial class Phrases
{
    public static readonly string[] MotifsDemande =
    [
        "Dettes de loyer, menace d'expulsion", "Factures d'énergie impayées, coupure annoncée", "Budget désorganisé depuis une séparation",
        "Découverts répétés, crédits à la consommation", "Perte d'autorité sur le budget après une hospitalisation", "Prestations suspendues faute de démarches",
        "Isolement, courrier non ouvert", "Logement menacé par le défaut d'assurance",
    ];

    public static readonly string[] AvisFavorables =
    [
        "Situation décrite, accord clair de la personne", "Accompagnement adapté aux difficultés exposées",
        "Prestations identifiées, logement à préserver", "Projet partagé avec le service référent",
    ];

    public static readonly string[] AvisDefavorables =
    [
        "L'aide éducative budgétaire de droit commun n'a pas été tentée", "Altération médicale signalée : à orienter vers une mesure judiciaire",
        "La personne ne paraît pas en mesure de s'engager", "Difficultés sans lien avec la gestion des prestations",
    ];

    public static readonly string[] Ajournements = ["Pièces manquantes : relevé des prestations", "Évaluation sociale à compléter", "Accord de la personne à confirmer"];

    public static readonly string[] MotifsRefus =
    [
        "Les difficultés exposées ne menacent pas la santé ni la sécurité de la personne", "Aucune prestation de l'article D271-2 n'est perçue",
        "Un accompagnement de droit commun répond au besoin",
    ];

    public static readonly string[] Divergences = ["Élément nouveau transmis après la séance", "Urgence du logement établie depuis la séance", "Entretien complémentaire avec le service référent"];

    public static readonly string[] MotifsAbandon =
    [
        "La personne ne donne pas suite", "Injoignable après trois déplacements", "Refus de signer le contrat",
        "Départ du département avant la première rencontre", "Hospitalisation longue",
    ];

    public static readonly string[] MotifsAnnulation = ["Commune de résidence à vérifier", "Bon de commande émis deux fois par erreur", "Décision complétée : bon à émettre de nouveau"];

    public static readonly string[] Lieux = ["Domicile", "Locaux du service référent", "Domicile, personne absente", "CCAS"];

    public static readonly (MotifFin Motif, int Poids)[] FinsAnticipees =
    [
        (MotifFin.NonRespectDuContrat, 22), (MotifFin.RetraitDuBeneficiaire, 20), (MotifFin.MesureInadaptee, 10), (MotifFin.CuratelleTutelleOuSauvegarde, 10),
        (MotifFin.DemenagementHorsDepartement, 10), (MotifFin.PerduDeVue, 9), (MotifFin.FinDesPrestations, 6), (MotifFin.Deces, 5), (MotifFin.Masp3, 3),
        (MotifFin.IncarcerationOuHospitalisation, 3), (MotifFin.Maj, 2),
    ];
}
