using NodaTime;

namespace Masp.Infrastructure.Acces;

/// <summary>A session of a person, as the database knows it: the cookie names it, and is worth nothing once it has ended.</summary>
public sealed class SessionOuverte
{
    public Guid Id { get; init; }

    public Guid UtilisateurId { get; init; }

    public Instant OuverteLe { get; init; }

    /// <summary>To within five minutes: enough to know an account that nobody uses any more.</summary>
    public Instant VueLe { get; set; }

    /// <summary>Whatever is done with it, it ends then.</summary>
    public Instant ExpireLe { get; init; }

    public Instant? FinieLe { get; set; }

    /// <summary>Browser and system, by family: « Firefox sur Windows ».</summary>
    public string Appareil { get; init; } = string.Empty;

    public MoyenDeConnexion Moyen { get; init; }
}

/// <summary>How somebody proved who they are.</summary>
public enum MoyenDeConnexion
{
    MotDePasse,
    MotDePasseEtCode,
    CleDAcces,
    FournisseurExterne,
    Lien,
}

/// <summary>A link sent by mail, good once and for a time. Only its hash is kept.</summary>
public sealed class LienUnique
{
    public Guid Id { get; init; }

    public Guid UtilisateurId { get; init; }

    public ButDuLien But { get; init; }

    public string Empreinte { get; init; } = string.Empty;

    public Instant CreeLe { get; init; }

    public Instant ExpireLe { get; init; }

    /// <summary>When it served, or was replaced by another.</summary>
    public Instant? FiniLe { get; set; }
}

public enum ButDuLien
{
    Invitation,
    MotDePasseOublie,
}

/// <summary>What was sealed for one use and has served: it does not serve again before it would have expired anyhow.</summary>
public sealed class ScelleServi
{
    public string Empreinte { get; init; } = string.Empty;

    public Instant ExpireLe { get; init; }
}

/// <summary>The yearly look at who has an account.</summary>
public sealed class RevueDesComptes
{
    public Guid Id { get; init; }

    public string DepartementCode { get; init; } = string.Empty;

    public LocalDate Date { get; init; }

    public Guid UtilisateurId { get; init; }

    /// <summary>Accounts open on that day.</summary>
    public int Comptes { get; init; }

    public string? Remarque { get; init; }
}
