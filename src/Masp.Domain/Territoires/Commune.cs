using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Territoires;

/// <summary>A commune, known by its INSEE code (R64), with its Lot and Zone over time.</summary>
public sealed class Commune : AggregateRoot
{
    private readonly List<Affectation> _affectations = [];

    private Commune()
    {
    }

    public Commune(string departementCode, string codeInsee, string nom, IEnumerable<string> codesPostaux, int? population)
    {
        DepartementCode = departementCode;
        CodeInsee = codeInsee;
        Nom = nom;
        CodesPostaux = [.. codesPostaux];
        Population = population;
    }

    /// <summary>Five characters.</summary>
    public string CodeInsee { get; private set; } = string.Empty;

    public string Nom { get; private set; } = string.Empty;

    public List<string> CodesPostaux { get; private set; } = [];

    public int? Population { get; private set; }

    public IReadOnlyList<Affectation> Affectations => _affectations;

    public void Describe(string nom, IEnumerable<string> codesPostaux, int? population)
    {
        Nom = nom;
        CodesPostaux = [.. codesPostaux];
        Population = population;
    }

    /// <summary>From <paramref name="debut"/> (included) on, this Lot and Zone; a mapping that began the same day is replaced.</summary>
    public void Assign(LocalDate debut, string lotCode, Zone zone, bool demonstration)
    {
        var same = _affectations.Find(a => a.Debut == debut);
        if (same is null)
            _affectations.Add(new Affectation(debut, lotCode, zone, demonstration));
        else
            same.Replace(lotCode, zone, demonstration);
    }

    /// <summary>Null before the first known day.</summary>
    public Affectation? AffectationOn(LocalDate date) => _affectations.Where(a => a.Debut <= date).MaxBy(a => a.Debut);
}

/// <summary>Lot and Zone of a Commune from a first day on (R64).</summary>
public sealed class Affectation
{
    private Affectation()
    {
    }

    internal Affectation(LocalDate debut, string lotCode, Zone zone, bool demonstration)
    {
        Debut = debut;
        Replace(lotCode, zone, demonstration);
    }

    /// <summary>First day, included; it holds until the next one begins.</summary>
    public LocalDate Debut { get; private set; }

    public string LotCode { get; private set; } = string.Empty;

    public Zone Zone { get; private set; }

    /// <summary>Not from the source, whose annexes are missing: labelled « démonstration » wherever it shows.</summary>
    public bool Demonstration { get; private set; }

    internal void Replace(string lotCode, Zone zone, bool demonstration)
    {
        LotCode = lotCode;
        Zone = zone;
        Demonstration = demonstration;
    }
}
