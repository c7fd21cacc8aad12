using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Attributions;
using Masp.Application.Demandes;
using Masp.Application.Journal;
using Masp.Application.Mesures.Bilans;
using Masp.Domain.Acces;
using Masp.Domain.Demandes;
using MediatR;

namespace Masp.Api.Demandes;

internal static class CommissionsRoutes
{
    public static void MapCommissions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/commissions").WithTags("Commissions");
        group.MapPost("/", async (OpenCommission body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(body, http.RequestAborted)).ToCreated(http, c => $"/api/v1/commissions/{c.Id}"))
            .For(Acte.TenirCommission, "ouvrirCommission", "Ouvrir une séance ; les demandes ajournées y reviennent (R8)")
            .Answers<CommissionDto>(201).Refuses(409).Replayable();
        group.MapGet("/", async ([AsParameters] PageDemandee page, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListCommissions(page.Pagination), http.RequestAborted)).ToList(http))
            .For(Acte.LireCommissions, "listerCommissions", "Séances, de la plus récente à la plus ancienne")
            .ShowsNobody("Des dates et des nombres de dossiers.")
            .Answers<ListeDto<CommissionResumeDto>>();
        group.MapGet("/{id:guid}", async (Guid id, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new GetCommission(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireCommissions, "lireCommission", "Une séance, son ordre du jour et ses avis")
            .Looks(ObjetAcces.Commission)
            .Answers<CommissionDto>().Refuses(404);
        group.MapPost("/{id:guid}/points", async (Guid id, PointSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new EnrolDemande(id, body.DemandeId), http.RequestAborted)).ToCreated(http, c => $"/api/v1/commissions/{c.Id}"))
            .For(Acte.TenirCommission, "inscrireDemande", "Inscrire une demande à l'ordre du jour (R8)")
            .Answers<CommissionDto>(201).Refuses(404, 409).Replayable();
        group.MapPost("/{id:guid}/avis", async (Guid id, AvisSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new RecordAvis(id, body.DemandeId, body.Sens, body.Motif), http.RequestAborted)).ToCreated(http, _ => $"/api/v1/commissions/{id}"))
            .For(Acte.TenirCommission, "rendreAvis", "Enregistrer l'avis de la séance sur une demande (R8)")
            .Answers<AvisRenduDto>(201).Refuses(404, 409).Replayable();
        group.MapPost("/{id:guid}/bilans", async (Guid id, PointDeBilanSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new EnrolBilan(id, body.BilanId), http.RequestAborted)).ToCreated(http, c => $"/api/v1/commissions/{c.Id}"))
            .For(Acte.TenirCommission, "inscrireBilan", "Inscrire un bilan final à l'ordre du jour (R8, R20)")
            .Answers<CommissionDto>(201).Refuses(404, 409).Replayable();
        group.MapPost("/{id:guid}/bilans/avis", async (Guid id, AvisDeSeanceSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new RecordAvisSurBilan(id, body.BilanId, body.Sens, body.Motif), http.RequestAborted)).ToCreated(http, _ => $"/api/v1/commissions/{id}"))
            .For(Acte.TenirCommission, "rendreAvisSurBilan", "Enregistrer l'avis de la séance sur un bilan final (R8, R20)")
            .Answers<BilanDto>(201).Refuses(404, 409).Replayable();
        group.MapGet("/{id:guid}/attributions/apercu", async (Guid id, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new PreviewSession(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireCommissions, "apercuAttributionsSeance", "Qui serait servi, et pourquoi, pour toute la séance (R11)")
            .Looks(ObjetAcces.Commission)
            .Answers<ApercusDto>().Refuses(404, 409);
        group.MapPost("/{id:guid}/attributions", async (Guid id, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new AllocateSession(id), http.RequestAborted)).ToCreated(http, _ => $"/api/v1/commissions/{id}"))
            .For(Acte.Attribuer, "attribuerSeance", "Attribuer en un acte toutes les décisions favorables de la séance (R11)")
            .Answers<AttributionsDto>(201).Refuses(404, 409).Replayable();
    }

    internal sealed record PointSaisi(Guid DemandeId);

    internal sealed record PointDeBilanSaisi(Guid BilanId);

    internal sealed record AvisDeSeanceSaisi(Guid BilanId, SensAvis Sens, string Motif);

    internal sealed record AvisSaisi(Guid DemandeId, SensAvis Sens, string Motif);
}
