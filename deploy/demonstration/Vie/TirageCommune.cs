using Masp.Domain.Territoires;

namespace Masp.Demonstration;

/// <summary>A commune of a Lot, as often as its population says.</summary>
internal sealed class TirageCommune
{
    private readonly List<Commune> _communes;
    private readonly int[] _cumul;

    public TirageCommune(IEnumerable<Commune> communes, string lotCode)
    {
        _communes = [.. communes.Where(c => c.Affectations[0].LotCode == lotCode)];
        _cumul = new int[_communes.Count];
        var total = 0;
        for (var i = 0; i < _communes.Count; i++)
            _cumul[i] = total += Math.Max(1, _communes[i].Population ?? 0);
    }

    public Commune Draw(Hasard hasard)
    {
        var rang = Array.BinarySearch(_cumul, hasard.Below(_cumul[^1]) + 1);
        return _communes[rang >= 0 ? rang : ~rang];
    }
}
