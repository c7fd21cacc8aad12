using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Mesures;

/// <summary>Days on which a Mesure was not served (R21), both ends included.</summary>
public sealed class Suspension
{
    private Suspension()
    {
    }

    internal Suspension(Guid id, LocalDate debut, LocalDate fin)
    {
        Id = id;
        Debut = debut;
        Fin = fin;
    }

    public Guid Id { get; private set; }

    public LocalDate Debut { get; private set; }

    public LocalDate Fin { get; private set; }

    public Periode Periode => Periode.Of(Debut, Fin);
}

/// <summary>From that date, with or without gestion (R21).</summary>
public sealed class ChangementDeGestion
{
    private ChangementDeGestion()
    {
    }

    internal ChangementDeGestion(LocalDate date, bool avecGestion)
    {
        Date = date;
        AvecGestion = avecGestion;
    }

    public LocalDate Date { get; private set; }

    public bool AvecGestion { get; private set; }
}

/// <summary>Where the person lives from that date (R23, R38).</summary>
public sealed class Residence
{
    private Residence()
    {
    }

    internal Residence(LocalDate debut, string communeInsee)
    {
        Debut = debut;
        CommuneInsee = communeInsee;
    }

    public LocalDate Debut { get; private set; }

    public string CommuneInsee { get; private set; } = string.Empty;
}
