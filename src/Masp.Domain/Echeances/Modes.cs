namespace Masp.Domain.Echeances;

/// <summary>Which public holidays count (R45).</summary>
public enum Calendrier
{
    /// <summary>The eleven holidays of article L3133-1 of the code du travail.</summary>
    Metropole,

    /// <summary>The same, with Good Friday and 26 December (Bas-Rhin, Haut-Rhin, Moselle).</summary>
    AlsaceMoselle,
}

/// <summary>How days are counted (R45).</summary>
public enum ModeDelai
{
    /// <summary>Jours francs: neither the day of the event nor the last day counts.</summary>
    Franc,

    /// <summary>Article 642 of the code de procédure civile: event + N, same roll.</summary>
    Cpc642,
}

/// <summary>Whether the deadline comes after its event or before it (R45).</summary>
public enum Sens
{
    Apres,
    Avant,
}
