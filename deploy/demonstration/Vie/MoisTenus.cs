using Masp.Domain.Facturation;

namespace Masp.Demonstration;

/// <summary>Which Facture holds which mois-mesure: what the application asks its database.</summary>
internal sealed class MoisTenus
{
    private readonly Dictionary<Guid, List<(MoisFacture Mois, Facture Facture)>> _parContrat = [];

    public IReadOnlyList<MoisFacture> Of(Guid contratId) => _parContrat.TryGetValue(contratId, out var tenus) ? [.. tenus.Select(t => t.Mois)] : [];

    /// <summary>Rows taken back free their month, paid rows hold theirs.</summary>
    public void Record(Facture facture)
    {
        foreach (var ligne in facture.Details)
        {
            if (ligne is not { ContratId: { } contratId, MoisNumero: { } mois, Type: { } type })
                continue;
            if (!_parContrat.TryGetValue(contratId, out var tenus))
                _parContrat.Add(contratId, tenus = []);
            if (ligne.Quantite < 0)
                TakeBack(tenus, contratId, mois);
            else if (ligne.Quantite > 0)
            {
                var tenu = new MoisFacture(contratId, mois, facture.Id, type, ligne.PrixUnitaire, ligne.Montant, ligne.BaremeId, ligne.Debut, ligne.Fin);
                tenus.Add((tenu, facture));
            }
        }
    }

    public void Forget(Facture creditee)
    {
        foreach (var contratId in creditee.Details.Select(d => d.ContratId).OfType<Guid>().Distinct())
            _parContrat[contratId].RemoveAll(t => t.Facture == creditee);
    }

    private static void TakeBack(List<(MoisFacture Mois, Facture Facture)> tenus, Guid contratId, int mois)
    {
        var rang = tenus.FindIndex(t => t.Mois.MoisNumero == mois);
        tenus[rang].Facture.Release(contratId, mois);
        tenus.RemoveAt(rang);
    }
}
