using Masp.Application.Commun;
using Masp.Application.Mesures;
using Masp.Domain.Commun;
using Masp.Domain.Titulaires;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Titulaires;

/// <summary>A worker, whole (R25, R26).</summary>
/// <param name="Nom">First name, then family name.</param>
/// <param name="CompteId">The account that signs in as this worker; null when there is none.</param>
public sealed record IntervenantDto(
    Guid Id,
    RefDto Titulaire,
    string Nom,
    Diplome Diplome,
    bool EstChef,
    RefDto? Chef,
    LocalDate Entree,
    LocalDate? Sortie,
    Guid? CompteId,
    IReadOnlyList<QuotiteDto> Quotites,
    IReadOnlyList<AbsenceDto> Absences,
    string Version) : IVersionne;

/// <param name="Fin">Last day, included; null when open-ended.</param>
/// <param name="Etp">Share of a full time.</param>
public sealed record QuotiteDto(LocalDate Debut, LocalDate? Fin, decimal Etp);

/// <summary>Both days included.</summary>
public sealed record AbsenceDto(Guid Id, LocalDate Debut, LocalDate Fin, RefDto Remplacant);

internal static class LectureIntervenant
{
    public static Error Introuvable => Refus.Introuvable("intervenant", "Cet intervenant n'existe pas, ou ne vous est pas visible.");

    public static string NomOf(Intervenant intervenant) => $"{intervenant.Prenom} {intervenant.Nom}";

    /// <returns>Refused with <c>intervenant.introuvable</c>.</returns>
    public static async Task<Result<IntervenantDto>> ReadIntervenantAsync(this IMaspDbContext db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.Intervenants.FirstOrDefaultAsync(i => i.Id == id, cancellationToken) is not { } intervenant)
            return Introuvable;
        var titulaire = await db.Titulaires.AsNoTracking().Where(t => t.Id == intervenant.TitulaireId).Select(t => t.Nom).FirstAsync(cancellationToken);
        var named = intervenant.Absences.Select(a => (Guid?)a.RemplacantId).Append(intervenant.ChefId).ToList();
        var names = await db.Intervenants.AsNoTracking().Where(i => named.Contains(i.Id)).ToDictionaryAsync(i => i.Id, NomOf, cancellationToken);
        return new IntervenantDto(
            intervenant.Id, new RefDto(intervenant.TitulaireId, titulaire), NomOf(intervenant), intervenant.Diplome, intervenant.EstChef,
            intervenant.ChefId is { } chef ? new RefDto(chef, names[chef]) : null,
            intervenant.Entree, intervenant.Sortie, intervenant.UtilisateurId,
            [.. intervenant.Quotites.OrderBy(q => q.Debut).Select(q => new QuotiteDto(q.Debut, q.Fin, q.Etp))],
            [.. intervenant.Absences.OrderByDescending(a => a.Debut).Select(a => new AbsenceDto(a.Id, a.Debut, a.Fin, new RefDto(a.RemplacantId, names[a.RemplacantId])))],
            intervenant.ETag());
    }
}
