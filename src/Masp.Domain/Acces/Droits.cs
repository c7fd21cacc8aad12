using NodaTime;

namespace Masp.Domain.Acces;

/// <summary>
/// Which role may do what, to which record, on which day (R61, R62): what a jurist reads. Whoever asks is answered with the rule that
/// lets or refuses; the routes, the queries and the policies of PostgreSQL are translations of it.
/// </summary>
public static partial class Droits
{
    private static readonly Role[] Tous = Enum.GetValues<Role>();
    private static readonly Role[] Safpm = [Role.Agent, Role.Decideur, Role.Comptable, Role.Integrateur];
    private static readonly Role[] Titulaire = [Role.ChefTitulaire, Role.Intervenant];
    private static readonly Role[] Connectes = [.. Tous.Except([Role.Exports])];

    /// <summary>The roles that may do it, never empty.</summary>
    public static IReadOnlyList<Role> RolesFor(Acte acte) => acte switch
    {
        Acte.Calculer => Tous,
        Acte.LireReferentiel => Connectes,
        Acte.ImporterCommunes => [Role.Agent, Role.Administrateur, Role.Integrateur],
        Acte.FixerBareme => [Role.Comptable, Role.Administrateur, Role.Integrateur],
        Acte.LireDemandes => [.. Safpm, Role.Referent, Role.Auditeur, Role.Beneficiaire],
        Acte.DeposerDemande => [Role.Agent, Role.Referent, Role.Integrateur],
        Acte.LireBeneficiaires => Safpm,
        Acte.TrancherRapprochement => [Role.Agent, Role.Decideur, Role.Integrateur],
        Acte.LireCommissions => [.. Safpm, Role.Auditeur],
        Acte.TenirCommission => [Role.Agent, Role.Decideur, Role.Integrateur],
        Acte.Decider => [Role.Decideur, Role.Integrateur],
        Acte.NotifierDecision => [Role.Agent, Role.Decideur, Role.Integrateur],
        Acte.Attribuer => [Role.Agent, Role.Decideur, Role.Integrateur],
        Acte.AttribuerManuellement => [Role.Decideur, Role.Integrateur],
        Acte.LireTourDeRole => [.. Safpm, .. Titulaire, Role.Auditeur],
        Acte.LireBonsDeCommande => [.. Safpm, .. Titulaire, Role.Referent, Role.Auditeur],
        Acte.AccuserReception => [Role.Agent, Role.Integrateur, Role.ChefTitulaire],
        Acte.PrendreRendezVous => [Role.Agent, Role.Integrateur, Role.Referent],
        Acte.PreparerContrat => [Role.Agent, Role.Decideur, Role.Integrateur],
        Acte.SignerContrat => [Role.Agent, Role.Integrateur, Role.ChefTitulaire, Role.Intervenant, Role.Referent],
        Acte.AbandonnerBonDeCommande => [Role.Agent, Role.Integrateur, Role.ChefTitulaire],
        Acte.AnnulerBonDeCommande => [Role.Agent, Role.Decideur, Role.Integrateur],
        Acte.ValiderForfait => [Role.Agent, Role.Comptable, Role.Integrateur],
        Acte.LireMesures => [.. Safpm, .. Titulaire, Role.Referent, Role.Auditeur, Role.Beneficiaire],
        Acte.LireEcheances => [.. Safpm, .. Titulaire, Role.Referent, Role.Auditeur],
        Acte.MotiverRetard => [Role.Agent, Role.Decideur, Role.Integrateur, .. Titulaire, Role.Referent],
        Acte.DecalerEcheance => [Role.Agent, Role.Decideur, Role.Integrateur],
        Acte.ConstaterEcheance => [Role.Agent, Role.Comptable, Role.Integrateur],
        Acte.LireFactures => [.. Safpm, Role.ChefTitulaire, Role.Auditeur],
        Acte.PreparerFacture => [Role.Comptable, Role.Integrateur, Role.ChefTitulaire],
        Acte.ValiderFacture => [Role.Comptable, Role.Integrateur],
        Acte.EmettreFacture => [Role.Comptable, Role.Integrateur, Role.ChefTitulaire],
        Acte.LireEquipe => [.. Safpm, .. Titulaire, Role.Administrateur, Role.Auditeur],
        Acte.TenirEquipe => [Role.Agent, Role.Integrateur, Role.ChefTitulaire],
        Acte.RattacherCompte => [Role.Agent, Role.Integrateur, Role.ChefTitulaire, Role.Administrateur],
        Acte.AffecterIntervenant => [Role.Agent, Role.Integrateur, Role.ChefTitulaire],
        Acte.LireRelais => [.. Safpm, Role.ChefTitulaire, Role.Auditeur],
        Acte.PasserRelais => [Role.Agent, Role.Decideur, Role.Integrateur],
        Acte.TenirRencontreDeRelais => [Role.Agent, Role.Integrateur, Role.ChefTitulaire],
        Acte.EnregistrerRencontre => [Role.Integrateur, .. Titulaire],
        Acte.EcrireProjet => [Role.Integrateur, Role.ChefTitulaire, Role.Intervenant],
        Acte.TransmettreBilan => [Role.Integrateur, Role.ChefTitulaire, Role.Intervenant],
        Acte.LireBilans => [.. Safpm, .. Titulaire, Role.Referent, Role.Auditeur],
        Acte.DonnerAvisReferent => [Role.Agent, Role.Integrateur, Role.Referent],
        Acte.RenouvelerMesure => [Role.Agent, Role.Integrateur, Role.ChefTitulaire, Role.Referent],
        Acte.ProposerFin => [Role.Agent, Role.Integrateur, Role.ChefTitulaire, Role.Intervenant, Role.Referent],
        Acte.CloreMesure => [Role.Agent, Role.Decideur, Role.Integrateur],
        Acte.DeclarerDemenagement => [Role.Agent, Role.Integrateur, Role.ChefTitulaire, Role.Intervenant, Role.Referent],
        Acte.ProposerAvenant => [Role.Integrateur, Role.ChefTitulaire, Role.Intervenant],
        Acte.PreparerAvenant => [Role.Agent, Role.Decideur, Role.Integrateur],
        Acte.SignerAvenant => [Role.Agent, Role.Integrateur, Role.ChefTitulaire, Role.Intervenant],
        Acte.LireAFaire => Connectes,
        Acte.Rechercher => [.. Connectes.Except([Role.Beneficiaire])],
        Acte.LireJournal => [.. Safpm, Role.Auditeur],
        Acte.VerifierJournal => [Role.Administrateur, Role.Auditeur],
        Acte.LireAccesAuDossier => [.. Safpm, Role.Auditeur, Role.Beneficiaire],
        Acte.TenirMonCompte => [.. Connectes.Except([Role.Integrateur])],
        Acte.TenirComptes => [Role.Administrateur, Role.ChefTitulaire],
        Acte.RevoirComptes => [Role.Administrateur],
        Acte.InviterBeneficiaire => [Role.Agent, Role.Decideur],
        Acte.TenirProgrammes => [Role.Administrateur],
        Acte.LireNotes => [Role.Agent, Role.Decideur, .. Titulaire, Role.Referent, Role.Auditeur, Role.Beneficiaire],
        Acte.EcrireNote => [Role.Agent, Role.Decideur, .. Titulaire, Role.Referent],
        Acte.LireSante => [Role.Agent, Role.Decideur, .. Titulaire, Role.Beneficiaire],
        Acte.EcrireSante => [Role.Agent, .. Titulaire],
        Acte.TenirQuotas => [Role.Administrateur],
        Acte.LireBeneficiaire => [.. Safpm, Role.Auditeur],
        Acte.ExporterDossier => [Role.Agent, Role.Decideur, Role.Beneficiaire],
        Acte.RectifierIdentite => [Role.Agent, Role.Decideur],
        Acte.Archiver => [Role.Agent, Role.Decideur],
        Acte.EnregistrerVisa => [Role.Agent, Role.Decideur],
        Acte.EffacerDossier => [Role.Decideur],
        _ => throw new ArgumentOutOfRangeException(nameof(acte), acte, "Unplaced Acte."),
    };

