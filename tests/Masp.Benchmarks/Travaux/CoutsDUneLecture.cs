using System.Globalization;
using Masp.Benchmarks.Banc;
using Masp.Benchmarks.Plancher;

namespace Masp.Benchmarks.Travaux;

/// <summary>What the policies and the look cost the bare server, one after the other: with everything else taken away, they weigh most.</summary>
internal sealed class CoutsDUneLecture(Options options)
{
    private const double PolitiquesAuPlus = 0.10;
    private const double RegardAuPlus = 0.25;

    public async Task<IEnumerable<Ligne>> RunAsync(BaseMesuree donnees)
    {
        await using var nu = await ServeurNu.StartAsync(donnees);
        var ids = await Sql.IdsAsync(donnees.Administration, "select id from masp.mesures order by md5(id::text) limit 2000");
        var whole = Of(ids, "/api/v1/mesures/");
        var silent = Of(ids, "/sans-regard/");
        var open = Of(ids, "/sans-politiques/");
        var bare = Of(ids, "/sans-rien/");
        foreach (var requests in (Requetes[])[whole, silent, open, bare])
            await Charge.WarmAsync(nu.Port, Options.Clients, requests.Next);
        return
        [
            Cost("policies, of a bare read that tells who acts", await CompareAsync(nu, silent, open), PolitiquesAuPlus),
            Cost("who acts told and policies, of a bare read that tells nobody", await CompareAsync(nu, silent, bare), null),
            Cost("a look on record, of a bare read with policies", await CompareAsync(nu, whole, silent), RegardAuPlus),
        ];
    }

    private static Requetes Of(IEnumerable<Guid> ids, string path) => new([.. ids.Select(id => ClientHttp.Get(path + id, null))]);

    private Task<Duel> CompareAsync(ServeurNu nu, Requetes with, Requetes without) => Statistiques.AlternateAsync(
        options.Rondes,
        async () => (await Charge.RunAsync(nu.Port, Options.Clients, options.Ronde, with.Next)).ParSeconde,
        async () => (await Charge.RunAsync(nu.Port, Options.Clients, options.Ronde, without.Next)).ParSeconde);

    /// <summary>The cost is in the time of one request: what is asked fewer times in a second took that much longer.</summary>
    private static Ligne Cost(string travail, Duel duel, double? auPlus)
    {
        var cost = (1 / duel.Rapport) - 1;
        return new Ligne(
            travail, $"{Tableau.Number(duel.Notre)} requests/s", $"{Tableau.Number(duel.Plancher)} requests/s", Percent(cost),
            auPlus is { } most ? $"≤ {Percent(most)}" : "–", auPlus is null ? null : cost <= auPlus);
    }

    public static string Percent(double part) => part.ToString("0 %", CultureInfo.InvariantCulture);
}
