namespace Masp.Domain.Territoires;

/// <summary>Zone of the commune of residence: it decides the price (R38, R64).</summary>
public enum Zone
{
    Urbaine,
    Rurale,
}
