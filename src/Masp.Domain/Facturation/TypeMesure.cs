using Masp.Domain.Territoires;

namespace Masp.Domain.Facturation;

/// <summary>The four priced kinds: {sans, avec} gestion × {urbaine, rurale} (R1, R40).</summary>
public enum TypeMesure
{
    /// <summary>Sans gestion, urbaine.</summary>
    SGU,

    /// <summary>Avec gestion, urbaine.</summary>
    AGU,

    /// <summary>Sans gestion, rurale.</summary>
    SGR,

    /// <summary>Avec gestion, rurale.</summary>
    AGR,
}

public static class TypesMesure
{
    public static TypeMesure Of(bool avecGestion, Zone zone) => (avecGestion, zone) switch
    {
        (false, Zone.Urbaine) => TypeMesure.SGU,
        (true, Zone.Urbaine) => TypeMesure.AGU,
        (false, Zone.Rurale) => TypeMesure.SGR,
        (true, Zone.Rurale) => TypeMesure.AGR,
        _ => throw new ArgumentOutOfRangeException(nameof(zone), zone, "Unknown Zone."),
    };
}
