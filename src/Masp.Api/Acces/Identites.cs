using System.Security.Claims;
using Masp.Domain.Acces;
using Masp.Infrastructure.Acces;
using Microsoft.AspNetCore.Identity;

namespace Masp.Api.Acces;

/// <summary>What a signed-in identity says of who acts.</summary>
public static class Identites
{
    public const string Departement = "masp:departement";
    public const string Role = "masp:role";
    public const string Utilisateur = "masp:utilisateur";
    public const string Titulaire = "masp:titulaire";
    public const string Service = "masp:service";
    public const string Portee = "masp:portee";

    public static readonly string Cookie = IdentityConstants.ApplicationScheme;

    public static IEnumerable<Claim> ClaimsOf(Acteur acteur)
    {
        yield return new Claim(Departement, acteur.DepartementCode);
        yield return new Claim(Utilisateur, acteur.UtilisateurId.ToString());
        yield return new Claim(Role, acteur.Role.ToString());
        if (acteur.TitulaireId is { } titulaire)
            yield return new Claim(Titulaire, titulaire.ToString());
        if (acteur.ServiceReferentId is { } service)
            yield return new Claim(Service, service.ToString());
    }

    /// <returns>Null for nobody, and for an identity that is not ours.</returns>
    public static Acteur? ActeurOf(ClaimsPrincipal user)
    {
        if (user.FindFirst(Departement)?.Value is not { } departement || !Enum.TryParse<Role>(user.FindFirst(Role)?.Value, out var role))
            return null;
        return new Acteur(departement, Guid.Parse(user.FindFirst(Utilisateur)!.Value), role, Id(user, Titulaire), Id(user, Service));
    }

    /// <summary>Whether a program may do it within its scopes; a person has none and is not bound by any.</summary>
    public static bool ScopeAllows(ClaimsPrincipal user, Acte acte, string method)
    {
        var scopes = user.FindFirst(Portee)?.Value;
        if (scopes is null || acte == Acte.Calculer)
            return true;
        var needed = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? ClientProgramme.ScopeLecture : ClientProgramme.ScopeEcriture;
        return scopes.Split(' ').Contains(needed);
    }

    private static Guid? Id(ClaimsPrincipal user, string claim) => user.FindFirst(claim) is { } found ? Guid.Parse(found.Value) : null;
}
