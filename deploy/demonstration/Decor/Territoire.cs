using System.Globalization;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>Lots and communes of the Hérault, with the demonstration mapping of the annexes that the source lacks (R64).</summary>
internal static class Territoire
{
    private static readonly LocalDate Debut = new(2021, 1, 1);

    public static IEnumerable<Lot> Lots() =>
    [
        new Lot(Reperes.Departement, "1", "Lot 1 EST"),
        new Lot(Reperes.Departement, "2", "Lot 2 CENTRE"),
        new Lot(Reperes.Departement, "3", "Lot 3 OUEST"),
    ];

    public static IEnumerable<Commune> Communes()
    {
        using var reader = new StreamReader(typeof(Territoire).Assembly.GetManifestResourceStream("communes-herault-2026.csv")!);
        var lignes = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var c in lignes.Skip(1).Select(ligne => ligne.Split(';')))
        {
            var commune = new Commune(Reperes.Departement, c[0], c[1], c[2].Split('|'), int.Parse(c[3], CultureInfo.InvariantCulture));
            commune.Assign(Debut, c[5], c[6] == "rurale" ? Zone.Rurale : Zone.Urbaine, demonstration: true);
            yield return commune;
        }
    }
}
