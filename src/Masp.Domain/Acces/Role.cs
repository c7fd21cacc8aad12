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

    /// <summary>Social worker at a Titulaire: the measures of which one is in charge, and between two dates those of the colleague one stands in for.</summary>
    Intervenant,

    /// <summary>Social worker of a ServiceReferent.</summary>
    Referent,

    /// <summary>A program acting as the SAFPM, within its scopes.</summary>
    Integrateur,

    /// <summary>A program that only fetches exports.</summary>
    Exports,

    /// <summary>Scores the Candidatures of a Consultation (R59); no file of a person.</summary>
    Evaluateur,

    /// <summary>Reads everything and changes nothing, between two dates (R61).</summary>
    Auditeur,

    /// <summary>The person: reads their own file (R61).</summary>
    Beneficiaire,
}
