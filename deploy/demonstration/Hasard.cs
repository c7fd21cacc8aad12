namespace Masp.Demonstration;

/// <summary>
/// Seeded pseudo-random numbers (SplitMix64) in whole numbers only: the same seed gives the same data on every machine and
/// every version of .NET, which <see cref="Random"/> does not promise.
/// </summary>
internal sealed class Hasard(ulong graine)
{
    private ulong _etat = graine;

    public ulong Next()
    {
        _etat += 0x9E3779B97F4A7C15;
        var z = _etat;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <param name="borne">More than 0; never reached.</param>
    public int Below(int borne) => (int)Math.BigMul(Next(), (ulong)borne, out _);

    /// <summary>Both ends included.</summary>
    public int Between(int min, int max) => min + Below(max - min + 1);

    public bool Chance(int surMille) => Below(1000) < surMille;

    public T Pick<T>(IReadOnlyList<T> choix) => choix[Below(choix.Count)];

    /// <summary>Each value as often as its weight says.</summary>
    public T Weigh<T>(params ReadOnlySpan<(T Valeur, int Poids)> choix)
    {
        var total = 0;
        foreach (var (_, poids) in choix)
            total += poids;
        var tirage = Below(total);
        foreach (var (valeur, poids) in choix)
        {
            tirage -= poids;
            if (tirage < 0)
                return valeur;
        }

        throw new ArgumentException("Weights must sum to more than 0.", nameof(choix));
    }
}
