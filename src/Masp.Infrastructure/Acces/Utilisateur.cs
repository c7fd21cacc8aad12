using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Masp.Infrastructure.Acces;

/// <summary>A person who signs in: one Role in one Departement.</summary>
public sealed class Utilisateur : IdentityUser<Guid>
{
    public string DepartementCode { get; set; } = string.Empty;

    public string Nom { get; set; } = string.Empty;

    public Role Role { get; set; }

    /// <summary>Set for the roles of a Titulaire.</summary>
    public Guid? TitulaireId { get; set; }

    /// <summary>Set for a Referent.</summary>
    public Guid? ServiceReferentId { get; set; }

    /// <summary>Set for the person whose file it is.</summary>
    public Guid? BeneficiaireId { get; set; }

    /// <summary>First day it may be used, included; null when it always could. An Auditeur has both days.</summary>
    public LocalDate? Debut { get; set; }

    /// <summary>Last day it may be used, included; null while nobody knows of one.</summary>
    public LocalDate? Fin { get; set; }

    public Acteur ToActeur() => new(
        DepartementCode, Id, Role, TitulaireId, ServiceReferentId, BeneficiaireId, Debut is null && Fin is null ? null : Periode.Of(Debut ?? LocalDate.MinIsoValue, Fin));
}
