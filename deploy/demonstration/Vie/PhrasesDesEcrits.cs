using Masp.Domain.Mesures.Projets;

namespace Masp.Demonstration;

/// <content>Of projets, bilans, avenants and ends.</content>
internal static partial class Phrases
{
    public static readonly string[] Situations =
    [
        "Deux loyers de retard, un crédit à la consommation, peu de lien avec la famille", "Le loyer courant est payé depuis trois mois, la dette d'énergie reste à étaler",
        "Séparation récente, ressources à recalculer, droits ouverts auprès de la caisse", "Reprise d'un emploi à temps partiel, budget à refaire avec les nouvelles ressources",
    ];

    public static readonly string[] Perspectives = ["Tenir le budget seul, avec un point chaque mois", "Préparer un dossier de relogement", "Poursuivre l'apurement de la dette", "Passer sans gestion si le budget tient"];

    public static readonly string[] Articulations =
    [
        "Accompagnement au titre du RSA par le service territorial des solidarités : réunion commune ce trimestre", "Aucune autre mesure en cours, vérifié avec le service référent",
        "Accompagnement social lié au logement : objectifs partagés, un seul interlocuteur pour le bailleur", "Aide à domicile au titre de l'APA : échanges mensuels avec le service",
    ];

    public static readonly string[] AvisDuReferent = ["La demande correspond à la situation", "Progrès constatés lors de notre dernier entretien", "Bilan partagé avec la personne et le titulaire"];

    public static readonly string[] AvisDuReferentContraires = ["La personne a besoin d'une protection plus soutenue", "Les objectifs restants relèvent du droit commun"];

    public static readonly string[] AvisDeSeance = ["Bilan étayé, avis du service référent suivi", "Objectifs à consolider", "Équilibre du budget retrouvé", "Situation examinée au vu des bilans d'étape"];

    public static readonly string[] AjournementsDeBilan = ["Avis de la personne à recueillir", "Point sur la dette de loyer à compléter"];

    public static readonly string[] MotifsAvenant = ["Les loyers ne sont plus payés", "Hospitalisation de plusieurs semaines", "Le budget est tenu : la gestion n'est plus nécessaire", "Longue absence, accord de la personne recueilli à domicile"];

    public static readonly string[] MotifsDeFin = ["Aucune rencontre depuis deux mois malgré quatre visites", "Situation signalée par le service référent", "Courrier de la personne reçu ce mois", "Information reçue d'un partenaire"];

    public static readonly Objectif[] Objectifs =
    [
        new(AspectDeLaMesure.Securisation, "Garder le logement",
        [
            new("Négocier un plan d'apurement", QuiAgitPourLAction.Titulaire, "Bailleur social", null, EtatAction.EnCours),
            new("Mettre le loyer en prélèvement", QuiAgitPourLAction.Personne, null, null, EtatAction.AFaire),
        ]),
        new(AspectDeLaMesure.Securisation, "Ouvrir les droits",
        [
            new("Demander la complémentaire santé solidaire", QuiAgitPourLAction.Personne, null, null, EtatAction.AFaire),
            new("Transmettre les pièces à la caisse", QuiAgitPourLAction.Titulaire, "CAF", null, EtatAction.EnCours),
        ]),
        new(AspectDeLaMesure.Apprentissage, "Tenir un budget mensuel",
        [
            new("Établir le budget ensemble chaque mois", QuiAgitPourLAction.Titulaire, null, null, EtatAction.EnCours),
            new("Classer le courrier et les factures", QuiAgitPourLAction.Personne, null, null, EtatAction.AFaire),
        ]),
        new(AspectDeLaMesure.Elaboration, "Faire le point des dettes",
        [
            new("Recenser les créanciers", QuiAgitPourLAction.Titulaire, null, null, EtatAction.AFaire),
            new("Étudier un dossier de surendettement", QuiAgitPourLAction.Partenaire, "Point conseil budget", null, EtatAction.AFaire),
        ]),
    ];
}
