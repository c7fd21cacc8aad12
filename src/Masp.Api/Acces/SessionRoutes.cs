using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Infrastructure.Acces;
using Masp.Infrastructure.Donnees;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Api.Acces;

internal static class SessionRoutes
{
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/session").WithTags("Accès");
        group.MapPost("/", (IdentifiantsDto body, Connexion connexion, HttpContext http) => connexion.WithPasswordAsync(body.Identifiant, body.MotDePasse, http))
            .Open("ouvrirSession", "Ouvrir une session", "C'est ici qu'une personne s'authentifie.")
            .CountsTries(QuiEssaie.Compte)
            .Answers<SessionDto>().Refuses(401, 403);
        group.MapPost("/second-facteur", (CodeDto body, Connexion connexion, HttpContext http) => connexion.WithCodeAsync(body.Code, http))
            .Open("donnerCode", "Donner le code de son application, ou un code de secours", "C'est la seconde moitié de l'authentification, après le mot de passe.")
            .CountsTries(QuiEssaie.Adresse)
            .Answers<SessionDto>().Refuses(401);
        group.MapPost("/cle-d-acces/question", async (ClesDAcces cles, HttpContext http) => Results.Json(await cles.AskAsync(http), ReponseJson.Options))
            .Open("demanderConnexionParCle", "Ce que le navigateur doit savoir pour se servir d'une clé d'accès", "C'est ici qu'une personne s'authentifie par une clé d'accès.")
            .Answers<QuestionDeCle>();
        group.MapPost("/cle-d-acces", async (ReponseDeCle body, ClesDAcces cles, Connexion connexion, HttpContext http) =>
                await connexion.WithKeyAsync(await cles.RecogniseAsync(body.Etat, body.Reponse, http), http))
            .Open("ouvrirSessionParCle", "Ouvrir une session par une clé d'accès", "C'est ici qu'une personne s'authentifie par une clé d'accès.")
            .CountsTries(QuiEssaie.Adresse)
            .Answers<SessionDto>().Refuses(401, 403);
        group.MapGet("/", ReadAsync)
            .For(Acte.LireAFaire, "lireSession", "Qui est connecté, et ce qu'il peut faire")
            .ShowsNobody("Celui qui appelle, et lui seul.")
            .Answers<SessionDto>();
        group.MapDelete("/", CloseAsync)
            .For(Acte.LireAFaire, "fermerSession", "Fermer la session, et dire où la fermer chez le fournisseur d'identité si elle en vient")
            .Answers<SortieDto>()
            .Produces(StatusCodes.Status204NoContent);
        group.MapGet("/fournisseur", (Fournisseur fournisseur) => Results.Json(new FournisseurDto(fournisseur.Autorite is null ? null : fournisseur.Nom), ReponseJson.Options))
            .Open("lireFournisseur", "Le fournisseur d'identité par lequel on peut entrer", "La page de connexion en montre le bouton.")
            .Answers<FournisseurDto>();
        group.MapGet("/externe", (string? retour, Fournisseur fournisseur) => fournisseur.Autorite is null
                ? Results.NotFound()
                : Results.Challenge(new AuthenticationProperties { RedirectUri = ConnexionExterne.Safe(retour) }, [Fournisseur.Scheme]))
            .Open("ouvrirSessionExterne", "Partir s'authentifier chez le fournisseur d'identité", "C'est ici qu'une personne s'authentifie par un fournisseur d'identité.")
            .ExcludeFromDescription();
    }

    private static async Task<IResult> ReadAsync(HttpContext http, ActeurCourant acteur, SessionReader reader) =>
        Results.Json(await reader.ReadAsync(acteur.Acteur, http), ReponseJson.Options);

    /// <summary>The session ends in the database first: its cookie, kept by whomever, is worth nothing then.</summary>
    private static async Task<IResult> CloseAsync(SessionsDesPersonnes sessions, ConnexionExterne externe, HttpContext http)
    {
        var exit = await externe.ExitAsync(http);
        if (Identites.SessionOf(http.User) is { } session && Identites.ActeurOf(http.User) is { } acteur)
            await sessions.EndAsync(acteur.UtilisateurId, session, http.RequestAborted);
        await http.SignOutAsync(Identites.Cookie);
        return exit is null ? Results.NoContent() : Results.Json(new SortieDto(exit), ReponseJson.Options);
    }
}

/// <summary>What a person signs in with.</summary>
internal sealed record IdentifiantsDto(string Identifiant, string MotDePasse);

/// <param name="Adresse">Where the browser goes to sign out of the provider too.</param>
internal sealed record SortieDto(string Adresse);

/// <param name="Nom">Null when there is none.</param>
internal sealed record FournisseurDto(string? Nom);

/// <param name="Code">Six figures, or a recovery code.</param>
internal sealed record CodeDto(string Code);

/// <param name="Reponse">What <c>navigator.credentials.get</c> gave, as JSON.</param>
internal sealed record ReponseDeCle(string Etat, string Reponse);

/// <param name="Actes">What the role allows: the screens show nothing else.</param>
/// <param name="JetonAntiforgery">To be sent back in <c>X-CSRF-TOKEN</c> with every call that changes something.</param>
internal sealed record SessionDto(
    UtilisateurDto Utilisateur, DepartementDto Departement, bool Demonstration, LocalDate Aujourdhui, IReadOnlyList<Acte> Actes, string JetonAntiforgery);

internal sealed record UtilisateurDto(Guid Id, string Identifiant, string Nom, Role Role, ReferenceDto? Titulaire, ReferenceDto? ServiceReferent);

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
