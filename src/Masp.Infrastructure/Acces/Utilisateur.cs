using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Masp.Infrastructure.Acces;

/// <summary>A person who signs in: one Role in one Departement, given once.</summary>
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

    public Instant? DesactiveLe { get; set; }

    /// <summary>The key of the authenticator, sealed; null while none is enrolled.</summary>
    public string? CleTotp { get; set; }

    /// <summary>The last step that served: neither it nor one before it serves again.</summary>
    public long DernierPasTotp { get; set; }

    /// <summary>Hashes of the recovery codes that did not serve yet.</summary>
    public string[] CodesDeSecours { get; set; } = [];

    /// <summary>Signs in with a password alone, whatever its role: accounts of the demonstration, which everybody knows. No route sets it.</summary>
    public bool SansSecondFacteur { get; set; }

    /// <summary>Moves with each act upon the account: what <c>If-Match</c> is compared with.</summary>
    public int Revision { get; set; } = 1;

    public Acteur ToActeur() => new(
        DepartementCode, Id, Role, TitulaireId, ServiceReferentId, BeneficiaireId, Debut is null && Fin is null ? null : Periode.Of(Debut ?? LocalDate.MinIsoValue, Fin));

    public bool HasLeft(LocalDate aujourdhui) => Fin < aujourdhui;

    /// <summary>Whether it may be used on that day: neither deactivated, nor before its first day, nor past its last.</summary>
    public bool IsOpen(LocalDate aujourdhui) => DesactiveLe is null && ToActeur().IsValidOn(aujourdhui);
}
