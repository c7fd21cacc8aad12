using System.Diagnostics;
using Masp.Application.Commun;
using Masp.Application.Facturation;
using Masp.Benchmarks.Banc;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace Masp.Benchmarks.Travaux;

/// <summary>What the running quarter owes, every Titulaire and Lot at once, against reading the same rows and doing nothing with them.</summary>
internal sealed class TrimestreEntier(Options options)
{
    private const double But = 3;
    private const double ButDeMemoire = 1.5;
    private static readonly Acteur Comptable = new("34", new Guid("017c4a1a-2500-7000-8000-000000000003"), Role.Comptable);
    private static readonly Trimestre Trimestre = Trimestre.Of(Bases.Jour);

    public async Task<IEnumerable<Ligne>> RunAsync(BaseMesuree petite, BaseMesuree grande)
    {
        await using var small = await Site.StartAsync(petite);
        await using var large = await Site.StartAsync(grande);
        var rows = 0;
        var duel = await Statistiques.AlternateAsync(
            options.Rondes,
            () => SecondsAsync(async () => rows = await ComputeAsync(large.Services, sampled: null)),
            () => SecondsAsync(() => ReadAsync(large.Services)));
        var memorySmall = await MemoryAsync(small.Services);
        var memoryLarge = await MemoryAsync(large.Services);
        return
        [
            new Ligne(
                $"compute the quarter of every Titulaire ({Tableau.Number(grande.EnCours)} running, {Tableau.Number(rows)} rows owed)",
                $"{Tableau.Number(duel.Notre)} s", $"{Tableau.Number(duel.Plancher)} s", Tableau.Number(duel.Rapport), "≤ 3", duel.Rapport <= But),
            new Ligne(
                $"most memory alive during it, at {Tableau.Number(grande.EnCours)} beside {Tableau.Number(petite.EnCours)}",
                $"{Tableau.Number(memoryLarge)} MB", $"{Tableau.Number(memorySmall)} MB", Tableau.Number(memoryLarge / memorySmall), "flat", memoryLarge / memorySmall <= ButDeMemoire),
        ];
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<int> ComputeAsync(IServiceProvider services, Action<int>? sampled)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActeurCourant>().Tell(Comptable);
        var calcul = scope.ServiceProvider.GetRequiredService<CalculFacture>();
        var rows = 0;
        await foreach (var row in calcul.RowsAsync(Trimestre, null, null, CancellationToken.None))
        {
            rows++;
            sampled?.Invoke(rows);
        }

        return rows;
    }

    private static async Task ReadAsync(IServiceProvider services)
    {
        var source = services.GetRequiredService<NpgsqlDataSource>();
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(QuiAgit.Command(Comptable, Trimestre.Fin));
        batch.BatchCommands.Add(LectureDirecte.Command(
            SqlDeFacture.Contrats(Portee.Of(Comptable, Trimestre.Fin)), LectureDirecte.Value(Trimestre.Debut), LectureDirecte.Value(Trimestre.Fin),
            LectureDirecte.Nullable(null, NpgsqlDbType.Uuid), LectureDirecte.Nullable(null, NpgsqlDbType.Text)));
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        while (await reader.ReadAsync())
        {
        }
    }

    /// <summary>Megabytes reachable beyond what was before, at the worst of a dozen moments spread over the stream.</summary>
    private static async Task<double> MemoryAsync(IServiceProvider services)
    {
        var rows = 0;
        await ComputeAsync(services, n => rows = n);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        await ComputeAsync(services, n =>
        {
            if (n % Math.Max(1, rows / 12) == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        });
        return most / 1024.0 / 1024.0;
    }
}
