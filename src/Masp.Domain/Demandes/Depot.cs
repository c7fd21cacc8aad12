using NodaTime;

namespace Masp.Domain.Demandes;

/// <summary>What a ServiceReferent files (R5 to R7).</summary>
/// <param name="ARapprocher">The person may be somebody known: the SAFPM will say.</param>
public sealed record Depot(
    Guid Id,
    string DepartementCode,
    string Numero,
    Guid BeneficiaireId,
    Guid ServiceReferentId,
    string CommuneInsee,
    string LotCode,
    string? Adresse,
    LocalDate DeposeeLe,
    LocalDate AccordLe,
    Eligibilite Eligibilite,
    IReadOnlyCollection<string> Prestations,
    string? Motif,
    bool? GestionSouhaitee,
    int? DureeSouhaitee,
    bool ARapprocher = false);
