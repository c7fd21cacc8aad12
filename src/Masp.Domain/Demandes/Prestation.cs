namespace Masp.Domain.Demandes;

/// <summary>R6: group A may be managed freely, group B only with a written reason (R271-3).</summary>
public enum GroupePrestation
{
    A,
    B,
}

/// <summary>A benefit of article D271-2 CASF.</summary>
/// <param name="Affectee">Must be wholly spent on its purpose (R271-4).</param>
/// <param name="Condition">When it may not be managed, as the decree says; null when never.</param>
public sealed record Prestation(string Code, string Libelle, GroupePrestation Groupe, bool Affectee, string? Condition);
