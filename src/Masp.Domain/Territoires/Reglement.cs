using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Territoires;

/// <summary>A dated rule set (R60): it holds from its first day until the next one begins, and never rewrites the past.</summary>
public sealed class Reglement : AggregateRoot
{
    private Reglement()
    {
    }

    public Reglement(Guid id, string departementCode, LocalDate debut, string reference, Parametres parametres)
    {
        Id = id;
        DepartementCode = departementCode;
        Debut = debut;
        Reference = reference;
        Parametres = parametres;
    }

    public Guid Id { get; private set; }

    /// <summary>First day, included.</summary>
    public LocalDate Debut { get; private set; }

    /// <summary>The act that set it, as printed in explanations.</summary>
    public string Reference { get; private set; } = string.Empty;

    public Parametres Parametres { get; private set; } = new();
}
