using System.Globalization;

namespace Masp.Demonstration;

/// <summary>Gap-free numbers under the codes by which the application goes on taking them.</summary>
internal sealed class Series
{
    private readonly SortedDictionary<string, int> _derniers = new(StringComparer.Ordinal);

    /// <summary>Last number taken, per code.</summary>
    public IReadOnlyDictionary<string, int> Derniers => _derniers;

    public int NextDemande(int annee) => Take(string.Create(CultureInfo.InvariantCulture, $"demande:{annee}"));

    public int NextMesure(int annee) => Take(string.Create(CultureInfo.InvariantCulture, $"mesure:{annee}"));

    public int NextFacture(Guid titulaireId) => Take($"facture:{titulaireId}");

    private int Take(string code) => _derniers[code] = _derniers.GetValueOrDefault(code) + 1;
}
