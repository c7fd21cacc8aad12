using System.Diagnostics;
using Masp.Benchmarks.Banc;
using Masp.Domain.Echeances;
using NodaTime;

namespace Masp.Benchmarks.Travaux;

/// <summary>A million deadlines, one after the other on one core, over every year, sense, mode and calendar.</summary>
internal static class Delais
{
    private const int Nombre = 1_000_000;

    public static IEnumerable<Ligne> Run(Options options)
    {
        Compute();
        var rates = Enumerable.Range(0, options.Rondes).Select(_ => Compute()).ToList();
        var rate = Statistiques.Median(rates);
        return [new Ligne("1,000,000 deadlines on one core", $"{Tableau.Number(rate)} /s", "–", "–", "≥ 1,000,000 /s", rate >= Nombre)];
    }

    private static double Compute()
    {
        var start = Stopwatch.GetTimestamp();
        var first = new LocalDate(2000, 1, 1);
        var sum = 0;
        for (var i = 0; i < Nombre; i++)
        {
            var deadline = JoursFrancs.Compute(
                first.PlusDays(i % 36_000), i % 400, (i & 1) == 0 ? Sens.Apres : Sens.Avant, (i & 2) == 0 ? ModeDelai.Franc : ModeDelai.Cpc642,
                (i & 4) == 0 ? Calendrier.Metropole : Calendrier.AlsaceMoselle);
            sum += deadline.Value.Date.Day;
        }

        if (sum == 0)
            throw new InvalidOperationException("Nothing was computed.");
        return Nombre / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
