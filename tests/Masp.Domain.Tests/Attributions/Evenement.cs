namespace Masp.Domain.Tests.Attributions;

public enum NatureEvenement
{
    Tour,
    Seance,
    Abandon,
    Annulation,
    ChoixManuel,
    Entree,
    Sortie,
}

/// <param name="Tirage">0 or more: which one, how many, how long, as the nature needs.</param>
public sealed record Evenement(NatureEvenement Nature, int Tirage);

/// <summary>What happened to a Lot over years.</summary>
public sealed record Histoire(IReadOnlyList<Evenement> Evenements)
{
    public override string ToString() => $"{Evenements.Count} events";
}

/// <summary>The same, with turns, sessions and newcomers only.</summary>
public sealed record HistoireCalme(IReadOnlyList<Evenement> Evenements)
{
    public override string ToString() => $"{Evenements.Count} events";
}
