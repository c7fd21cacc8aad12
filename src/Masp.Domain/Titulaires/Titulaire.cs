using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Titulaires;

/// <summary>An operator to which measures are delegated, with its Conventions.</summary>
public sealed class Titulaire : AggregateRoot
{
    private readonly List<Convention> _conventions = [];

    private Titulaire()
    {
    }

    public Titulaire(Guid id, string departementCode, string nom, string siret, string adresse, string iban, string serieFacture)
    {
        Id = id;
        DepartementCode = departementCode;
        Nom = nom;
        Siret = siret;
        Adresse = adresse;
        Iban = iban;
        SerieFacture = serieFacture;
    }

    public Guid Id { get; private set; }

    public string Nom { get; private set; } = string.Empty;

    /// <summary>Fourteen digits.</summary>
    public string Siret { get; private set; } = string.Empty;

    /// <summary>Of the head office, printed on the Facture (R40).</summary>
    public string Adresse { get; private set; } = string.Empty;

    /// <summary>Of the head office, printed on the Facture (R40).</summary>
    public string Iban { get; private set; } = string.Empty;

    /// <summary>Prefix of its unbroken number series (R41).</summary>
    public string SerieFacture { get; private set; } = string.Empty;

    public IReadOnlyList<Convention> Conventions => _conventions;

    /// <summary>Opens a Convention on a Lot (R59).</summary>
    /// <returns>Refused with <c>convention.chevauchement</c> when one of its own on that Lot shares a day.</returns>
    public Result<Convention> Open(Guid conventionId, string lotCode, string numero, Periode periode, int rang)
    {
        if (_conventions.Any(c => c.LotCode == lotCode && c.Periode.Overlaps(periode)))
            return Error.Conflict("convention.chevauchement", "Ce titulaire a déjà une convention sur ce lot à ces dates.", "periode");
        var convention = new Convention(conventionId, lotCode, numero, periode, rang);
        _conventions.Add(convention);
        return convention;
    }

    public Convention? ConventionOn(string lotCode, LocalDate date) =>
        _conventions.Find(c => c.LotCode == lotCode && c.Periode.Contains(date));

    /// <summary>
    /// The day whose price is frozen for contracts of this Convention (R44): its last day, when no Convention of the same
    /// Lot follows it the next day; null when the Titulaire was kept or the Convention is open-ended.
    /// </summary>
    public LocalDate? DateGel(Guid conventionId)
    {
        var convention = _conventions.Find(c => c.Id == conventionId);
        if (convention?.Fin is not { } fin)
            return null;
        return ConventionOn(convention.LotCode, fin.PlusDays(1)) is null ? fin : null;
    }
}

/// <summary>Titulaire × Lot × period, with the rank of the call for candidates (R59).</summary>
public sealed class Convention
{
    private Convention()
    {
    }

    internal Convention(Guid id, string lotCode, string numero, Periode periode, int rang)
    {
        Id = id;
        LotCode = lotCode;
        Numero = numero;
        Debut = periode.Debut;
        Fin = periode.Fin;
        Rang = rang;
    }

    public Guid Id { get; private set; }

    public string LotCode { get; private set; } = string.Empty;

    public string Numero { get; private set; } = string.Empty;

    public LocalDate Debut { get; private set; }

    /// <summary>Last day, included; null when open-ended.</summary>
    public LocalDate? Fin { get; private set; }

    /// <summary>1 is served first at the very start (R11).</summary>
    public int Rang { get; private set; }

    public Periode Periode => Periode.Of(Debut, Fin);
}
