using Masp.Api.Commun;
using Masp.Infrastructure.Acces;

namespace Masp.Api.Acces;

internal static class LiensRoutes
{
    private const string Avant = "Qui suit un lien n'a pas encore de session ; le lien lui-même le fait connaître.";

    /// <summary>The secret of a link travels in bodies only: addresses are written down by servers and proxies.</summary>
    public static void MapLiens(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/liens").WithTags("Accès");
        group.MapPost("/", async (LienDemande body, AcceptLien liens, HttpContext http) =>
            {
                await liens.AskAsync(body.Identifiant, http.RequestAborted);
                return Results.NoContent();
            })
            .Open("demanderLien", "Demander un lien pour choisir un nouveau mot de passe", "Qui a oublié son mot de passe n'a pas de session ; la réponse est la même pour tous.")
            .CountsCalls()
            .Produces(StatusCodes.Status204NoContent);
        group.MapPost("/lecture", async (LienLu body, AcceptLien liens, HttpContext http) => (await liens.ReadAsync(body.Jeton, http.RequestAborted)).ToOk(http))
            .Open("lireLien", "À quoi mène un lien reçu par courriel", Avant)
            .CountsTries(QuiEssaie.Adresse)
            .Answers<LienDto>().Refuses(404);
        group.MapPost("/acceptation", AcceptAsync)
            .Open("accepterLien", "Choisir son mot de passe et, s'il le faut, enregistrer son second facteur", Avant)
            .CountsTries(QuiEssaie.Adresse)
            .Answers<AccesOuvertDto>().Refuses(404, 412);
    }

    private static async Task<IResult> AcceptAsync(Acceptation body, AcceptLien liens, Connexion connexion, HttpContext http)
    {
        var accepted = await liens.RunAsync(body, http.RequestAborted);
        if (!accepted.IsSuccess)
            return Problemes.Of(accepted.Errors);
        var (user, opens, codes) = accepted.Value;
        var session = opens ? await connexion.OpenAsync(user, MoyenDeConnexion.Lien, http, null) : null;
        return Results.Json(new AccesOuvertDto(session, codes), ReponseJson.Options);
    }
}

internal sealed record LienDemande(string Identifiant);

internal sealed record LienLu(string Jeton);

/// <param name="Session">Open at once, unless a second factor that was there before must still be shown.</param>
/// <param name="CodesDeSecours">Shown once; empty when no second factor was enrolled.</param>
internal sealed record AccesOuvertDto(SessionDto? Session, IReadOnlyList<string> CodesDeSecours);
