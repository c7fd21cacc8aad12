namespace Masp.Benchmarks.Banc;

internal static class Statistiques
{
    public static double Median(IEnumerable<double> values) => Percentile(values, 0.50);

    /// <param name="part">0 to 1.</param>
    public static double Percentile(IEnumerable<double> values, double part)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Round((sorted.Count - 1) * part)];
    }

    /// <summary>
    /// Ours, the floor, ours, the floor…: what else the machine does weighs on both. The first pair warms up and is not counted.
    /// </summary>
    public static async Task<Duel> AlternateAsync(int rondes, Func<Task<double>> notre, Func<Task<double>> plancher)
    {
        List<double> ours = [], floors = [];
        for (var i = 0; i <= rondes; i++)
        {
            var our = await notre();
            var floor = await plancher();
            if (i == 0)
                continue;
            ours.Add(our);
            floors.Add(floor);
        }

        return new Duel(Median(ours), Median(floors), Median(ours.Zip(floors, (o, f) => o / f)));
    }
}

/// <param name="Rapport">Median of the ratios of the pairs: steadier on a busy machine than the ratio of the medians.</param>
internal sealed record Duel(double Notre, double Plancher, double Rapport);
