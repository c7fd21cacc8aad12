namespace Masp.Domain.Echeances;

/// <summary>Every deadline of the table of art. 5 and of the rules.</summary>
public enum NatureEcheance
{
    /// <summary>R12.</summary>
    Reception,

    /// <summary>R13.</summary>
    PremiereRencontre,

    /// <summary>R17.</summary>
    ProjetIntervention,

    /// <summary>R18, one for each window of mois-mesure.</summary>
    Rencontres,

    /// <summary>R19.</summary>
    BilanEtape,

    /// <summary>R20, one for each contract.</summary>
    BilanFinal,

    /// <summary>R31, one for each month with gestion.</summary>
    Releve,

    /// <summary>R33, at the end of a Mesure with gestion.</summary>
    EtatDesOperations,

    /// <summary>R33, on the decision that ends it.</summary>
    ComptesDeGestion,

    /// <summary>R47, of a Titulaire, a Lot and a quarter.</summary>
    RapportTrimestriel,

    /// <summary>R48, of a Titulaire and a year.</summary>
    StatistiquesAnnuelles,

    /// <summary>R48, of the département and a year: what the State asks of it.</summary>
    StatistiquesEtat,
}

public enum EtatEcheance
{
    Ouverte,
    Tenue,
    TenueEnRetard,

    /// <summary>Its time is over and it can no longer be met.</summary>
    NonTenue,

    /// <summary>What it was about will not happen.</summary>
    SansObjet,
}

/// <summary>Who has to act; which Titulaire and which worker follow from who serves the Mesure that day (R24, R26).</summary>
public enum Responsable
{
    Titulaire,
    Intervenant,
    ServiceReferent,
    Safpm,
}
