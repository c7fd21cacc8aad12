using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Titulaires;

/// <summary>Working time between two days, both included (R25).</summary>
public sealed class Quotite
{
    private Quotite()
    {
    }

    internal Quotite(LocalDate debut, decimal etp, LocalDate? fin = null)
    {
        Debut = debut;

        // Two decimals, as a database gives them back: 1 and 1.00 are written differently.
        Etp = etp + 0.00m;
        Fin = fin;
    }

    public LocalDate Debut { get; private set; }

    /// <summary>Last day, included; null when open-ended.</summary>
    public LocalDate? Fin { get; private set; }

    /// <summary>Share of a full time: more than 0, at most 1, in hundredths.</summary>
    public decimal Etp { get; private set; }

    public Periode Periode => Periode.Of(Debut, Fin);

    internal static Error? Check(decimal etp) => etp is > 0 and <= 1 && decimal.Round(etp, 2) == etp
        ? null
        : Error.Invalid("intervenant.etp-invalide", "La quotité de travail va de 0,01 à 1 équivalent temps plein.", "etp");

    internal void End(LocalDate fin) => Fin = fin;
}

/// <summary>Days away, both included, and who stands in (R26).</summary>
public sealed class Absence
{
    private Absence()
    {
    }

    internal Absence(Guid id, LocalDate debut, LocalDate fin, Guid remplacantId)
    {
        Id = id;
        Debut = debut;
        Fin = fin;
        RemplacantId = remplacantId;
    }

    public Guid Id { get; private set; }

    public LocalDate Debut { get; private set; }

    public LocalDate Fin { get; private set; }

    /// <summary>Sees the absent worker's measures on these days, and on no other (R61).</summary>
    public Guid RemplacantId { get; private set; }

    public Periode Periode => Periode.Of(Debut, Fin);

    internal void End(LocalDate fin) => Fin = fin;
}
