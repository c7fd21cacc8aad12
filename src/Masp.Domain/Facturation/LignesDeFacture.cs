using Masp.Domain.Commun;

namespace Masp.Domain.Facturation;

/// <summary>Groups the rows of a detailed statement into the lines of a Facture (R40, R43).</summary>
public static class LignesDeFacture
{
    /// <summary>One line per type and price, then forfaits, then regularisations; rows that are not due leave no line.</summary>
    public static IReadOnlyList<LigneFacture> Group(IEnumerable<DetailAFacturer> details)
    {
        var groups = details
            .Where(d => d.Quantite != 0)
            .GroupBy(d => (Nature: NatureOf(d), Sens: Math.Sign(d.Quantite), d.PrixUnitaire, d.BaremeId))
            .OrderBy(g => g.Key.Nature).ThenBy(g => -g.Key.Sens).ThenBy(g => g.Key.PrixUnitaire).ThenBy(g => g.Key.BaremeId);
        var lignes = new List<LigneFacture>();
        foreach (var group in groups)
        {
            lignes.Add(new LigneFacture(
                lignes.Count + 1,
                group.Key.Nature,
                group.Sum(d => d.Quantite),
                group.Key.PrixUnitaire,
                Money.Sum(group.Select(d => d.Montant)),
                group.Key.BaremeId));
        }

        return lignes;
    }

    private static NatureLigne NatureOf(DetailAFacturer detail) => (detail.Nature, detail.Type) switch
    {
        (NatureDetail.Forfait, _) => NatureLigne.Forfait,
        (NatureDetail.Regularisation, _) => NatureLigne.Regularisation,
        (_, TypeMesure.SGU) => NatureLigne.SGU,
        (_, TypeMesure.AGU) => NatureLigne.AGU,
        (_, TypeMesure.SGR) => NatureLigne.SGR,
        (_, TypeMesure.AGR) => NatureLigne.AGR,
        _ => throw new ArgumentException("A mois-mesure has a type.", nameof(detail)),
    };
}
