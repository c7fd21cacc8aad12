using Masp.Domain.Attributions;

namespace Masp.Application.Attributions;

/// <summary>A measure given to a Titulaire, and why to that one (R11).</summary>
/// <param name="Numero">In the Lot's sequence: 1..n, no gap, no repeat.</param>
/// <param name="CompteAvant">Net count of the Titulaire before.</param>
public sealed record AttributionDto(
    BonEmisDto BonDeCommande,
    Guid DemandeId,
    string DemandeNumero,
    string Lot,
    int Numero,
    TitulaireRefDto Titulaire,
    NatureInscription Nature,
    int CompteAvant,
    int CompteApres,
    string Explication);

public sealed record BonEmisDto(Guid Id, string Numero);

public sealed record TitulaireRefDto(Guid Id, string Nom);
