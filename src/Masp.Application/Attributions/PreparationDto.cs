using Masp.Application.Commun;
using Masp.Domain.Attributions;
using Masp.Domain.Demandes;
using Masp.Domain.Echeances;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Attributions;

/// <summary>From the order to the signed Contrat: appointments, contents, authorisations and dated steps (R13 to R15).</summary>
/// <param name="Contenu">The usual clauses as long as nobody wrote it: see <paramref name="Ecrit"/>.</param>
/// <param name="Ecrit">Somebody wrote the contents.</param>
/// <param name="Prochain">The appointment that is taken and neither held nor missed.</param>
/// <param name="CopiesAttendues">To whom a copy is still to be sent; none before the signature.</param>
public sealed record PreparationDto(
    Guid BonDeCommandeId,
    bool AvecGestion,
    int DureeMois,
    LocalDate EmisLe,
    ContenuDto Contenu,
    bool Ecrit,
    IReadOnlyList<AutorisationDto> Autorisations,
    IReadOnlyList<RendezVousDto> RendezVous,
    RendezVousDto? Prochain,
    LocalDate? PreSigneLe,
    LocalDate? SigneLe,
    string? ScanNom,
    LocalDate? ScanLe,
    IReadOnlyList<CopieDto> Copies,
    IReadOnlyList<DestinataireDeCopie> CopiesAttendues,
    string Version) : IVersionne;

public sealed record ContenuDto(string Obligations, string Suivi, string Revision, IReadOnlyList<DepenseReglee> Depenses, string? AutresDepenses);

/// <param name="Prestation">Code of D271-2.</param>
public sealed record AutorisationDto(string Prestation, string Libelle, GroupePrestation Groupe, string? Motif);

public sealed record RendezVousDto(
    Guid Id, LocalDate Date, LocalTime? Heure, string Lieu, LocalDate PrisLe, EtatRendezVous Etat, CauseRetard? Cause, string? Commentaire)
{
    internal static RendezVousDto Of(RendezVous r) => new(r.Id, r.Date, r.Heure, r.Lieu, r.PrisLe, r.Etat, r.Cause, r.Commentaire);
}

public sealed record CopieDto(DestinataireDeCopie Destinataire, LocalDate EnvoyeeLe);

internal static class LecturePreparation
{
    /// <returns>What was prepared; an empty preparation as long as nobody began.</returns>
    public static async Task<PreparationDeContrat?> FindPreparationAsync(this IMaspDbContext db, Guid bonId, CancellationToken cancellationToken) =>
        await db.Preparations.FirstOrDefaultAsync(p => p.BonDeCommandeId == bonId, cancellationToken);

    public static PreparationDto ToDto(this PreparationDeContrat preparation, BonDeCommande bon)
    {
        var contenu = preparation.Contenu ?? ContenuDeContrat.Usuel;
        return new PreparationDto(
            bon.Id, bon.AvecGestion, bon.DureeMois, bon.EmisLe,
            new ContenuDto(contenu.Obligations, contenu.Suivi, contenu.Revision, contenu.Depenses, contenu.AutresDepenses),
            preparation.Contenu is not null,
            [.. preparation.Autorisations.Select(a => (a, Prestations.Find(a.Prestation)!)).OrderBy(p => p.a.Prestation, StringComparer.Ordinal)
                .Select(p => new AutorisationDto(p.a.Prestation, p.Item2.Libelle, p.Item2.Groupe, p.a.Motif))],
            [.. preparation.RendezVous.OrderByDescending(r => r.Date).ThenByDescending(r => r.Id).Select(RendezVousDto.Of)],
            preparation.Prochain is { } prochain ? RendezVousDto.Of(prochain) : null,
            preparation.PreSigneLe,
            bon.SigneLe,
            preparation.ScanNom,
            preparation.ScanLe,
            [.. preparation.Copies.OrderBy(c => c.Destinataire).Select(c => new CopieDto(c.Destinataire, c.EnvoyeeLe))],
            [.. preparation.ExpectedCopies(bon)],
            preparation.ETag());
    }
}
