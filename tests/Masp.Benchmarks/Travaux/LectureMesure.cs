using Masp.Benchmarks.Banc;
using Masp.Benchmarks.Plancher;

namespace Masp.Benchmarks.Travaux;

/// <summary>Reads one Mesure over HTTP, policies on and the look on record, against a bare server that does and answers the same.</summary>
internal sealed class LectureMesure(Options options)
{
    private const double But = 0.70;

    public async Task<IEnumerable<Ligne>> RunAsync(BaseMesuree donnees)
    {
        await using var site = await Site.StartAsync(donnees);
        await using var nu = await ServeurNu.StartAsync(donnees);
        var ids = await Sql.IdsAsync(donnees.Administration, "select id from masp.mesures order by md5(id::text) limit 2000");
        var ours = new Requetes([.. ids.Select(id => ClientHttp.Get($"/api/v1/mesures/{id}", site.Token))]);
        var floors = new Requetes([.. ids.Select(id => ClientHttp.Get($"/api/v1/mesures/{id}", null))]);
        await MemesReponses.CheckAsync(site.Port, ours.First, nu.Port, floors.First);
        await Charge.WarmAsync(site.Port, Options.Clients, ours.Next);
        await Charge.WarmAsync(nu.Port, Options.Clients, floors.Next);
        var duel = await Statistiques.AlternateAsync(
            options.Rondes,
            async () => (await Charge.RunAsync(site.Port, Options.Clients, options.Ronde, ours.Next)).ParSeconde,
            async () => (await Charge.RunAsync(nu.Port, Options.Clients, options.Ronde, floors.Next)).ParSeconde);
        return [Lignes.Debit($"read one Mesure over HTTP, policies on, look on record ({Tableau.Number(donnees.EnCours)} running)", "requests/s", duel, But)];
    }
}
