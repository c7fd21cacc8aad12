namespace Masp.Domain.Attributions;

/// <summary>What a line of the register records.</summary>
public enum NatureInscription
{
    /// <summary>Given in turn.</summary>
    Automatique,

    /// <summary>Given by choice, for a reason; it counts.</summary>
    Manuelle,

    /// <summary>A turn given back.</summary>
    Restitution,

    /// <summary>A Convention takes its place.</summary>
    Entree,

    /// <summary>A Convention leaves it.</summary>
    Sortie,
}

/// <summary>Why a choice was made by hand (R11).</summary>
public enum CategorieChoix
{
    MemeFoyer,
    MesureAnterieure,
    Autre,
}

/// <summary>Why a turn was given back (R11).</summary>
public enum RaisonRestitution
{
    Annulation,
    Abandon,
}

/// <summary>A net count at one moment.</summary>
public sealed record Compte(Guid ConventionId, Guid TitulaireId, int Valeur);

/// <summary>A place chosen, and the sentence that says why.</summary>
public sealed record Choix(Place Place, string Explication);

/// <summary>A line to write in the register: the counts before and after, and its sentence (R11).</summary>
/// <param name="Ordre">1..n over every line of the Lot, no gap, no repeat.</param>
/// <param name="Numero">1..n over the Attributions of the Lot, no gap, no repeat; null for other lines.</param>
/// <param name="Comptes">Every seated place after it.</param>
public sealed record Mouvement(
    int Ordre,
    int? Numero,
    NatureInscription Nature,
    Guid ConventionId,
    Guid TitulaireId,
    int CompteAvant,
    int CompteApres,
    IReadOnlyList<Compte> Comptes,
    string Explication);
