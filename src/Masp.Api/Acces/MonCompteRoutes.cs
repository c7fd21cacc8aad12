using System.Buffers.Text;
using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Infrastructure.Acces;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Api.Acces;

internal static class MonCompteRoutes
{
    public static void MapMonCompte(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/compte").WithTags("Mon compte");
        group.MapGet("/", ReadAsync)
            .For(Acte.TenirMonCompte, "lireMonCompte", "Son compte, ses seconds facteurs et ses sessions")
            .ShowsNobody("Son propre compte, et aucun dossier.")
            .Answers<MonCompteDto>();
        group.MapPost("/mot-de-passe", ChangePasswordAsync)
            .For(Acte.TenirMonCompte, "changerMotDePasse", "Changer son mot de passe ; ses autres sessions se ferment")
            .Answers<SessionDto>().Refuses(409, 412);
        group.MapPost("/totp/proposition", async (MonCompte compte, ActeurCourant acteur, HttpContext http) =>
                Results.Json(await compte.ProposeAsync(acteur.Acteur, http.RequestAborted), ReponseJson.Options))
            .For(Acte.TenirMonCompte, "proposerTotp", "Une clé à enregistrer dans une application de codes")
            .Answers<PropositionTotp>();
        group.MapPost("/totp", async (EnregistrementTotp body, MonCompte compte, ActeurCourant acteur, HttpContext http) =>
                Codes(await compte.EnrolTotpAsync(acteur.Acteur, body.MotDePasseActuel, body.Scelle, body.Code, http.RequestAborted)))
            .For(Acte.TenirMonCompte, "enregistrerTotp", "Enregistrer une application de codes ; les codes de secours ne sont montrés que cette fois")
            .Answers<CodesDeSecoursDto>().Refuses(409, 412);
        group.MapPost("/totp/retrait", async (Confirmation body, MonCompte compte, ActeurCourant acteur, HttpContext http) =>
                (await compte.RemoveTotpAsync(acteur.Acteur, body.MotDePasseActuel, http.RequestAborted)).ToNoContent())
            .For(Acte.TenirMonCompte, "retirerTotp", "Retirer son application de codes")
            .Produces(StatusCodes.Status204NoContent).Refuses(409, 412);
        group.MapPost("/codes-de-secours", async (Confirmation body, MonCompte compte, ActeurCourant acteur, HttpContext http) =>
                Codes(await compte.RenewCodesAsync(acteur.Acteur, body.MotDePasseActuel, http.RequestAborted)))
            .For(Acte.TenirMonCompte, "renouvelerCodesDeSecours", "Tirer de nouveaux codes de secours ; les précédents ne valent plus")
            .Answers<CodesDeSecoursDto>().Refuses(409, 412);
        group.MapPost("/cles-d-acces/question", async (ClesDAcces cles, AccesDbContext db, ActeurCourant acteur, HttpContext http) =>
                Results.Json(await cles.AskForNewAsync(await MeAsync(db, acteur, http), http), ReponseJson.Options))
            .For(Acte.TenirMonCompte, "demanderCleDAcces", "Ce que le navigateur doit savoir pour créer une clé d'accès")
            .Answers<QuestionDeCle>();
        group.MapPost("/cles-d-acces", AddKeyAsync)
            .For(Acte.TenirMonCompte, "enregistrerCleDAcces", "Enregistrer une clé d'accès")
            .Produces(StatusCodes.Status204NoContent).Refuses(409, 412);
        group.MapPost("/cles-d-acces/retrait", async (RetraitDeCle body, MonCompte compte, ActeurCourant acteur, HttpContext http) =>
                (await compte.RemoveKeyAsync(acteur.Acteur, body.MotDePasseActuel, IdOf(body.Id), http.RequestAborted)).ToNoContent())
            .For(Acte.TenirMonCompte, "retirerCleDAcces", "Retirer une clé d'accès")
            .Produces(StatusCodes.Status204NoContent).Refuses(404, 409, 412);
        group.MapDelete("/sessions/{id:guid}", async (Guid id, MonCompte compte, ActeurCourant acteur, HttpContext http) =>
                (await compte.EndSessionAsync(acteur.Acteur, id, http.RequestAborted)).ToNoContent())
            .For(Acte.TenirMonCompte, "fermerUneSession", "Fermer une de ses sessions, où qu'elle soit")
            .Produces(StatusCodes.Status204NoContent).Refuses(404);
        group.MapDelete("/sessions", async (SessionsDesPersonnes sessions, ActeurCourant acteur, HttpContext http) =>
            {
                await sessions.EndAllAsync(acteur.Acteur.UtilisateurId, Identites.SessionOf(http.User), http.RequestAborted);
                return Results.NoContent();
            })
            .For(Acte.TenirMonCompte, "fermerAutresSessions", "Fermer toutes ses sessions, sauf celle-ci")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ReadAsync(AccesDbContext db, UserManager<Utilisateur> users, SessionsDesPersonnes sessions, ActeurCourant acteur, HttpContext http)
    {
        var me = await MeAsync(db, acteur, http);
        var here = Identites.SessionOf(http.User);
        var keys = await users.GetPasskeysAsync(me);
        return Results.Json(
            new MonCompteDto(
                me.Nom, me.Email!, me.Role, me.Fin, me.PasswordHash is not null, me.CleTotp is not null, me.CodesDeSecours.Length,
                [.. keys.Select(k => new CleDto(Base64Url.EncodeToString(k.CredentialId), k.Name ?? "Clé d'accès", Instant.FromDateTimeOffset(k.CreatedAt)))],
                [.. (await sessions.ListAsync(me.Id, http.RequestAborted)).Select(s => new SessionOuverteDto(s.Id, s.Appareil, s.Moyen, s.OuverteLe, s.VueLe, s.Id == here))]),
            ReponseJson.Options);
    }

    private static async Task<IResult> ChangePasswordAsync(NouveauMotDePasse body, MonCompte compte, Connexion connexion, SessionReader reader, ActeurCourant acteur, HttpContext http)
    {
        var session = Identites.SessionOf(http.User)!.Value;
        var changed = await compte.ChangePasswordAsync(acteur.Acteur, session, body.MotDePasseActuel, body.MotDePasse, http.RequestAborted);
        if (!changed.IsSuccess)
            return Problemes.Of(changed.Errors);
        await connexion.GiveCookieAsync(changed.Value, session, http, (await http.AuthenticateAsync(Identites.Cookie)).Properties);
        return Results.Json(await reader.ReadAsync(acteur.Acteur, http), ReponseJson.Options);
    }

    private static async Task<IResult> AddKeyAsync(
        NouvelleCle body, ClesDAcces cles, MonCompte compte, AccesDbContext db, UserManager<Utilisateur> users, ActeurCourant acteur, HttpContext http)
    {
        if (body.Nom.Length is 0 or > 60)
            return Problemes.Of(Error.Invalid("cle-d-acces.nom-invalide", "Le nom de la clé compte de 1 à 60 caractères.", "nom"));
        if (await cles.ReadNewAsync(await MeAsync(db, acteur, http), body.Etat, body.Reponse, http) is not { } passkey)
            return Problemes.Of(Error.Invalid("cle-d-acces.refusee", "La clé d'accès n'a pas répondu à ce qui lui était demandé : recommencez.", "reponse"));
        passkey.Name = body.Nom;
        return (await compte.AddKeyAsync(acteur.Acteur, body.MotDePasseActuel, passkey, users, http.RequestAborted)).ToNoContent();
    }

    private static Task<Utilisateur> MeAsync(AccesDbContext db, ActeurCourant acteur, HttpContext http) =>
        db.Users.AsNoTracking().FirstAsync(u => u.Id == acteur.Acteur.UtilisateurId, http.RequestAborted);

    private static IResult Codes(Result<IReadOnlyList<string>> result) =>
        result.Match(codes => Results.Json(new CodesDeSecoursDto(codes), ReponseJson.Options), Problemes.Of);

    /// <summary>What is not an id is that of no key.</summary>
    private static byte[] IdOf(string text) => Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];
}

