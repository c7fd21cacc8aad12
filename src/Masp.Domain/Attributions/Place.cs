using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Attributions;

/// <summary>A Convention that gives a place in the turn of its Lot.</summary>
public sealed record Siege(Guid ConventionId, Guid TitulaireId, string TitulaireNom, int Rang, Periode Periode);

/// <summary>
/// One Convention's place in the turn of a Lot, with its net count. Counts belong to the Convention: a Titulaire kept by a
/// new one starts again with everybody else (R11).
/// </summary>
public sealed class Place
{
    private Place()
    {
    }

    internal Place(Siege siege, int compte)
    {
        ConventionId = siege.ConventionId;
        TitulaireId = siege.TitulaireId;
        TitulaireNom = siege.TitulaireNom;
        Rang = siege.Rang;
        Debut = siege.Periode.Debut;
        Fin = siege.Periode.Fin;
        Compte = compte;
        Assis = true;
    }

    public Guid ConventionId { get; private set; }

    public Guid TitulaireId { get; private set; }

    /// <summary>As printed in the sentences of the register.</summary>
    public string TitulaireNom { get; private set; } = string.Empty;

    public int Rang { get; private set; }

    public LocalDate Debut { get; private set; }

    /// <summary>Last day, included; null when open-ended.</summary>
    public LocalDate? Fin { get; private set; }

    /// <summary>Net: given minus given back, from the starting count.</summary>
    public int Compte { get; private set; }

    /// <summary>Number of the last Attribution served to it; 0 when it never was.</summary>
    public int DernierServi { get; private set; }

    /// <summary>Until the register has recorded its departure.</summary>
    public bool Assis { get; private set; }

    public bool IsActiveOn(LocalDate date) => Assis && date >= Debut && !(date > Fin);

    internal void Serve(int numero)
    {
        Compte++;
        DernierServi = numero;
    }

    internal void GiveBack() => Compte--;

    internal void Leave() => Assis = false;
}