    public static bool May(Role role, Acte acte) => RolesFor(acte).Contains(role);

    /// <summary>Whether the caller may do it at all that day, to whatever record.</summary>
    public static Verdict May(Acteur acteur, Acte acte, LocalDate aujourdhui)
    {
        if (!May(acteur.Role, acte))
            return Verdict.Interdire($"Le rôle « {Mots.Of(acteur.Role)} » ne permet pas de {Mots.Of(acte)}.");
        return acteur.IsValidOn(aujourdhui)
            ? Verdict.Admettre($"Le rôle « {Mots.Of(acteur.Role)} » permet de {Mots.Of(acte)}.")
            : Verdict.Interdire("Ce compte ne vaut pas ce jour-là.");
    }

    /// <summary>Whether the caller may do it to this record. A record that may not be seen is not told apart from one that is not there.</summary>
    public static Verdict May(Acteur acteur, Acte acte, Cible cible, LocalDate aujourdhui)
    {
        var role = May(acteur, acte, aujourdhui);
        if (!role.Admis)
            return role;
        var regard = Sees(acteur, cible, aujourdhui);
        if (!regard.Admis || !Writes(acte) || acteur.TitulaireId is not { } titulaire || cible.Nature is not (NatureCible.Dossier or NatureCible.Sante))
            return regard;
        return cible.Titulaires.Any(t => t.TitulaireId == titulaire && t.Jours.Contains(aujourdhui))
            ? regard
            : Verdict.Interdire("R24 : l'ancien titulaire n'écrit plus rien après le passage de relais.");
    }

    /// <summary>False for what only looks or computes, and for one's own account, which is no record of the trade; an act that nobody placed here is taken for one that writes.</summary>
    public static bool Writes(Acte acte) => acte is not (
        Acte.Calculer or Acte.LireReferentiel or Acte.LireDemandes or Acte.LireBeneficiaires or Acte.LireCommissions or Acte.LireTourDeRole
        or Acte.LireBonsDeCommande or Acte.LireMesures or Acte.LireEcheances or Acte.LireFactures or Acte.LireAFaire or Acte.Rechercher
        or Acte.LireJournal or Acte.VerifierJournal or Acte.LireAccesAuDossier or Acte.TenirMonCompte or Acte.LireNotes or Acte.LireSante
        or Acte.LireEquipe or Acte.LireRelais or Acte.LireBeneficiaire or Acte.ExporterDossier or Acte.LireBilans);

    /// <summary>The acts of one role, in the order of <see cref="Acte"/>: what the screens show or leave out.</summary>
    public static IReadOnlyList<Acte> ActesOf(Role role) => [.. Enum.GetValues<Acte>().Where(a => May(role, a))];
}
