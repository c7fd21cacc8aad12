namespace Masp.Application.Journal;

/// <summary>What somebody gets to see.</summary>
public enum NatureAcces
{
    /// <summary>One record, opened.</summary>
    Dossier,

    /// <summary>Rows of many people: a list, a search.</summary>
    Liste,

    /// <summary>A document made from records, to be printed or kept.</summary>
    Document,

    /// <summary>Rows that leave the system.</summary>
    Export,

    /// <summary>Asked for and not given: another's record, another's role.</summary>
    Refus,
}

/// <summary>What a look is at.</summary>
public enum ObjetAcces
{
    Mesure,
    Demande,
    BonDeCommande,
    Beneficiaire,
    Commission,
    Facture,
    TourDeRole,
    Recherche,
    Journal,

    /// <summary>What holds no record of a person: only ever refused.</summary>
    Autre,
}

/// <summary>A look that a route declares (R61).</summary>
/// <param name="ObjetId">Null for what shows many.</param>
/// <param name="Filtres">Names of the fields that were filtered on, never what was looked for.</param>
public sealed record AccesDeclare(NatureAcces Nature, ObjetAcces Objet, Guid? ObjetId, string[] Filtres);
