using Masp.Benchmarks.Banc;

namespace Masp.Benchmarks.Travaux;

/// <summary>Every work of the table, in its order; the databases they need are made when the first one asks.</summary>
internal sealed class Comparaison(Options options, Bases bases)
{
    public const int Departement = 560;

    /// <summary>A twentieth of the country in one Departement, then half of it.</summary>
    public const int Grand = 10_900;

    private const int FoisPlus = 10;

    public async Task<Tableau> RunAsync()
    {
        var tableau = new Tableau();
        if (options.Wants("delais"))
            tableau.Add(Delais.Run(options));
        if (options.Wants("echeances"))
            tableau.Add(CreationDesEcheances.Run(options));
        if (options.Wants("lecture"))
            tableau.Add(await new LectureMesure(options).RunAsync(await bases.LiveAsync(Grand)));
        if (options.Wants("couts"))
            tableau.Add(await new CoutsDUneLecture(options).RunAsync(await bases.LiveAsync(Departement)));
        if (options.Wants("scellement"))
            tableau.Add(await new ScellementPendantLesActes(options, bases).RunAsync(await bases.LiveAsync(Departement)));
        if (options.Wants("verification"))
            tableau.Add(await new UnMillionDeLignes(bases).RunAsync(await bases.LiveAsync(Departement)));
        if (options.Wants("page"))
            tableau.Add(await new PageMesures(options).RunAsync(await bases.LiveAsync(Departement), await bases.LiveAsync(Grand), await HugeAsync()));
        if (options.Wants("attributions"))
            tableau.Add(await new AttributionsEnsemble(options, bases).RunAsync(await bases.LiveAsync(Departement)));
        if (options.Wants("trimestre"))
            tableau.Add(await new TrimestreEntier(options).RunAsync(await bases.LiveAsync(Departement), await bases.LiveAsync(Grand)));
        if (options.Wants("rencontres"))
            tableau.Add(await new LotDeRencontres(options, bases).RunAsync(await bases.LiveAsync(Departement)));
        return tableau;
    }

    private async Task<BaseMesuree> HugeAsync() => await bases.MultiplyAsync(await bases.LiveAsync(Grand), FoisPlus);
}
