using Masp.Application.Commun;
using Masp.Application.Mesures;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Facturation;

/// <summary>A Facture or an Avoir, without its detailed statement.</summary>
/// <param name="Numero">Null until issued.</param>
public sealed record FactureDto(
    Guid Id,
    string? Numero,
    NatureFacture Nature,
    EtatFacture Etat,
    RefDto Titulaire,
    string Siret,
    string Adresse,
    string Iban,
    string Lot,
    string Trimestre,
    IReadOnlyList<LigneDto> Lignes,
    Money Total,
    int MoisDus,
    int MoisNonDus,
    LocalDate PrepareeLe,
    LocalDate? ValideeLe,
    LocalDate? EmiseLe,
    Guid? AvoirDe,
    string? Motif,
    string Version) : IVersionne;

public sealed record LigneDto(NatureLigne Nature, int Quantite, Money PrixUnitaire, Money Montant, string? Bareme);

/// <summary>One row of a detailed statement: measure numbers only, no name (R40).</summary>
/// <param name="MesureId">The Mesure that the row pays for; null for a forfait.</param>
/// <param name="BonDeCommandeId">The BonDeCommande of a forfait; null otherwise.</param>
/// <param name="Quantite">1 paid, 0 not due, -1 taken back.</param>
/// <param name="Motif">Why it is due or not.</param>
public sealed record DetailDto(
    NatureDetail Nature,
    string Reference,
    Guid? MesureId,
    Guid? BonDeCommandeId,
    int? MoisNumero,
    LocalDate Debut,
    LocalDate Fin,
    TypeMesure? Type,
    int Quantite,
    Money PrixUnitaire,
    Money Montant,
    string Motif);

internal static class LectureFacture
{
    public static Error Introuvable => Refus.Introuvable("facture", "Cette facture n'existe pas, ou ne vous est pas visible.");

    public static Error DejaPreparee => Error.Conflict("facture.deja-preparee", "La facture de ce titulaire, de ce lot et de ce trimestre existe déjà.");

    /// <summary>Whether one is prepared or issued, and not taken back by an Avoir: then no other may be (R40).</summary>
    public static Task<bool> FactureExistsAsync(this IMaspDbContext db, Guid titulaireId, string lot, Trimestre trimestre, CancellationToken cancellationToken) =>
        db.Factures.AnyAsync(
            f => f.TitulaireId == titulaireId && f.LotCode == lot && f.Trimestre == trimestre && f.Nature == NatureFacture.Facture && f.Etat != EtatFacture.Creditee,
            cancellationToken);

    /// <returns>Refused with <c>facture.introuvable</c>.</returns>
    public static async Task<Result<FactureDto>> ReadFactureAsync(this IMaspDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var facture = await db.Factures.FirstOrDefaultAsync(f => f.Id == id, cancellationToken);
        if (facture is null)
            return Introuvable;
        var titulaire = await db.Titulaires.AsNoTracking().FirstAsync(t => t.Id == facture.TitulaireId, cancellationToken);
        var baremes = await db.Baremes.AsNoTracking().ToDictionaryAsync(b => b.Id, b => b.Reference, cancellationToken);
        return new FactureDto(
            facture.Id, facture.Numero, facture.Nature, facture.Etat, new RefDto(titulaire.Id, titulaire.Nom), titulaire.Siret, titulaire.Adresse, titulaire.Iban,
            facture.LotCode, facture.Trimestre.ToString(),
            Lines(facture.Lignes, baremes),
            facture.Total,
            facture.Details.Count(d => d.Quantite > 0 && d.Nature != NatureDetail.Forfait),
            facture.Details.Count(d => d.Quantite == 0),
            facture.PrepareeLe, facture.ValideeLe, facture.EmiseLe, facture.AvoirDe, facture.Motif, facture.ETag());
    }

    public static IReadOnlyList<LigneDto> Lines(IEnumerable<LigneFacture> lignes, Dictionary<Guid, string> baremes) =>
        [.. lignes.OrderBy(l => l.Ordre).Select(l => new LigneDto(l.Nature, l.Quantite, l.PrixUnitaire, l.Montant, baremes.GetValueOrDefault(l.BaremeId)))];
}