/// <param name="CodesRestants">Recovery codes that did not serve yet.</param>
internal sealed record MonCompteDto(
    string Nom, string Identifiant, Role Role, LocalDate? Fin, bool MotDePasse, bool ApplicationDeCodes, int CodesRestants, IReadOnlyList<CleDto> ClesDAcces,
    IReadOnlyList<SessionOuverteDto> Sessions);

internal sealed record CleDto(string Id, string Nom, Instant CreeLe);

/// <param name="Appareil">Browser and system, by family.</param>
/// <param name="VueLe">To within five minutes.</param>
/// <param name="Ici">The one that asks.</param>
internal sealed record SessionOuverteDto(Guid Id, string Appareil, MoyenDeConnexion Moyen, Instant OuverteLe, Instant VueLe, bool Ici);

/// <summary>Shown once.</summary>
internal sealed record CodesDeSecoursDto(IReadOnlyList<string> Codes);

/// <param name="MotDePasseActuel">Empty for who came in by an outside provider and has none.</param>
internal sealed record Confirmation(string MotDePasseActuel);

internal sealed record NouveauMotDePasse(string MotDePasseActuel, string MotDePasse);

internal sealed record EnregistrementTotp(string MotDePasseActuel, string Scelle, string Code);

/// <param name="Reponse">What <c>navigator.credentials.create</c> gave, as JSON.</param>
internal sealed record NouvelleCle(string MotDePasseActuel, string Nom, string Etat, string Reponse);

internal sealed record RetraitDeCle(string MotDePasseActuel, string Id);
