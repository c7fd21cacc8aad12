using NodaTime;

namespace Masp.Domain.Mesures.Avenants;

public enum NatureAvenant
{
    /// <summary>With or without gestion, either way.</summary>
    Gestion,

    /// <summary>Between two dates; moves the end only when it says so (R21).</summary>
    Suspension,

    /// <summary>A later end, after a long absence.</summary>
    Prorogation,
}

/// <summary>What an Avenant changes (R21).</summary>
/// <param name="AvecGestion">Of a Gestion.</param>
/// <param name="Debut">Of a Gestion, the day it is wished for; of a Suspension, its first day.</param>
/// <param name="Fin">Of a Suspension, its last day, included.</param>
/// <param name="NouvelleFin">Of a Prorogation, and of a Suspension that moves the end: last day, included.</param>
public sealed record ObjetAvenant(NatureAvenant Nature, bool? AvecGestion, LocalDate? Debut, LocalDate? Fin, LocalDate? NouvelleFin);
