namespace Masp.Domain.Acces;

/// <summary>How roles and acts are said to people: in refusals, and in the table of docs/acces.md.</summary>
public static class Mots
{
    public static string Of(Role role) => role switch
    {
        Role.Agent => "agent du SAFPM",
        Role.Decideur => "décideur",
        Role.Comptable => "comptable",
        Role.Administrateur => "administrateur",
        Role.ChefTitulaire => "chef de titulaire",
        Role.Intervenant => "intervenant",
        Role.Referent => "référent",
        Role.Integrateur => "programme du SAFPM",
        Role.Exports => "programme d'exports",
        Role.Evaluateur => "évaluateur",
        Role.Auditeur => "auditeur",
        Role.Beneficiaire => "bénéficiaire",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unplaced Role."),
    };

    /// <summary>An infinitive, after « permet de ».</summary>
    public static string Of(Acte acte) => acte switch
    {
        Acte.Calculer => "calculer une échéance ou un tarif",
        Acte.LireReferentiel => "lire le référentiel",
        Acte.ImporterCommunes => "importer des communes",
        Acte.FixerBareme => "fixer un barème",
        Acte.LireDemandes => "lire les demandes",
        Acte.DeposerDemande => "déposer une demande",
        Acte.LireBeneficiaires => "chercher une personne connue",
        Acte.TrancherRapprochement => "dire si deux personnes n'en font qu'une",
        Acte.LireCommissions => "lire les séances de la commission",
        Acte.TenirCommission => "tenir la commission",
        Acte.Decider => "décider",
        Acte.NotifierDecision => "noter la notification d'une décision",
        Acte.Attribuer => "attribuer",
        Acte.AttribuerManuellement => "choisir un titulaire à la main",
        Acte.LireTourDeRole => "lire le registre d'un lot",
        Acte.LireBonsDeCommande => "lire les bons de commande",
        Acte.AccuserReception => "accuser réception d'un bon de commande",
        Acte.SignerContrat => "signer un contrat",
        Acte.AbandonnerBonDeCommande => "abandonner un bon de commande",
        Acte.AnnulerBonDeCommande => "annuler un bon de commande",
        Acte.ValiderForfait => "valider un forfait d'abandon",
        Acte.LireMesures => "lire les mesures",
        Acte.LireFactures => "lire les factures",
        Acte.PreparerFacture => "préparer une facture",
        Acte.ValiderFacture => "valider une facture",
        Acte.EmettreFacture => "émettre une facture",
        Acte.LireEquipe => "lire les équipes",
        Acte.TenirEquipe => "tenir une équipe",
        Acte.RattacherCompte => "rattacher un compte à un intervenant",
        Acte.AffecterIntervenant => "confier une mesure à un intervenant",
        Acte.LireRelais => "lire les passages de relais",
        Acte.PasserRelais => "prévoir un passage de relais",
        Acte.TenirRencontreDeRelais => "enregistrer une rencontre de relais",
        Acte.LireAFaire => "lire ce qui est à faire",
        Acte.Rechercher => "rechercher",
        Acte.LireJournal => "lire les journaux",
        Acte.VerifierJournal => "vérifier le sceau des journaux",
        Acte.LireAccesAuDossier => "lire qui a consulté un dossier",
        Acte.TenirMonCompte => "tenir son propre compte",
        Acte.TenirComptes => "tenir les comptes",
        Acte.RevoirComptes => "revoir les comptes",
        Acte.TenirProgrammes => "tenir les programmes",
        Acte.LireNotes => "lire les notes d'une mesure",
        Acte.EcrireNote => "écrire une note",
        Acte.LireSante => "lire l'information de santé",
        Acte.EcrireSante => "écrire l'information de santé",
        Acte.TenirQuotas => "fixer les quotas et lire les alertes",
        _ => throw new ArgumentOutOfRangeException(nameof(acte), acte, "Unplaced Acte."),
    };

    public static string Of(NatureCible nature) => nature switch
    {
        NatureCible.Referentiel => "référentiel",
        NatureCible.Dossier => "dossier d'une personne",
        NatureCible.Sante => "information de santé",
        NatureCible.NotePartagee => "note partagée",
        NatureCible.NotePropre => "note propre à un organisme",
        NatureCible.Seance => "séance de la commission",
        NatureCible.Registre => "registre d'un lot",
        NatureCible.Facture => "facture",
        NatureCible.Intervenant => "nom d'un intervenant",
        NatureCible.Equipe => "temps et absences d'une équipe",
        NatureCible.Relais => "passage de relais",
        NatureCible.Compte => "comptes",
        NatureCible.Rejeu => "réponse gardée d'une clé d'idempotence",
        NatureCible.Consultation => "consultation",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, "Unplaced NatureCible."),
    };
}
