using FsCheck;
using FsCheck.Fluent;

namespace Masp.Domain.Tests.Attributions;

/// <summary>Sequences of 10,000 events.</summary>
public static class Histoires
{
    private const int Longueur = 10_000;

    public static Arbitrary<Histoire> Agitees() => Draw(
        (30, NatureEvenement.Tour), (8, NatureEvenement.Seance), (9, NatureEvenement.Abandon), (5, NatureEvenement.Annulation),
        (6, NatureEvenement.ChoixManuel), (1, NatureEvenement.Entree), (1, NatureEvenement.Sortie)).Select(e => new Histoire(e)).ToArbitrary();

    public static Arbitrary<HistoireCalme> Calmes() => Draw(
        (30, NatureEvenement.Tour), (8, NatureEvenement.Seance), (1, NatureEvenement.Entree), (1, NatureEvenement.Sortie))
        .Select(e => new HistoireCalme(e)).ToArbitrary();

    private static Gen<Evenement[]> Draw(params (int, NatureEvenement)[] natures) => Gen.ArrayOf(
        from nature in Gen.Frequency([.. natures.Select(n => (n.Item1, Gen.Constant(n.Item2)))])
        from tirage in Gen.Choose(0, 1_000_000)
        select new Evenement(nature, tirage),
        Longueur);
}
