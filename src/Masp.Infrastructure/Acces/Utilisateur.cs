using Masp.Domain.Acces;
using Microsoft.AspNetCore.Identity;

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

    public Acteur ToActeur() => new(DepartementCode, Id, Role, TitulaireId, ServiceReferentId);
}
