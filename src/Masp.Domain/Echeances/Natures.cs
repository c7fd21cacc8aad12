namespace Masp.Domain.Echeances;

/// <summary>What each deadline is: its clause, its name, who owes it, how it is met.</summary>
public static class Natures
{
    /// <summary>As printed between brackets.</summary>
    public static string Clause(NatureEcheance nature) => nature switch
    {
        NatureEcheance.Reception => "R12",
        NatureEcheance.PremiereRencontre => "R13, art. 4 et 5",
        NatureEcheance.ProjetIntervention => "R17, art. 4 et 5",
        NatureEcheance.Rencontres => "R18, art. 4 et 5",
        NatureEcheance.BilanEtape => "R19, art. 4 et 5",
        NatureEcheance.BilanFinal => "R20, art. 4 et 5",
        NatureEcheance.Releve => "R31, art. 4",
        NatureEcheance.EtatDesOperations => "R33, art. 4",
        NatureEcheance.ComptesDeGestion => "R33, art. 5",
        NatureEcheance.RapportTrimestriel => "R47, art. 4 et 7",
        NatureEcheance.StatistiquesAnnuelles => "R48, art. 5",
        NatureEcheance.StatistiquesEtat => "R48, L271-7",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, "Unknown NatureEcheance."),
    };

    /// <summary>In French, with a capital.</summary>
    public static string Libelle(NatureEcheance nature) => nature switch
    {
        NatureEcheance.Reception => "Accusé de réception du bon de commande",
        NatureEcheance.PremiereRencontre => "Première rencontre",
        NatureEcheance.ProjetIntervention => "Projet d'intervention",
        NatureEcheance.Rencontres => "Rencontres",
        NatureEcheance.BilanEtape => "Bilan d'étape",
        NatureEcheance.BilanFinal => "Bilan final",
        NatureEcheance.Releve => "Relevé de situation",
        NatureEcheance.EtatDesOperations => "État des opérations",
        NatureEcheance.ComptesDeGestion => "Comptes de gestion",
        NatureEcheance.RapportTrimestriel => "Rapport trimestriel",
        NatureEcheance.StatistiquesAnnuelles => "Statistiques annuelles",
        NatureEcheance.StatistiquesEtat => "Statistiques pour l'État",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, "Unknown NatureEcheance."),
    };

    public static Responsable ResponsableOf(NatureEcheance nature) => nature switch
    {
        NatureEcheance.PremiereRencontre => Responsable.ServiceReferent,
        NatureEcheance.ProjetIntervention or NatureEcheance.Rencontres or NatureEcheance.BilanEtape or NatureEcheance.BilanFinal => Responsable.Intervenant,
        NatureEcheance.Reception or NatureEcheance.Releve or NatureEcheance.EtatDesOperations or NatureEcheance.ComptesDeGestion
            or NatureEcheance.RapportTrimestriel or NatureEcheance.StatistiquesAnnuelles => Responsable.Titulaire,
        NatureEcheance.StatistiquesEtat => Responsable.Safpm,
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, "Unknown NatureEcheance."),
    };

    /// <summary>The act that meets it late is refused without its cause (R13); elsewhere the cause is asked for afterwards (R46).</summary>
    public static bool NeedsCause(NatureEcheance nature) => nature == NatureEcheance.PremiereRencontre;

    /// <summary>Met when the SAFPM notes that the document came; the others have an act of their own.</summary>
    public static bool IsDocument(NatureEcheance nature) => nature
        is NatureEcheance.Releve or NatureEcheance.EtatDesOperations or NatureEcheance.ComptesDeGestion
        or NatureEcheance.RapportTrimestriel or NatureEcheance.StatistiquesAnnuelles or NatureEcheance.StatistiquesEtat;

    /// <summary>Once its day is over nothing can meet it any more: the month cannot be lived again (R18).</summary>
    public static bool EndsWithItsDay(NatureEcheance nature) => nature == NatureEcheance.Rencontres;
}
