using Masp.Application.Commun;
using Masp.Application.Facturation;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Avenants;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Mesures.Avenants;

/// <summary>What a change of a Mesure would do, before anybody signs it.</summary>
/// <param name="Refus">The rule that refuses it, with its code; null when none does.</param>
/// <param name="MoisAvant">Contracted over every contract of the person, begun months counted whole (R3).</param>
/// <param name="Mois">Those that change, in order.</param>
/// <param name="Bilans">Those that move.</param>
/// <param name="Avertissements">What is allowed and worth a second look.</param>
public sealed record ConsequencesDto(
    RefusDto? Refus,
    LocalDate FinAvant,
    LocalDate FinApres,
    int MoisAvant,
    int MoisApres,
    int MoisMax,
    Money TotalAvant,
    Money TotalApres,
    IReadOnlyList<MoisCompareDto> Mois,
    IReadOnlyList<BilanCompareDto> Bilans,
    IReadOnlyList<string> Avertissements);

public sealed record RefusDto(string Code, string Message);

/// <param name="Facture">« préparée » or its number, when the month is on one already: the next one puts it right (R41).</param>
public sealed record MoisCompareDto(int Numero, LocalDate Debut, LocalDate Fin, MoisEtatDto? Avant, MoisEtatDto? Apres, string? Facture);

public sealed record MoisEtatDto(TypeMesure Type, bool Du, Money Montant, string Motif);

/// <param name="Mois">6, 12, 18…; null for the final Bilan.</param>
public sealed record BilanCompareDto(int? Mois, LocalDate? Avant, LocalDate? Apres);

/// <summary>Compares a Mesure with a copy of itself that was changed by the very act that will change it; nothing is written.</summary>
internal sealed class CalculDesConsequences(IMaspDbContext db, LectureDirecte lecture, MesureTenue tenue, Horloge horloge, Identifiants identifiants)
{
    private const string MoisFactures =
        """
        select d.contrat_id, d.mois_numero, coalesce(f.numero, 'préparée')
        from masp.lignes_detaillees d join masp.factures f on f.departement_code = d.departement_code and f.id = d.facture_id
        where d.departement_code = masp.departement() and d.contrat_id = any ($1) and d.retenue
        """;

    /// <param name="mesureId">Seen by the caller.</param>
    /// <param name="change">What is done to the copy; its refusal when a rule refuses.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>Refused with <c>mesure.introuvable</c>, or when the months cannot be priced.</returns>
    public async Task<Result<ConsequencesDto>> CompareAsync(Guid mesureId, Func<Mesure, Amendement, Error?> change, CancellationToken cancellationToken)
    {
        var avant = await db.Mesures.AsNoTracking().FirstOrDefaultAsync(m => m.Id == mesureId, cancellationToken);
        if (avant is null)
            return GetMesureHandler.Introuvable;
        var apres = await db.Mesures.AsNoTracking().FirstAsync(m => m.Id == mesureId, cancellationToken);
        var amendement = await AmendementAsync(avant, cancellationToken);
        var refus = change(apres, amendement);
        var gels = await db.GelsAsync(cancellationToken);
        var reglements = await db.ReglementsAsync(cancellationToken);
        var tarification = new Tarification(
            await db.ZonageAsync(cancellationToken), await db.PrixAsync(cancellationToken), reglements.On, c => gels.TryGetValue(c, out var gel) ? gel : null);
        var compared = Consequences.Of(avant, refus is null ? apres : avant, amendement.Anterieurs, tarification);
        if (!compared.IsSuccess)
            return compared.Error;
        return Answer(compared.Value, refus, amendement, apres, await FacturesAsync(avant, cancellationToken));
    }

    /// <summary>The rules of today for an Avenant signed today.</summary>
    public async Task<Amendement> AmendementAsync(Mesure mesure, CancellationToken cancellationToken)
    {
        var reglements = await db.ReglementsAsync(cancellationToken);
        var today = horloge.Aujourdhui;
        return new Amendement(
            identifiants.Next(), today, await tenue.AnterieursOfAsync(mesure, cancellationToken), reglements.On(today), debut => reglements.On(debut).ModeMoisMesure, today);
    }

    private static ConsequencesDto Answer(
        Consequences c, Error? refus, Amendement amendement, Mesure apres, Dictionary<(Guid, int), string> factures)
    {
        var mois = c.Mois.Select(m => new MoisCompareDto(
            m.Numero, (m.Apres ?? m.Avant)!.Debut, (m.Apres ?? m.Avant)!.Fin, Etat(m.Avant), Etat(m.Apres), factures.GetValueOrDefault((m.ContratId, m.Numero)))).ToList();
        return new ConsequencesDto(
            refus is null ? null : new RefusDto(refus.Code, refus.Message), c.FinAvant, c.FinApres, c.ChaineAvant.MoisEntames, c.ChaineApres.MoisEntames,
            amendement.Parametres.DureeTotaleMaxMois, c.TotalAvant, c.TotalApres, mois, [.. c.Bilans.Select(b => new BilanCompareDto(b.Mois, b.Avant, b.Apres))],
            [.. Warnings(mois, apres, amendement, refus is null)]);
    }

    private static IEnumerable<string> Warnings(IReadOnlyList<MoisCompareDto> mois, Mesure apres, Amendement amendement, bool allowed)
    {
        var factures = mois.Count(m => m.Facture is not null);
        if (factures > 0)
            yield return $"{Francais.Compte(factures, "mois déjà facturé", "mois déjà facturés")} : une ligne de la facture suivante corrige (R41).";
        if (allowed && apres.Suspensions.Any(s => s.Id == amendement.Id && s.Debut.PlusMonths(amendement.Parametres.SuspensionMaxMois) <= s.Fin))
            yield return $"La suspension dépasse {amendement.Parametres.SuspensionMaxMois} mois (R21).";
    }

    private static MoisEtatDto? Etat(MoisMesure? mois) => mois is null ? null : new MoisEtatDto(mois.Type, mois.Du, mois.Montant, mois.Motif);

    private async Task<Dictionary<(Guid, int), string>> FacturesAsync(Mesure mesure, CancellationToken cancellationToken)
    {
        var rows = await lecture.ListAsync(
            reader => (Cle: (reader.GetGuid(0), reader.GetInt32(1)), Facture: reader.GetString(2)),
            LectureDirecte.Command(MoisFactures, LectureDirecte.Value(mesure.Contrats.Select(c => c.Id).ToArray())),
            cancellationToken);
        return rows.ToDictionary(r => r.Cle, r => r.Facture);
    }
}
