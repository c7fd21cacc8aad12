using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Infrastructure.Acces;
using Masp.Infrastructure.Donnees;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Api.Acces;

internal static class SessionRoutes
{
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/session").WithTags("Accès");
        group.MapPost("/", OpenAsync)
            .Open("ouvrirSession", "Ouvrir une session", "C'est ici qu'une personne s'authentifie.")
            .Answers<SessionDto>().Refuses(401, 429);
        group.MapGet("/", ReadAsync)
            .For(Acte.LireAFaire, "lireSession", "Qui est connecté, et ce qu'il peut faire")
            .ShowsNobody("Celui qui appelle, et lui seul.")
            .Answers<SessionDto>();
        group.MapDelete("/", CloseAsync)
            .For(Acte.LireAFaire, "fermerSession", "Fermer la session")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> OpenAsync(IdentifiantsDto body, HttpContext http, SignInManager<Utilisateur> signIn, UserManager<Utilisateur> users, SessionReader reader)
    {
        var user = await users.FindByNameAsync(body.Identifiant);
        if (user is null)
            return Refuse();
        var result = await signIn.CheckPasswordSignInAsync(user, body.MotDePasse, lockoutOnFailure: true);
        if (result.IsLockedOut)
            return Problemes.Of(429, "acces.verrouille", "Trop d'essais : ce compte est verrouillé quelques minutes.");
        if (!result.Succeeded)
            return Refuse();
        await signIn.SignInAsync(user, isPersistent: false);

        // The antiforgery token is bound to who is signed in: from here on, the new person.
        http.User = await signIn.CreateUserPrincipalAsync(user);
        return Results.Json(await reader.ReadAsync(user.ToActeur(), http), ReponseJson.Options);
    }

    private static async Task<IResult> ReadAsync(HttpContext http, ActeurCourant acteur, SessionReader reader) =>
        Results.Json(await reader.ReadAsync(acteur.Acteur, http), ReponseJson.Options);

    private static async Task<IResult> CloseAsync(SignInManager<Utilisateur> signIn)
    {
        await signIn.SignOutAsync();
        return Results.NoContent();
    }

    private static IResult Refuse() => Problemes.Of(401, "acces.identifiants", "L'identifiant ou le mot de passe n'est pas le bon.");
}

/// <summary>What a person signs in with.</summary>
internal sealed record IdentifiantsDto(string Identifiant, string MotDePasse);

/// <param name="Actes">What the role allows: the screens show nothing else.</param>
/// <param name="JetonAntiforgery">To be sent back in <c>X-CSRF-TOKEN</c> with every call that changes something.</param>
internal sealed record SessionDto(
    UtilisateurDto Utilisateur, DepartementDto Departement, bool Demonstration, LocalDate Aujourdhui, IReadOnlyList<Acte> Actes, string JetonAntiforgery);

internal sealed record UtilisateurDto(Guid Id, string Identifiant, string Nom, Role Role, ReferenceDto? Titulaire, ReferenceDto? ServiceReferent);

internal sealed record ReferenceDto(Guid Id, string Nom);

internal sealed record DepartementDto(string Code, string Nom);

/// <summary>Gathers what the screens need to know of the session.</summary>
internal sealed class SessionReader(IDbContextFactory<MaspDbContext> contexts, UserManager<Utilisateur> users, IAntiforgery antiforgery, Horloge horloge)
{
    public async Task<SessionDto> ReadAsync(Acteur acteur, HttpContext http)
    {
        await using var context = await contexts.CreateDbContextAsync(http.RequestAborted);
        var db = context.For(acteur, horloge.Aujourdhui);
        var departement = await db.Departements.AsNoTracking().FirstAsync(http.RequestAborted);
        var user = await users.FindByIdAsync(acteur.UtilisateurId.ToString());
        var titulaire = acteur.TitulaireId is { } t ? await db.Titulaires.AsNoTracking().FirstOrDefaultAsync(x => x.Id == t, http.RequestAborted) : null;
        var service = acteur.ServiceReferentId is { } s ? await db.ServicesReferents.AsNoTracking().FirstOrDefaultAsync(x => x.Id == s, http.RequestAborted) : null;
        return new SessionDto(
            new UtilisateurDto(
                acteur.UtilisateurId,
                user?.UserName ?? "programme",
                user?.Nom ?? "Programme",
                acteur.Role,
                titulaire is null ? null : new ReferenceDto(titulaire.Id, titulaire.Nom),
                service is null ? null : new ReferenceDto(service.Id, service.Nom)),
            new DepartementDto(departement.DepartementCode, departement.Nom),
            departement.Demonstration,
            horloge.Aujourdhui,
            Droits.ActesOf(acteur.Role),
            antiforgery.GetAndStoreTokens(http).RequestToken!);
    }
}
