using NodaTime;

namespace Masp.Domain.Attributions;

/// <summary>What the Titulaire pays on behalf of the person (art. 4, R30: rent and charges come first).</summary>
public enum DepenseReglee
{
    Loyer,
    Charges,
    Energie,
    Assurance,
    Telephonie,
    Dettes,
    Autre,
}

/// <summary>What a Contrat says besides its length and nature, which the order fixes (R14, art. 4).</summary>
/// <param name="Obligations">Of the person, the Titulaire and the département.</param>
/// <param name="Suivi">What the département asks of the follow-up.</param>
/// <param name="Revision">How it is revised, renewed or released.</param>
/// <param name="Depenses">Paid by the Titulaire; none without gestion.</param>
/// <param name="AutresDepenses">Said when <see cref="DepenseReglee.Autre"/> is among them.</param>
public sealed record ContenuDeContrat(string Obligations, string Suivi, string Revision, IReadOnlyList<DepenseReglee> Depenses, string? AutresDepenses)
{
    /// <summary>The clauses that are usual, to begin from.</summary>
    public static ContenuDeContrat Usuel { get; } = new(
        "La personne reçoit l'intervenant, participe aux démarches et l'informe de tout changement. Le titulaire l'accompagne, respecte la confidentialité et rend compte de ce qu'il fait pour elle.",
        "Huit rencontres au moins pendant les trois premiers mois, puis deux par mois. Un projet d'intervention est établi ensemble et annexé au contrat.",
        "Le contrat se modifie par avenant signé de la personne. Il se renouvelle une fois, après un bilan final et une décision expresse. Il prend fin à son terme, ou avant par décision du département.",
        [],
        null);
}

/// <summary>Leave given by the person to manage one Prestation (R6, R15).</summary>
public sealed class AutorisationDeGestion
{
    private AutorisationDeGestion()
    {
    }

    internal AutorisationDeGestion(string prestation, string? motif)
    {
        Prestation = prestation;
        Motif = motif;
    }

    /// <summary>Code of D271-2.</summary>
    public string Prestation { get; private set; } = string.Empty;

    /// <summary>Why a Prestation of group B is managed (R271-3).</summary>
    public string? Motif { get; private set; }
}

/// <summary>To whom a copy of the signed Contrat goes (R14).</summary>
public enum DestinataireDeCopie
{
    Personne,
    ServiceReferent,
    Safpm,
    Titulaire,

    /// <summary>The bodies that pay the Prestations: with gestion only.</summary>
    Payeurs,

    /// <summary>With gestion only.</summary>
    Banque,
}

/// <summary>A copy sent, with its day.</summary>
public sealed class CopieDeContrat
{
    private CopieDeContrat()
    {
    }

    internal CopieDeContrat(DestinataireDeCopie destinataire, LocalDate envoyeeLe)
    {
        Destinataire = destinataire;
        EnvoyeeLe = envoyeeLe;
    }

    public DestinataireDeCopie Destinataire { get; private set; }

    public LocalDate EnvoyeeLe { get; private set; }
}
