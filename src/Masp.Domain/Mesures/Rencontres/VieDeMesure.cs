using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Mesures.Rencontres;

/// <summary>
/// What a Rencontre is checked against: the days of a Mesure, who served it and who followed it. Built from the aggregate for one, from bare
/// facts for thousands.
/// </summary>
/// <param name="Contrats">By first day, each to its real end or its term; at least one.</param>
/// <param name="Suspensions">Closed.</param>
/// <param name="Tenues">Who served it (R24).</param>
/// <param name="Suivis">Who was in charge (R26).</param>
public sealed record VieDeMesure(
    Guid MesureId,
    IReadOnlyList<Periode> Contrats,
    IReadOnlyList<Periode> Suspensions,
    IReadOnlyList<(Guid TitulaireId, Periode Jours)> Tenues,
    IReadOnlyList<(Guid IntervenantId, Periode Jours)> Suivis)
{
    /// <summary>Day of the first signature.</summary>
    public LocalDate Debut => Contrats[0].Debut;

    /// <summary>Last day: the real end, or the term while it runs.</summary>
    public LocalDate Fin => Contrats[^1].Fin!.Value;

    public static VieDeMesure Of(Mesure mesure) => new(
        mesure.Id,
        [.. mesure.Contrats.OrderBy(c => c.Debut).Select(c => c.Periode)],
        [.. mesure.Suspensions.Select(s => s.Periode)],
        [.. mesure.Tenues.Select(t => (t.TitulaireId, t.Periode))],
        [.. mesure.Suivis.Select(s => (s.IntervenantId, s.Periode))]);

    /// <summary>Null on a day before the first one.</summary>
    public Guid? TitulaireOn(LocalDate date) => Find(Tenues, date);

    /// <summary>Null while nobody is in charge.</summary>
    public Guid? IntervenantOn(LocalDate date) => Find(Suivis, date);

    private static Guid? Find(IReadOnlyList<(Guid Id, Periode Jours)> rows, LocalDate date)
    {
        foreach (var (id, jours) in rows)
        {
            if (jours.Contains(date))
                return id;
        }

        return null;
    }
}
