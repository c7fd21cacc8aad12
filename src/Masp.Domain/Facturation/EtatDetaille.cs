using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Facturation;

/// <summary>One contract, as the detailed statement needs it.</summary>
/// <param name="RevisionDepuis">Set when an act recorded late changed months of earlier quarters: those that end before it stand as computed (R60).</param>
/// <param name="Tenue">The days on which the Titulaire of the statement served it (R24): a mois-mesure is paid to who served its first day. All when null.</param>
public sealed record ContratDuTrimestre(Guid ContratId, string MesureNumero, ContratAFacturer Contrat, LocalDate? RevisionDepuis, Periode? Tenue = null)
{
    internal bool IsServedOn(LocalDate date) => Tenue?.Contains(date) ?? true;
}

/// <summary>A mois-mesure that an earlier Facture holds.</summary>
public sealed record MoisFacture(Guid ContratId, int MoisNumero, Guid FactureId, TypeMesure Type, Money PrixUnitaire, Money Montant, Guid BaremeId, LocalDate Debut, LocalDate Fin);

/// <summary>A validated forfait that no Facture holds yet (R16).</summary>
public sealed record ForfaitAFacturer(Guid BonDeCommandeId, string Numero, LocalDate AbandonneLe);

/// <summary>
/// The detailed statement of one Titulaire, Lot and quarter, generated from contracts, suspensions and ends (R42). Pure: the
/// same rows give the same statement.
/// </summary>
public sealed class EtatDetaille(IReadOnlyList<Prix> prix, ModeMoisMesure mode, int joursSeuil, Trimestre trimestre)
{
    /// <summary>The rows of one contract: its months of the quarter, then what late acts changed in earlier ones.</summary>
    /// <param name="contrat">Running in the quarter, or revised.</param>
    /// <param name="factures">Mois-mesure of this contract already held by a Facture, any quarter.</param>
    /// <returns>Refused as <see cref="CalculTarif"/> refuses a contract that cannot be priced.</returns>
    public Result<IReadOnlyList<DetailAFacturer>> Rows(ContratDuTrimestre contrat, IReadOnlyList<MoisFacture> factures)
    {
        var priced = contrat.RevisionDepuis is null
            ? CalculTarif.MonthsOfQuarter(contrat.Contrat, prix, mode, joursSeuil, trimestre)
            : CalculTarif.Months(contrat.Contrat, prix, mode, joursSeuil);
        return priced.Map(months => Compare(contrat, months, factures));
    }

    /// <summary>The row of a forfait, at the price of the day of the abandon (R16, R35).</summary>
    /// <returns>Refused with <c>bareme.absent</c>.</returns>
    public Result<DetailAFacturer> Row(ForfaitAFacturer forfait)
    {
        if (prix.LastOrDefault(p => p.Debut <= forfait.AbandonneLe) is not { } bareme)
            return Error.Conflict("bareme.absent", $"Aucun barème n'est en vigueur le {Francais.Date(forfait.AbandonneLe)}.");
        return new DetailAFacturer(
            NatureDetail.Forfait, forfait.Numero, null, forfait.BonDeCommandeId, null, forfait.AbandonneLe, forfait.AbandonneLe, null, 1,
            bareme.Forfait, bareme.Forfait, bareme.BaremeId, "Abandon avant signature, déplacement enregistré, validé par le SAFPM (R16, RC 3).");
    }

    private IReadOnlyList<DetailAFacturer> Compare(ContratDuTrimestre contrat, IReadOnlyList<MoisMesure> months, IReadOnlyList<MoisFacture> factures)
    {
        var rows = new List<DetailAFacturer>();
        foreach (var mois in months.Where(m => contrat.IsServedOn(m.Debut) && (m.Trimestre == trimestre || (m.Trimestre < trimestre && !(m.Fin < contrat.RevisionDepuis)))))
            rows.AddRange(Compare(contrat, mois, factures.FirstOrDefault(f => f.MoisNumero == mois.Numero)));
        if (contrat.RevisionDepuis is not null)
        {
            rows.AddRange(factures
                .Where(f => contrat.IsServedOn(f.Debut) && months.All(m => m.Numero != f.MoisNumero))
                .Select(gone => TakeBack(contrat, gone, "Le contrat a pris fin avant ce mois : il est repris (R41).")));
        }

        return rows;
    }

    private IEnumerable<DetailAFacturer> Compare(ContratDuTrimestre contrat, MoisMesure mois, MoisFacture? facture)
    {
        var earlier = mois.Trimestre < trimestre;
        if (facture is null)
        {
            if (mois.Du || !earlier)
                yield return Row(contrat, mois, earlier ? NatureDetail.Regularisation : NatureDetail.Mois);
            yield break;
        }

        if (mois.Du && mois.Montant == facture.Montant && mois.Type == facture.Type)
        {
            if (!earlier)
                yield return Row(contrat, mois, NatureDetail.Mois) with { Quantite = 0, Montant = Money.Zero, Motif = "Déjà facturé : un mois-mesure ne l'est qu'une fois (R42)." };
            yield break;
        }

        yield return TakeBack(contrat, facture, mois.Du ? "Le type ou le prix de ce mois a changé : l'ancien montant est repris (R41)." : $"Ce mois n'est plus dû : {mois.Motif}");
        if (mois.Du)
            yield return Row(contrat, mois, NatureDetail.Regularisation);
    }

    private static DetailAFacturer Row(ContratDuTrimestre contrat, MoisMesure mois, NatureDetail nature) => new(
        nature, contrat.MesureNumero, contrat.ContratId, null, mois.Numero, mois.Debut, mois.Fin, mois.Type, mois.Du ? 1 : 0,
        mois.PrixUnitaire, mois.Du ? mois.Montant : Money.Zero, mois.BaremeId, mois.Motif);

    private static DetailAFacturer TakeBack(ContratDuTrimestre contrat, MoisFacture facture, string motif) => new(
        NatureDetail.Regularisation, contrat.MesureNumero, contrat.ContratId, null, facture.MoisNumero, facture.Debut, facture.Fin, facture.Type, -1,
        facture.PrixUnitaire, -facture.Montant, facture.BaremeId, motif);
}
