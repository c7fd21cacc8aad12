using NodaTime;

namespace Masp.Demonstration;

/// <summary>
/// How many requests a Lot files each week, so that about the wanted number of measures run on the date given: what will have ended by
/// the time a request filed today is signed is known, because ends are planned when a contract begins.
/// </summary>
internal sealed class Effectifs(string lotCode, int cible, LocalDate fin)
{
    /// <summary>Days from a request to its signature, on average.</summary>
    private const int Delai = 55;

    /// <summary>Requests out of 100 that end in a contract.</summary>
    private const int Aboutissent = 72;

    /// <summary>Days from the first conventions to full strength.</summary>
    private const int MonteeEnChargeMax = 400;

    /// <summary>Hundredths of what is missing that a week makes up: all at once, requests would come in waves.</summary>
    private const int Rattrapage = 65;

    /// <summary>Requests a week, however full the Lot is, for 1,000 measures.</summary>
    private const int Plancher = 4;

    private readonly int _monteeEnCharge = Math.Clamp(Period.DaysBetween(Reperes.PremieresConventions, fin), 30, MonteeEnChargeMax);
    private readonly Dictionary<LocalDate, int> _finsPrevues = [];

    private int _enCours;
    private int _enChemin;
    private int _reste;

    public string LotCode { get; } = lotCode;

    public void Filed() => _enChemin++;

    public void Dropped() => _enChemin--;

    public void Signed()
    {
        _enChemin--;
        _enCours++;
    }

    public void PlanEnd(LocalDate jour) => _finsPrevues[jour] = _finsPrevues.GetValueOrDefault(jour) + 1;

    public void Ended() => _enCours--;

    /// <summary>Called once a week; what a whole number leaves out is carried to the next one.</summary>
    public int DrawWeek(LocalDate jour)
    {
        var attendues = (_enCours * 100) + (_enChemin * Aboutissent);
        for (var d = 1; d <= Delai; d++)
            attendues -= 100 * _finsPrevues.GetValueOrDefault(jour.PlusDays(d));
        var ecart = (Target(jour.PlusDays(Delai)) * 100) - attendues;
        var centiemes = Math.Max(ecart * Rattrapage / Aboutissent, jour >= Reperes.PremieresConventions ? cible * Plancher / 10 : 0) + _reste;
        _reste = centiemes % 100;
        return centiemes / 100;
    }

    /// <summary>On a date of the first year the growth goes on past it, so that requests do not dry up just before.</summary>
    private int Target(LocalDate jour) =>
        cible * Math.Clamp(Period.DaysBetween(Reperes.PremieresConventions, jour), 0, MonteeEnChargeMax) / _monteeEnCharge;
}
