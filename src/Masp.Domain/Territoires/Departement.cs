using Masp.Domain.Commun;

namespace Masp.Domain.Territoires;

/// <summary>The tenant: owns its rule sets, Lots, Titulaires and users (R60).</summary>
public sealed class Departement : AggregateRoot
{
    private Departement()
    {
    }

    public Departement(string code, string nom, bool demonstration)
    {
        DepartementCode = code;
        Nom = nom;
        Demonstration = demonstration;
    }

    public string Nom { get; private set; } = string.Empty;

    /// <summary>Fictional data: every screen says so.</summary>
    public bool Demonstration { get; private set; }
}
