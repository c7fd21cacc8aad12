using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Journal;
using Masp.Application.Titulaires;
using Masp.Domain.Acces;
using MediatR;
using NodaTime;

namespace Masp.Api.Titulaires;

internal static class IntervenantsRoutes
{
    public static void MapIntervenants(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/intervenants").WithTags("Équipes");
        group.MapGet("/", async (Guid? titulaireId, bool? presents, [AsParameters] PageDemandee page, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListIntervenants(titulaireId, presents, page.Pagination), http.RequestAborted)).ToList(http))
            .For(Acte.LireEquipe, "listerIntervenants", "Intervenants des titulaires, du plus ancien au plus récent (R26)")
            .ShowsNobody("L'équipe d'un titulaire.")
            .Answers<ListeDto<IntervenantResumeDto>>();
        group.MapPost("/", async (EnterIntervenant body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(body, http.RequestAborted)).ToCreated(http, i => $"/api/v1/intervenants/{i.Id}"))
            .For(Acte.TenirEquipe, "enregistrerIntervenant", "Enregistrer l'entrée d'un intervenant dans l'équipe (R26)")
            .Answers<IntervenantDto>(201).Refuses(409).Replayable();
        group.MapGet("/{id:guid}", async (Guid id, IMediator mediator, HttpContext http) => (await mediator.Send(new GetIntervenant(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireEquipe, "lireIntervenant", "Un intervenant, ses quotités et ses absences (R25, R26)")
            .ShowsNobody("L'équipe d'un titulaire.")
            .Answers<IntervenantDto>().Refuses(404);
        group.MapPost("/{id:guid}/quotites", async (Guid id, QuotiteSaisie body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new ChangeEtp(id, body.Debut, body.Etp, version))).ToOk(http))
            .For(Acte.TenirEquipe, "changerQuotite", "Changer la quotité de travail à partir d'une date (R25)")
            .Answers<IntervenantDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
        group.MapPost("/{id:guid}/absences", async (Guid id, AbsenceSaisie body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new RecordAbsence(id, body.Debut, body.Fin, body.RemplacantId, version))).ToOk(http))
            .For(Acte.TenirEquipe, "enregistrerAbsence", "Enregistrer une absence et désigner le remplaçant (R26)")
            .Answers<IntervenantDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
        group.MapPost("/{id:guid}/absences/{absenceId:guid}/retour", async (Guid id, Guid absenceId, RetourSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new EndAbsence(id, absenceId, body.Fin, version))).ToOk(http))
            .For(Acte.TenirEquipe, "abregerAbsence", "Abréger une absence : retour plus tôt que prévu (R26)")
            .Answers<IntervenantDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
        group.MapPost("/{id:guid}/sortie", async (Guid id, SortieSaisie body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new LeaveTeam(id, body.Date, version))).ToOk(http))
            .For(Acte.TenirEquipe, "enregistrerSortie", "Enregistrer la sortie d'un intervenant (R26, R51)")
            .Answers<IntervenantDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
        group.MapPost("/{id:guid}/compte", async (Guid id, CompteSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new LinkAccount(id, body.CompteId, version))).ToOk(http))
            .For(Acte.RattacherCompte, "lierCompte", "Dire quel compte est celui de l'intervenant : il voit alors ce qu'il suit (R61)")
            .Answers<IntervenantDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
        routes.MapGet("/charge", async (Guid? titulaireId, IMediator mediator, HttpContext http) => (await mediator.Send(new GetCharge(titulaireId), http.RequestAborted)).ToOk(http))
            .WithTags("Équipes")
            .For(Acte.LireEquipe, "lireCharge", "Mesures par intervenant au regard de la capacité, et ce que personne ne suit encore (R25)")
            .LooksAtMany(ObjetAcces.Mesure)
            .Answers<ChargeDto>();
    }

    internal sealed record QuotiteSaisie(LocalDate Debut, decimal Etp);

    internal sealed record AbsenceSaisie(LocalDate Debut, LocalDate Fin, Guid RemplacantId);

    internal sealed record RetourSaisi(LocalDate Fin);

    internal sealed record CompteSaisi(Guid? CompteId);

    internal sealed record SortieSaisie(LocalDate Date);
}
