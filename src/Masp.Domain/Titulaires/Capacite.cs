using System.Globalization;
using Masp.Domain.Commun;

namespace Masp.Domain.Titulaires;

/// <summary>What is in charge beside what the rule set allows for that working time (R25): an alert beyond it, never a refusal.</summary>
/// <param name="Etp">Full-time equivalents, of one worker or of a whole team.</param>
/// <param name="Mesures">Running measures.</param>
/// <param name="MesuresParEtp">Of the rule set.</param>
public sealed record Capacite(decimal Etp, int Mesures, int MesuresParEtp)
{
    /// <summary>Measures that this working time carries; not always a whole number.</summary>
    public decimal Maximum => Etp * MesuresParEtp;

    public bool Depassee => Mesures > Maximum;

    /// <summary>Null within the bound, which is included.</summary>
    public string? Alerte => Depassee
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{Francais.Compte(Mesures, "mesure")} pour {Nombre(Maximum)} ({MesuresParEtp} × {Nombre(Etp)} ETP) : au-delà de la capacité (R25, art. 5)")
        : null;

    private static string Nombre(decimal value) => value.ToString("0.##", Francais.Nombres);
}
