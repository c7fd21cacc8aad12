using NodaTime;

namespace Masp.Demonstration;

/// <summary>
/// Identifiers that do not depend on the seed: the accounts, Titulaires and ServicesReferents are the same in every demonstration,
/// so that a bookmark and a script survive a reset.
/// </summary>
internal sealed class Reperes
{
    public const string Departement = "34";

    /// <summary>First working day lived by the simulation: requests come before the first conventions.</summary>
    public static readonly LocalDate Ouverture = new(2021, 10, 4);

    /// <summary>First day of the first conventions: nothing is allocated before.</summary>
    public static readonly LocalDate PremieresConventions = new(2022, 1, 1);

    private readonly Identifiants _identifiants = new(new Hasard(34));

    public Guid Next() => _identifiants.Next(Ouverture);
}
