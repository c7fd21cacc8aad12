using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Infrastructure.Acces;
using NodaTime;

namespace Masp.Api.Acces;

internal static class ComptesRoutes
{
    private delegate Task<Result<CompteDAccesDto>> Changement(ChangeCompte change, Acteur acteur, Guid id, uint version, CancellationToken cancellationToken);

    public static void MapComptes(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/comptes").WithTags("Comptes");
        group.MapGet("/", async (
                string? recherche, Role? role, EtatDeCompte? etatCompte, [AsParameters] PageDemandee page, ListComptes comptes, ActeurCourant acteur, HttpContext http) =>
                (await comptes.ListAsync(acteur.Acteur, recherche, role, etatCompte, page.Pagination, http.RequestAborted)).ToList(http))
            .For(Acte.TenirComptes, "listerComptes", "Comptes du département, ou intervenants de son titulaire")
            .ShowsNobody("Qui se sert de l'application, et aucun dossier.")
            .Answers<ListeDto<CompteDAccesDto>>();
        group.MapPost("/", async (Invitation body, InviteCompte invite, ActeurCourant acteur, HttpContext http) =>
                (await invite.RunAsync(acteur.Acteur, body, http.RequestAborted)).ToCreated(http, c => $"/api/v1/comptes/{c.Id}"))
            .For(Acte.TenirComptes, "inviterCompte", "Ouvrir un compte et envoyer son invitation par courriel")
            .Answers<CompteDAccesDto>(201).Refuses(409);
        routes.MapPost("/beneficiaires/{id:guid}/compte", async (Guid id, PersonneInvitee body, InviteCompte invite, ActeurCourant acteur, HttpContext http) =>
                (await invite.RunForPersonAsync(acteur.Acteur, id, body.Identifiant, http.RequestAborted)).ToCreated(http, c => $"/api/v1/comptes/{c.Id}"))
            .For(Acte.InviterBeneficiaire, "inviterBeneficiaire", "Inviter une personne à lire son dossier, et lui seul")
            .WithTags("Comptes")
            .Answers<CompteDeLaPersonneDto>(201).Refuses(404, 409);
        group.MapGet("/{id:guid}", async (Guid id, ListComptes comptes, ActeurCourant acteur, HttpContext http) =>
                (await comptes.GetAsync(acteur.Acteur, id, http.RequestAborted)).ToOk(http))
            .For(Acte.TenirComptes, "lireCompte", "Un compte")
            .ShowsNobody("Qui se sert de l'application, et aucun dossier.")
            .Answers<CompteDAccesDto>().Refuses(404);
        group.MapPost("/{id:guid}/depart", async (Guid id, Depart body, ChangeCompte change, ActeurCourant acteur, HttpContext http) =>
                await SendAsync(http, version => change.SetDepartureAsync(acteur.Acteur, id, version, body.Fin, http.RequestAborted)))
            .Changes("fixerDepart", "Fixer ou retirer le dernier jour d'un compte ; passé, ses sessions se ferment");
        Map("/invitation", "renvoyerInvitation", "Envoyer un nouveau lien ; le précédent ne vaut plus", (c, a, id, v, t) => c.SendAgainAsync(a, id, v, t));
        Map("/desactivation", "desactiverCompte", "Désactiver un compte ; ses sessions se ferment", (c, a, id, v, t) => c.DeactivateAsync(a, id, v, t));
        Map("/reactivation", "reactiverCompte", "Rouvrir un compte désactivé", (c, a, id, v, t) => c.ReactivateAsync(a, id, v, t));
        Map("/deverrouillage", "deverrouillerCompte", "Lever le verrou posé après trop d'essais", (c, a, id, v, t) => c.UnlockAsync(a, id, v, t));
        Map("/second-facteur/reinitialisation", "reinitialiserSecondFacteur", "Retirer le second facteur et envoyer un lien pour en enregistrer un autre",
            (c, a, id, v, t) => c.ResetSecondFactorAsync(a, id, v, t));
        group.MapGet("/revues", async (ReviewComptes revues, ActeurCourant acteur, HttpContext http) => (await revues.ListAsync(acteur.Acteur, http.RequestAborted)).ToList(http))
            .For(Acte.RevoirComptes, "listerRevuesDesComptes", "Revues des comptes, la dernière d'abord")
            .ShowsNobody("Qui se sert de l'application, et aucun dossier.")
            .Answers<ListeDto<RevueDto>>();
        group.MapPost("/revues", async (NouvelleRevue body, ReviewComptes revues, ActeurCourant acteur, HttpContext http) =>
                (await revues.RecordAsync(acteur.Acteur, body, http.RequestAborted)).ToCreated(http, _ => "/api/v1/comptes/revues"))
            .For(Acte.RevoirComptes, "enregistrerRevueDesComptes", "Dire que les comptes ont été revus, aujourd'hui et par qui")
            .Answers<RevueDto>(201);

        void Map(string path, string operation, string summary, Changement changement) => group
            .MapPost("/{id:guid}" + path, async (Guid id, ChangeCompte change, ActeurCourant acteur, HttpContext http) =>
                await SendAsync(http, version => changement(change, acteur.Acteur, id, version, http.RequestAborted)))
            .Changes(operation, summary);
    }

    private static void Changes(this RouteHandlerBuilder route, string operation, string summary) =>
        route.For(Acte.TenirComptes, operation, summary).Answers<CompteDAccesDto>().Refuses(404, 409, 412, 428).NeedsVersion();

    private static async Task<IResult> SendAsync(HttpContext http, Func<uint, Task<Result<CompteDAccesDto>>> change)
    {
        var version = Entetes.RequiredVersion(http.Request);
        return version.IsSuccess ? (await change(version.Value)).ToOk(http) : Problemes.Of(version.Errors);
    }
}

/// <param name="Identifiant">The mail address the invitation is sent to and which the person signs in with. The name is that of the file.</param>
internal sealed record PersonneInvitee(string Identifiant);

/// <param name="Fin">Last day the account may be used, included; null for none.</param>
internal sealed record Depart(LocalDate? Fin);
