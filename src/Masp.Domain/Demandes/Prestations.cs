namespace Masp.Domain.Demandes;

/// <summary>
/// The benefits of article D271-2 CASF (R6), as read in the 2015 consolidation with item 17 as of 2016; item 16 is repealed.
/// To be checked against the text in force before a real installation.
/// </summary>
public static class Prestations
{
    private static readonly Dictionary<string, Prestation> ParCode = Read();

    /// <summary>In the order of the decree.</summary>
    public static IReadOnlyList<Prestation> Toutes { get; } = [.. ParCode.Values.OrderBy(p => p.Code, StringComparer.Ordinal)];

    /// <summary>Null when the decree does not list it.</summary>
    public static Prestation? Find(string code) => ParCode.GetValueOrDefault(code);

    private static Dictionary<string, Prestation> Read()
    {
        using var reader = new StreamReader(typeof(Prestations).Assembly.GetManifestResourceStream("prestations.csv")!);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Skip(1)
            .Select(line => line.Split(';'))
            .Select(c => new Prestation(c[0], c[1], c[2] == "A" ? GroupePrestation.A : GroupePrestation.B, c[3] == "oui", c[4].Length > 0 ? c[4] : null))
            .ToDictionary(p => p.Code, StringComparer.Ordinal);
    }
}
