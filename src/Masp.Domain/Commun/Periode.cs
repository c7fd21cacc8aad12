using NodaTime;

namespace Masp.Domain.Commun;

/// <summary>A span of days, both ends included; open-ended when <see cref="Fin"/> is null.</summary>
public sealed record Periode
{
    private Periode(LocalDate debut, LocalDate? fin)
    {
        Debut = debut;
        Fin = fin;
    }

    public LocalDate Debut { get; }

    /// <summary>Last day, included; null when open.</summary>
    public LocalDate? Fin { get; }

    /// <returns>Refused with <c>periode.inversee</c> when the end comes before the start; one single day is a period.</returns>
    public static Result<Periode> Create(LocalDate debut, LocalDate? fin, string? field = null) =>
        fin < debut
            ? Error.Invalid("periode.inversee", "La fin de la période précède son début.", field)
            : new Periode(debut, fin);

    /// <summary>For periods already known to be in order, as those computed or read back.</summary>
    /// <exception cref="ArgumentException">The end comes before the start.</exception>
    public static Periode Of(LocalDate debut, LocalDate? fin = null) =>
        fin < debut ? throw new ArgumentException($"{fin} is before {debut}.", nameof(fin)) : new Periode(debut, fin);

    public bool Contains(LocalDate date) => date >= Debut && !(date > Fin);

    public bool Overlaps(Periode other) => !(other.Debut > Fin) && !(Debut > other.Fin);

    /// <summary>The days common to both, or null when there is none.</summary>
    public Periode? Intersect(Periode other)
    {
        if (!Overlaps(other))
            return null;
        var fin = Fin is null ? other.Fin : other.Fin is null || Fin < other.Fin ? Fin : other.Fin;
        return new Periode(LocalDate.Max(Debut, other.Debut), fin);
    }

    /// <summary>Number of days, both ends counted; null when open.</summary>
    public int? Days => Fin is { } fin ? Period.DaysBetween(Debut, fin) + 1 : null;
}
