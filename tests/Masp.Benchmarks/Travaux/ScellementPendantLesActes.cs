using System.Globalization;
using Masp.Benchmarks.Banc;
using Masp.Infrastructure.Journal;
using Npgsql;

namespace Masp.Benchmarks.Travaux;

/// <summary>Allocations as fast as they go, with what they journal sealed meanwhile and without: a round seals the rows of a round, as a minute does those of a minute.</summary>
internal sealed class ScellementPendantLesActes(Options options, Bases bases)
{
    private const double AuPlus = 0.05;
    private const int Demandes = 80_000;

    private int _last;

    public async Task<IEnumerable<Ligne>> RunAsync(BaseMesuree petite)
    {
        var donnees = await bases.CopyAsync(petite, "masp_scellement", AttributionsEnsemble.DemandesAcceptees(Demandes));
        await using var site = await Site.StartAsync(donnees);
        await using var source = NpgsqlDataSource.Create(donnees.Application);
        var blocs = 0;
        var duel = await Statistiques.AlternateAsync(
            options.Rondes,
            async () =>
            {
                // What the round without left behind is not this round's to seal.
                await Scellement.RunAsync(source, CancellationToken.None);
                var round = RoundAsync(site);
                await Task.Delay(options.Ronde / 2);
                blocs += await Scellement.RunAsync(source, CancellationToken.None);
                return await round;
            },
            () => RoundAsync(site));
        var cost = (1 / duel.Rapport) - 1;
        return
        [
            new Ligne(
                string.Create(CultureInfo.InvariantCulture, $"allocate while the journals are sealed ({blocs} blocks)"),
                $"{Tableau.Number(duel.Notre)} transactions/s", $"{Tableau.Number(duel.Plancher)} transactions/s", CoutsDUneLecture.Percent(cost), "≤ 5 %", cost <= AuPlus),
        ];
    }

    private async Task<double> RoundAsync(Site site) =>
        (await Charge.RunAsync(site.Port, Options.Attributeurs, options.Ronde, () => Next(site.Token), attendu: 201)).ParSeconde;

    private byte[] Next(string token) =>
        ClientHttp.Post(string.Create(CultureInfo.InvariantCulture, $"/api/v1/demandes/00000000-0000-7000-8000-{Interlocked.Increment(ref _last):000000000000}/attribution"), token);
}
