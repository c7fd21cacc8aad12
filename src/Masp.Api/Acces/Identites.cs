using System.Security.Claims;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Microsoft.AspNetCore.Identity;
using NodaTime.Text;

namespace Masp.Api.Acces;

/// <summary>What a signed-in identity says of who acts.</summary>
public static class Identites
{
    public const string Departement = "masp:departement";
    public const string Role = "masp:role";
    public const string Utilisateur = "masp:utilisateur";
    public const string Titulaire = "masp:titulaire";
    public const string Service = "masp:service";
    public const string Beneficiaire = "masp:beneficiaire";
    public const string Debut = "masp:debut";
    public const string Fin = "masp:fin";
    public const string Portee = "masp:portee";
    public const string Session = "masp:session";

    /// <summary>How the browser knows the session.</summary>
    public const string NomDuCookie = "masp-session";

    private static readonly object Presente = new();

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
        if (acteur.BeneficiaireId is { } beneficiaire)
            yield return new Claim(Beneficiaire, beneficiaire.ToString());
        if (acteur.Validite is not { } validite)
            yield break;
        yield return new Claim(Debut, LocalDatePattern.Iso.Format(validite.Debut));
        if (validite.Fin is { } fin)
            yield return new Claim(Fin, LocalDatePattern.Iso.Format(fin));
    }

    /// <returns>Null for nobody, and for an identity that is not ours.</returns>
    public static Acteur? ActeurOf(ClaimsPrincipal user)
    {
        if (user.FindFirst(Departement)?.Value is not { } departement || !Enum.TryParse<Role>(user.FindFirst(Role)?.Value, out var role))
            return null;
        return new Acteur(
            departement, Guid.Parse(user.FindFirst(Utilisateur)!.Value), role, Id(user, Titulaire), Id(user, Service), Id(user, Beneficiaire),
            Day(user, Debut) is { } debut ? Periode.Of(debut, Day(user, Fin)) : null);
    }

    /// <summary>The session a cookie names; null for a program.</summary>
    public static Guid? SessionOf(ClaimsPrincipal user) => Id(user, Session);

    /// <summary>Remembers whom a cookie or a token of ours names, good or not: who comes with one that is over is on record under their name.</summary>
    public static void RememberNamed(HttpContext http, ClaimsPrincipal? named) => http.Items[Presente] = named is null ? null : ActeurOf(named);

    /// <returns>Null when the call carries nothing that we gave.</returns>
    public static Acteur? NamedIn(HttpContext http) => http.Items[Presente] as Acteur;

    /// <summary>Whether the call shows something, ours or not, to be known by.</summary>
    public static bool ShowsSomething(HttpRequest request) => request.Headers.Authorization.Count > 0 || request.Cookies.ContainsKey(NomDuCookie);

    /// <summary>Whether a program may do it within its scopes; a person has none and is not bound by any.</summary>
    public static bool ScopeAllows(ClaimsPrincipal user, Acte acte, string method) =>
        Portees.Allow(user.FindFirst(Portee)?.Value.Split(' '), acte, !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method)));

    private static Guid? Id(ClaimsPrincipal user, string claim) => user.FindFirst(claim) is { } found ? Guid.Parse(found.Value) : null;

    private static NodaTime.LocalDate? Day(ClaimsPrincipal user, string claim) =>
        user.FindFirst(claim) is { } found ? LocalDatePattern.Iso.Parse(found.Value).Value : null;
}
