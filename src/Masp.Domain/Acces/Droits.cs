namespace Masp.Domain.Acces;

/// <summary>
/// Which role may do what: the one table a jurist reads (R61). It says who may try; which records are seen is decided
/// by the policies of PostgreSQL and by the queries.
/// </summary>
public static class Droits
{
    private static readonly Role[] Tous = Enum.GetValues<Role>();
    private static readonly Role[] Safpm = [Role.Agent, Role.Decideur, Role.Comptable, Role.Integrateur];
    private static readonly Role[] Titulaire = [Role.ChefTitulaire, Role.Intervenant];
    private static readonly Role[] Personnes =
        [Role.Agent, Role.Decideur, Role.Comptable, Role.Administrateur, Role.ChefTitulaire, Role.Intervenant, Role.Referent, Role.Integrateur];

    /// <summary>The roles that may do it, never empty.</summary>
    public static IReadOnlyList<Role> RolesFor(Acte acte) => acte switch
    {
        Acte.Calculer => Tous,
        Acte.LireReferentiel => Personnes,
        Acte.ImporterCommunes => [Role.Agent, Role.Administrateur, Role.Integrateur],
        Acte.FixerBareme => [Role.Comptable, Role.Administrateur, Role.Integrateur],
        Acte.LireDemandes => [.. Safpm, Role.Referent],
        Acte.DeposerDemande => [Role.Agent, Role.Referent, Role.Integrateur],
        Acte.LireCommissions => Safpm,
        Acte.TenirCommission => [Role.Agent, Role.Decideur, Role.Integrateur],
        Acte.Decider => [Role.Decideur, Role.Integrateur],
        Acte.Attribuer => [Role.Agent, Role.Decideur, Role.Integrateur],
        Acte.AttribuerManuellement => [Role.Decideur, Role.Integrateur],
        Acte.LireTourDeRole => [.. Safpm, .. Titulaire],
        Acte.LireBonsDeCommande => [.. Safpm, .. Titulaire, Role.Referent],
        Acte.AccuserReception => [Role.Agent, Role.Integrateur, Role.ChefTitulaire],
        Acte.SignerContrat => [Role.Agent, Role.Integrateur, Role.ChefTitulaire, Role.Intervenant, Role.Referent],
        Acte.AbandonnerBonDeCommande => [Role.Agent, Role.Integrateur, Role.ChefTitulaire],
        Acte.AnnulerBonDeCommande => [Role.Agent, Role.Decideur, Role.Integrateur],
        Acte.ValiderForfait => [Role.Agent, Role.Comptable, Role.Integrateur],
        Acte.LireMesures => [.. Safpm, .. Titulaire, Role.Referent],
        Acte.LireFactures => [.. Safpm, Role.ChefTitulaire],
        Acte.PreparerFacture => [Role.Comptable, Role.Integrateur, Role.ChefTitulaire],
        Acte.ValiderFacture => [Role.Comptable, Role.Integrateur],
        Acte.EmettreFacture => [Role.Comptable, Role.Integrateur, Role.ChefTitulaire],
        Acte.LireAFaire => Personnes,
        Acte.Rechercher => Personnes,
        _ => throw new ArgumentOutOfRangeException(nameof(acte), acte, "Unplaced Acte."),
    };

    public static bool May(Role role, Acte acte) => RolesFor(acte).Contains(role);

    /// <summary>The acts of one role, in the order of <see cref="Acte"/>: what the screens show or leave out.</summary>
    public static IReadOnlyList<Acte> ActesOf(Role role) => [.. Enum.GetValues<Acte>().Where(a => May(role, a))];
}
