using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Titulaires;

/// <summary>The five kinds of R7.</summary>
public enum NatureService
{
    /// <summary>Service territorial des solidarités.</summary>
    Sts,

    /// <summary>Service départemental de l'autonomie, for recipients of the APA.</summary>
    Sda,

    Ccas,
    Cias,
    AssociationInsertion,
}

/// <summary>A service that asks for measures and follows them, while the SAFPM habilitates it (R7).</summary>
public sealed class ServiceReferent : AggregateRoot
{
    private readonly List<Habilitation> _habilitations = [];

    private ServiceReferent()
    {
    }

    public ServiceReferent(Guid id, string departementCode, string nom, NatureService nature)
    {
        Id = id;
        DepartementCode = departementCode;
        Nom = nom;
        Nature = nature;
    }

    public Guid Id { get; private set; }

    public string Nom { get; private set; } = string.Empty;

    public NatureService Nature { get; private set; }

    public IReadOnlyList<Habilitation> Habilitations => _habilitations;

    /// <returns>Refused with <c>habilitation.chevauchement</c> when another one shares a day.</returns>
    public Result<Done> Habilitate(Guid id, Periode periode)
    {
        if (_habilitations.Any(h => h.Periode.Overlaps(periode)))
            return Error.Conflict("habilitation.chevauchement", "Ce service est déjà habilité à ces dates.", "periode");
        _habilitations.Add(new Habilitation(id, periode));
        return Done.Value;
    }

    public bool IsHabilitatedOn(LocalDate date) => _habilitations.Exists(h => h.Periode.Contains(date));
}

public sealed class Habilitation
{
    private Habilitation()
    {
    }

    internal Habilitation(Guid id, Periode periode)
    {
        Id = id;
        Debut = periode.Debut;
        Fin = periode.Fin;
    }

    public Guid Id { get; private set; }

    public LocalDate Debut { get; private set; }

    /// <summary>Last day, included; null when open-ended.</summary>
    public LocalDate? Fin { get; private set; }

    public Periode Periode => Periode.Of(Debut, Fin);
}
