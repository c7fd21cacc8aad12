namespace Masp.Domain.Acces;

/// <summary>What a signed-in person or program is, in one Departement. One role each.</summary>
public enum Role
{
    /// <summary>SAFPM: files, prepares sessions, allocates, follows.</summary>
    Agent,

    /// <summary>SAFPM: decides after the Avis (R9).</summary>
    Decideur,

    /// <summary>SAFPM: validates and issues the Factures (R42).</summary>
    Comptable,

    /// <summary>Accounts, territory, rule sets; no file of a person.</summary>
    Administrateur,

    /// <summary>Manager at a Titulaire.</summary>
    ChefTitulaire,

    /// <summary>Social worker at a Titulaire.</summary>
    Intervenant,

    /// <summary>Social worker of a ServiceReferent.</summary>
    Referent,

    /// <summary>A program acting as the SAFPM, within its scopes.</summary>
    Integrateur,

    /// <summary>A program that only fetches exports.</summary>
    Exports,
}

/// <summary>Who acts, on behalf of which body. PostgreSQL is told the same facts at the start of each unit of work.</summary>
/// <param name="TitulaireId">Set for the two roles of a Titulaire, and only for them.</param>
/// <param name="ServiceReferentId">Set for a Referent, and only for one.</param>
public sealed record Acteur(string DepartementCode, Guid UtilisateurId, Role Role, Guid? TitulaireId = null, Guid? ServiceReferentId = null)
{
    /// <summary>The département's own service: it sees every file of its Departement.</summary>
    public bool IsSafpm => Role is Role.Agent or Role.Decideur or Role.Comptable or Role.Integrateur;
}
