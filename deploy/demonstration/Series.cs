using System.Globalization;

namespace Masp.Demonstration;

/// <summary>Gap-free numbers, one series per code, as the application takes them.</summary>
internal sealed class Series
{
    private readonly SortedDictionary<string, int> _derniers = new(StringComparer.Ordinal);

    /// <summary>Last number taken, per code.</summary>
    public IReadOnlyDictionary<string, int> Derniers => _derniers;

    public int Take(string code) => _derniers[code] = _derniers.GetValueOrDefault(code) + 1;

    public string Take(string code, string prefixe, int chiffres) =>
        prefixe + Take(code).ToString("D" + chiffres.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
