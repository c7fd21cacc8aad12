using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Infrastructure.Acces;

namespace Masp.Api.Acces;

internal static class ProgrammesRoutes
{
    public static void MapProgrammes(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/programmes").WithTags("Programmes");
        group.MapGet("/", async (TenueDeProgrammes programmes, ActeurCourant acteur, HttpContext http) => (await programmes.ListAsync(acteur.Acteur, http.RequestAborted)).ToList(http))
            .For(Acte.TenirProgrammes, "listerProgrammes", "Programmes qui appellent l'API")
            .ShowsNobody("Des programmes, et aucun dossier.")
            .Answers<ListeDto<ProgrammeDto>>();
        group.MapPost("/", async (NouveauProgramme body, TenueDeProgrammes programmes, ActeurCourant acteur, HttpContext http) =>
                (await programmes.CreateAsync(acteur.Acteur, body, http.RequestAborted)).ToCreated(http, p => $"/api/v1/programmes/{p.Programme.Id}"))
            .For(Acte.TenirProgrammes, "creerProgramme", "Créer un programme ; son secret n'est montré que cette fois")
            .Answers<ProgrammeEtSecretDto>(201);
        group.MapGet("/{id:guid}", async (Guid id, TenueDeProgrammes programmes, ActeurCourant acteur, HttpContext http) =>
                (await programmes.GetAsync(acteur.Acteur, id, http.RequestAborted)).ToOk(http))
            .For(Acte.TenirProgrammes, "lireProgramme", "Un programme")
            .ShowsNobody("Des programmes, et aucun dossier.")
            .Answers<ProgrammeDto>().Refuses(404);
        group.MapPost("/{id:guid}/secrets", async (Guid id, TenueDeProgrammes programmes, ActeurCourant acteur, HttpContext http) =>
                await SendAsync(http, version => programmes.RotateAsync(acteur.Acteur, id, version, http.RequestAborted)))
            .For(Acte.TenirProgrammes, "renouvelerSecret", "Donner un nouveau secret ; le précédent vaut encore quelques jours")
            .Answers<ProgrammeEtSecretDto>().Refuses(404, 409, 412, 428).NeedsVersion();
        group.MapPost("/{id:guid}/bornes", async (Guid id, BornesDeProgramme body, TenueDeProgrammes programmes, ActeurCourant acteur, JetonsConnus jetons, HttpContext http) =>
                await SendAsync(http, version => programmes.SetBoundsAsync(acteur.Acteur, id, version, body, http.RequestAborted), jetons))
            .For(Acte.TenirProgrammes, "bornerProgramme", "Fixer le dernier jour d'un programme et les réseaux d'où il appelle")
            .Answers<ProgrammeDto>().Refuses(404, 412, 428).NeedsVersion();
        group.MapPost("/{id:guid}/revocation", async (Guid id, TenueDeProgrammes programmes, ActeurCourant acteur, JetonsConnus jetons, HttpContext http) =>
                await SendAsync(http, version => programmes.RevokeAsync(acteur.Acteur, id, version, http.RequestAborted), jetons))
            .For(Acte.TenirProgrammes, "revoquerProgramme", "Révoquer un programme, pour toujours")
            .Answers<ProgrammeDto>().Refuses(404, 412, 428).NeedsVersion();
    }

    /// <param name="jetons">Forgotten when what they were believed for may have changed.</param>
    private static async Task<IResult> SendAsync<T>(HttpContext http, Func<uint, Task<Result<T>>> change, JetonsConnus? jetons = null)
    {
        var version = Entetes.RequiredVersion(http.Request);
        if (!version.IsSuccess)
            return Problemes.Of(version.Errors);
        var result = await change(version.Value);
        jetons?.Forget();
        return result.ToOk(http);
    }
}
