using System.Security.Claims;
using Masp.Api.Commun;
using Masp.Application.Commun;
using Masp.Infrastructure.Acces;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Masp.Api.Acces;

/// <summary>
/// Signing in. A first proof (password) and, where the role or the person wants it, a second (code, passkey); between the two, a sealed cookie says who gave the
/// first. Only then is there a session.
/// </summary>
internal sealed class Connexion(
    AccesDbContext db, MotsDePasse motsDePasse, SecondFacteur secondFacteur, SessionsDesPersonnes sessions, Scelles scelles,
    IUserClaimsPrincipalFactory<Utilisateur> claims, SessionReader reader, Horloge horloge, IOptions<OptionsDAcces> options)
{
    private const string Defi = "masp-defi";

    private static readonly Duration DureeDuDefi = Duration.FromMinutes(5);

    private static IResult Verrouille => Problemes.Of(429, "acces.verrouille", "Trop d'essais : ce compte est verrouillé quelques minutes.");

    private static IResult Ferme => Problemes.Of(403, "acces.compte-ferme", "Ce compte n'est plus ouvert : adressez-vous à votre administrateur.");

    public async Task<IResult> WithPasswordAsync(string identifiant, string motDePasse, HttpContext http)
    {
        var user = await FindAsync(identifiant, http.RequestAborted);
        if (!motsDePasse.Matches(user, motDePasse))
        {
            if (user is not null)
                await motsDePasse.CountFailureAsync(user, http.RequestAborted);
            return Problemes.Of(401, "acces.identifiants", "L'identifiant ou le mot de passe n'est pas le bon.");
        }

        LimiteDesEssais.Succeed(http);

        // Said to who knows the password: anybody else would learn from it that there is such an account.
        if (motsDePasse.IsLocked(user!))
            return Verrouille;
        return await NextAsync(user!, http) switch
        {
            Suite.Ferme => Ferme,
            Suite.Code => Problemes.Of(401, "acces.second-facteur", "Saisissez le code de votre application, ou utilisez une clé d'accès."),
            Suite.SansSecondFacteur => Problemes.Of(
                401, "acces.second-facteur-absent", "Votre rôle demande un second facteur et vous n'en avez pas : demandez un lien par « mot de passe oublié »."),
            Suite.Session => await SignInAsync(user!, MoyenDeConnexion.MotDePasse, http),
        };
    }

    public bool IsOpen(Utilisateur user) => user.IsOpen(horloge.Aujourdhui);

    /// <summary>What follows a first proof. Where a code is due, a sealed cookie says who gave the proof.</summary>
    public async Task<Suite> NextAsync(Utilisateur user, HttpContext http)
    {
        if (!IsOpen(user))
            return Suite.Ferme;
        if (!await secondFacteur.IsEnrolledAsync(user, http.RequestAborted))
            return options.Value.NeedsSecondFactor(user) ? Suite.SansSecondFacteur : Suite.Session;
        http.Response.Cookies.Append(Defi, scelles.Seal(Defi, new Premiere(user.Id, user.SecurityStamp!), DureeDuDefi), CookieOf(http));
        return Suite.Code;
    }

    public async Task<IResult> WithCodeAsync(string code, HttpContext http)
    {
        var sealedProof = http.Request.Cookies[Defi];
        var user = scelles.Open<Premiere>(Defi, sealedProof) is { } first
            ? await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == first.UtilisateurId && u.SecurityStamp == first.Marque, http.RequestAborted)
            : null;
        if (user is null)
            return Problemes.Of(401, "acces.premier-facteur", "Recommencez par votre identifiant et votre mot de passe.");
        if (motsDePasse.IsLocked(user))
            return Verrouille;
        if (!IsOpen(user) || !await secondFacteur.VerifyAsync(user, code, http.RequestAborted))
        {
            await motsDePasse.CountFailureAsync(user, http.RequestAborted);
            return Problemes.Of(401, "acces.code-faux", "Ce code n'est pas le bon, ou a déjà servi : attendez le suivant.");
        }

        if (await scelles.OpenOnceAsync<Premiere>(Defi, sealedProof, http.RequestAborted) is null)
            return Problemes.Of(401, "acces.premier-facteur", "Recommencez par votre identifiant et votre mot de passe.");
        return await SignInAsync(user, MoyenDeConnexion.MotDePasseEtCode, http);
    }

    /// <summary>With a passkey alone: it is something one has, opened by something one knows or is.</summary>
    public async Task<IResult> WithKeyAsync(Utilisateur? user, HttpContext http)
    {
        if (user is null)
            return Problemes.Of(401, "acces.cle-refusee", "Cette clé d'accès n'a pas été reconnue.");
        return IsOpen(user) ? await SignInAsync(user, MoyenDeConnexion.CleDAcces, http) : Ferme;
    }

    /// <summary>Opens a session and gives its cookie.</summary>
    public async Task<IResult> SignInAsync(Utilisateur user, MoyenDeConnexion moyen, HttpContext http) =>
        Results.Json(await OpenAsync(user, moyen, http, null), ReponseJson.Options);

    /// <param name="externe">What the outside provider must be told when the session ends; null for a session of our own.</param>
    public async Task<SessionDto> OpenAsync(Utilisateur user, MoyenDeConnexion moyen, HttpContext http, AuthenticationProperties? externe)
    {
        await motsDePasse.ForgetFailuresAsync(user, http.RequestAborted);
        var session = await sessions.OpenAsync(user, moyen, http.Request.Headers.UserAgent, http.RequestAborted);
        http.Response.Cookies.Delete(Defi, CookieOf(http));
        await GiveCookieAsync(user, session.Id, http, externe);
        return await reader.ReadAsync(user.ToActeur(), http);
    }

    /// <summary>Gives the cookie of a session that is open already: its account has changed, its former cookie is worth nothing.</summary>
    public async Task GiveCookieAsync(Utilisateur user, Guid session, HttpContext http, AuthenticationProperties? externe = null)
    {
        var principal = await claims.CreateAsync(user);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(Identites.Session, session.ToString()));
        await http.SignInAsync(Identites.Cookie, principal, externe ?? new AuthenticationProperties());

        // The antiforgery token is bound to who is signed in: from here on, this person.
        http.User = principal;
    }

    private Task<Utilisateur?> FindAsync(string identifiant, CancellationToken cancellationToken)
    {
        var name = identifiant.ToUpperInvariant();
        return db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.NormalizedUserName == name, cancellationToken);
    }

    private static CookieOptions CookieOf(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = "/api/v1/session",
        IsEssential = true,
    };

    /// <summary>Who gave the first proof, and the state of the account then.</summary>
    private sealed record Premiere(Guid UtilisateurId, string Marque);
}

/// <summary>What follows a first proof of who somebody is.</summary>
internal enum Suite
{
    Session,
    Code,

    /// <summary>A second factor is due, and there is none.</summary>
    SansSecondFacteur,

    /// <summary>The account is deactivated, or past its leaving date.</summary>
    Ferme,
}

/// <summary>A cookie names a session; whether that session goes on is asked at each request, so one that was ended elsewhere is refused at once.</summary>
internal static class SessionsConnues
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var stamp = context.Principal?.FindFirst(http.RequestServices.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType)?.Value;
        if (stamp is null || Identites.SessionOf(context.Principal!) is not { } session
            || !await http.RequestServices.GetRequiredService<SessionsDesPersonnes>().IsGoodAsync(session, stamp, http.RequestAborted))
        {
            Identites.RememberNamed(http, context.Principal);
            context.RejectPrincipal();
            await http.SignOutAsync(Identites.Cookie);
        }
    }
}
