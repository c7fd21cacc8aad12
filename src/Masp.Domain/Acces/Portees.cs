namespace Masp.Domain.Acces;

/// <summary>What a program may be given leave for, besides its role.</summary>
public static class Portees
{
    public const string Lecture = "masp.lecture";
    public const string Ecriture = "masp.ecriture";
    public const string Exports = "masp.exports";

    public static readonly IReadOnlyList<string> Toutes = [Lecture, Ecriture, Exports];

    /// <summary>Whether the scopes of a program reach that far; computing something reads no record and needs none.</summary>
    /// <param name="portees">Null for a person, whom no scope binds.</param>
    /// <param name="acte">The act.</param>
    /// <param name="ecrit">True when the call may change something.</param>
    public static bool Allow(IReadOnlyCollection<string>? portees, Acte acte, bool ecrit) =>
        portees is null || acte == Acte.Calculer || portees.Contains(ecrit ? Ecriture : Lecture);
}
