using Masp.Benchmarks.Banc;
using Masp.Benchmarks.Plancher;

namespace Masp.Benchmarks.Travaux;

/// <summary>First page of the running Mesures of a Lot, the newest first: against a bare server, then against itself as data grows.</summary>
internal sealed class PageMesures(Options options)
{
    private const double But = 0.70;
    private const double ButDeCroissance = 1.3;
    private static readonly string[] Tris = ["-debut", "finPrevue", "numero", "nom"];
    private const string Adresse = "/api/v1/mesures?etat=enCours&lot=1";

    public async Task<IEnumerable<Ligne>> RunAsync(BaseMesuree petite, BaseMesuree moyenne, BaseMesuree grande)
    {
        var lignes = new List<Ligne> { await CompareAsync(moyenne) };
        await using var small = await Site.StartAsync(petite);
        await using var large = await Site.StartAsync(grande);
        foreach (var tri in Tris)
            lignes.Add(await GrowAsync(small, petite, large, grande, tri));
        return lignes;
    }

    private async Task<Ligne> CompareAsync(BaseMesuree donnees)
    {
        await using var site = await Site.StartAsync(donnees);
        await using var nu = await ServeurNu.StartAsync(donnees);
        var our = ClientHttp.Get(Adresse, site.Token);
        var floor = ClientHttp.Get(Adresse, null);
        await MemesReponses.CheckAsync(site.Port, our, nu.Port, floor);
        await Charge.WarmAsync(site.Port, Options.Clients, () => our);
        await Charge.WarmAsync(nu.Port, Options.Clients, () => floor);
        var duel = await Statistiques.AlternateAsync(
            options.Rondes,
            async () => (await Charge.RunAsync(site.Port, Options.Clients, options.Ronde, () => our)).ParSeconde,
            async () => (await Charge.RunAsync(nu.Port, Options.Clients, options.Ronde, () => floor)).ParSeconde);
        return Lignes.Debit($"first page of Mesures, by état and lot, -debut ({Tableau.Number(donnees.EnCours)} running)", "requests/s", duel, But);
    }

    private async Task<Ligne> GrowAsync(Site small, BaseMesuree petite, Site large, BaseMesuree grande, string tri)
    {
        var requestSmall = ClientHttp.Get($"{Adresse}&tri={tri}", small.Token);
        var requestLarge = ClientHttp.Get($"{Adresse}&tri={tri}", large.Token);
        await Charge.WarmAsync(large.Port, Options.Clients, () => requestLarge);
        await Charge.WarmAsync(small.Port, Options.Clients, () => requestSmall);
        var duel = await Statistiques.AlternateAsync(
            options.Rondes,
            async () => Statistiques.Percentile((await Charge.RunAsync(large.Port, Options.Clients, options.Ronde, () => requestLarge)).Latences, 0.95),
            async () => Statistiques.Percentile((await Charge.RunAsync(small.Port, Options.Clients, options.Ronde, () => requestSmall)).Latences, 0.95));
        return new Ligne(
            $"the same page, tri={tri}: p95 at {Tableau.Number(grande.EnCours)} beside p95 at {Tableau.Number(petite.EnCours)}",
            $"{Tableau.Number(duel.Notre)} ms", $"{Tableau.Number(duel.Plancher)} ms", Tableau.Number(duel.Rapport), "≤ 1.3", duel.Rapport <= ButDeCroissance);
    }
}
