using Masp.Application.Commun;
using Masp.Application.Mesures;
using Masp.Domain.Beneficiaires;
using NodaTime;

namespace Masp.Application.Beneficiaires;

/// <summary>A person, and where their file stands (R63).</summary>
/// <param name="ArchiveLe">Null while the file is active.</param>
/// <param name="Conservation">Null when nothing was ever recorded of them.</param>
/// <param name="Visa">Of the archives, for this archiving.</param>
public sealed record FicheDto(
    Guid Id,
    string Nom,
    string Prenom,
    LocalDate DateNaissance,
    Civilite? Civilite,
    LocalDate? ArchiveLe,
    ConservationDto? Conservation,
    VisaDto? Visa,
    IReadOnlyList<RectificationDto> Rectifications,
    IReadOnlyList<ArchivageDto> Archivages,
    IReadOnlyList<RefDto> Demandes,
    IReadOnlyList<RefDto> Mesures,
    string Version) : IVersionne;

/// <param name="Echue">To be archived.</param>
/// <param name="ActifJusquau">Included.</param>
public sealed record ConservationDto(bool Echue, LocalDate DernierContact, NatureContact Nature, LocalDate ActifJusquau, string Explication);

public sealed record VisaDto(string Reference, LocalDate Date, string Service, string? Document, LocalDate EnregistreLe, Guid UtilisateurId);

public sealed record RectificationDto(LocalDate Date, Identite Avant, Identite Apres, string Motif);

/// <param name="Nature"><c>Archivage</c> or <c>Reprise</c>.</param>
public sealed record ArchivageDto(NatureArchivage Nature, LocalDate Date, string Explication);

public enum NatureArchivage
{
    Archivage,

    /// <summary>A new Demande brought the file back.</summary>
    Reprise,
}
