using Masp.Domain.Commun;

namespace Masp.Domain.Territoires;

/// <summary>A territory within which measures are allotted in turn (R11).</summary>
public sealed class Lot : AggregateRoot
{
    private Lot()
    {
    }

    public Lot(string departementCode, string code, string nom)
    {
        DepartementCode = departementCode;
        Code = code;
        Nom = nom;
    }

    /// <summary>Within the Departement, one to eight characters.</summary>
    public string Code { get; private set; } = string.Empty;

    public string Nom { get; private set; } = string.Empty;
}
