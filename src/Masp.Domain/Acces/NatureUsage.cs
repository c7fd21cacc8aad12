namespace Masp.Domain.Acces;

/// <summary>What is counted by the hour.</summary>
public enum NatureUsage
{
    /// <summary>Records opened, one by one; documents made of one.</summary>
    Dossiers,

    /// <summary>Pages of lists and results of searches.</summary>
    Recherches,

    /// <summary>What leaves the system as a file.</summary>
    Exports,
}

/// <summary>What an Administrateur is alerted to.</summary>
public enum NatureAlerte
{
    Dossiers,
    Recherches,
    Exports,

    /// <summary>Sign-ins that failed, too many.</summary>
    Connexions,
}
