using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Facturation;

/// <summary>The suspended days of a contract, each counted once even where suspensions overlap (R37).</summary>
internal sealed class JoursSuspendus
{
    private static readonly JoursSuspendus Aucun = new([]);

    private readonly List<(LocalDate Debut, LocalDate Fin)> _plages;

    private JoursSuspendus(List<(LocalDate Debut, LocalDate Fin)> plages) => _plages = plages;

    /// <param name="suspensions">Closed, in any order.</param>
    public static JoursSuspendus Of(IReadOnlyList<Periode> suspensions)
    {
        if (suspensions.Count == 0)
            return Aucun;
        var plages = new List<(LocalDate Debut, LocalDate Fin)>(suspensions.Count);
        foreach (var suspension in suspensions.OrderBy(s => s.Debut))
        {
            var fin = suspension.Fin ?? throw new ArgumentException("A suspension is open.", nameof(suspensions));
            if (plages.Count > 0 && suspension.Debut <= plages[^1].Fin.PlusDays(1))
                plages[^1] = (plages[^1].Debut, LocalDate.Max(plages[^1].Fin, fin));
            else
                plages.Add((suspension.Debut, fin));
        }

        return new JoursSuspendus(plages);
    }

    public int Count(LocalDate debut, LocalDate fin)
    {
        var jours = 0;
        foreach (var plage in _plages)
        {
            if (plage.Debut <= fin && plage.Fin >= debut)
                jours += Period.DaysBetween(LocalDate.Max(plage.Debut, debut), LocalDate.Min(plage.Fin, fin)) + 1;
        }

        return jours;
    }

    /// <summary>The last day of the span that is not suspended; its last day when all are (R39).</summary>
    public LocalDate LastServed(LocalDate debut, LocalDate fin)
    {
        foreach (var plage in _plages)
        {
            if (plage.Debut <= fin && plage.Fin >= fin)
                return plage.Debut > debut ? plage.Debut.PlusDays(-1) : fin;
        }

        return fin;
    }
}
