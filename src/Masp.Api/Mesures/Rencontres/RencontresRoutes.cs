using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Journal;
using Masp.Application.Mesures.Rencontres;
using Masp.Domain.Acces;
using Masp.Domain.Mesures.Rencontres;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Masp.Api.Mesures.Rencontres;

internal static class RencontresRoutes
{
    public static void MapRencontres(this IEndpointRouteBuilder routes)
    {
        MapOfOne(routes.MapGroup("/mesures/{id:guid}/rencontres").WithTags("Rencontres"));
        MapOfAll(routes.MapGroup("/rencontres").WithTags("Rencontres"));
    }

    private static void MapOfOne(RouteGroupBuilder group)
    {
        group.MapGet("/", async (Guid id, EtatRencontre? etat, [AsParameters] PageDemandee page, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListRencontresDeMesure(id, etat, page.Pagination), http.RequestAborted)).ToList(http))
            .For(Acte.LireMesures, "listerRencontresDeMesure", "Rencontres d'une mesure, de la plus récente à la plus ancienne (R18)")
            .Looks(ObjetAcces.Mesure)
            .Answers<ListeDto<RencontreDto>>().Refuses(404);
        group.MapPost("/", async (Guid id, FaitsSaisis body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new RecordRencontre(id, body), http.RequestAborted)).ToCreated(http, r => $"/api/v1/mesures/{id}/rencontres/{r.Id}"))
            .For(Acte.EnregistrerRencontre, "enregistrerRencontre", "Enregistrer une rencontre tenue, manquée ou prévue, ou un contact téléphonique (R18)")
            .Answers<RencontreDto>(201).Refuses(404, 409).Replayable();
        group.MapGet("/compte", async (Guid id, IMediator mediator, HttpContext http) => (await mediator.Send(new CountRencontres(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireMesures, "compterRencontres", "Rencontres faites au regard du minimum, période par période : ce qui manque, jusqu'à quand (R18)")
            .Looks(ObjetAcces.Mesure)
            .Answers<CompteDeRencontresDto>().Refuses(404);
        group.MapGet("/{rencontreId:guid}", async (Guid id, Guid rencontreId, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new GetRencontre(id, rencontreId), http.RequestAborted)).ToOk(http))
            .For(Acte.LireMesures, "lireRencontre", "Une rencontre, et ce qu'elle disait avant d'être corrigée")
            .Looks(ObjetAcces.Mesure)
            .Answers<RencontreDto>().Refuses(404);
        group.MapPost("/{rencontreId:guid}/constat", async (Guid id, Guid rencontreId, FaitsSaisis body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new SettleRencontre(id, rencontreId, body, version))).ToOk(http))
            .For(Acte.EnregistrerRencontre, "constaterRencontre", "Dire qu'une rencontre prévue fut tenue, ou manquée et pourquoi (R18)")
            .Answers<RencontreDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
        group.MapPost("/{rencontreId:guid}/correction", async (Guid id, Guid rencontreId, CorrectionSaisie body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new CorrectRencontre(id, rencontreId, body.Faits, body.Motif, version))).ToOk(http))
            .For(Acte.EnregistrerRencontre, "corrigerRencontre", "Corriger une rencontre ; ce qu'elle disait avant reste lisible")
            .Answers<RencontreDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
        group.MapPost("/{rencontreId:guid}/annulation", async (Guid id, Guid rencontreId, AnnulationSaisie body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new CancelRencontre(id, rencontreId, body.Motif, version))).ToOk(http))
            .For(Acte.EnregistrerRencontre, "annulerRencontre", "Annuler une rencontre saisie par erreur ou qui n'est plus prévue : elle reste lisible et ne compte plus")
            .Answers<RencontreDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
    }

    private static void MapOfAll(RouteGroupBuilder group)
    {
        group.MapGet("/", async (
                [AsParameters] JoursDemandes jours, Guid? intervenantId, EtatRencontre? etat, [AsParameters] PageDemandee page, IMediator mediator, HttpContext http) =>
                (await jours.AskAsync((du, au) => mediator.Send(new ListRencontres(du, au, intervenantId, etat, page.Pagination), http.RequestAborted))).ToList(http))
            .For(Acte.LireMesures, "listerRencontres", "Rencontres entre deux jours, de la première à la dernière : la journée, le mois (R18)")
            .LooksAtMany(ObjetAcces.Mesure)
            .Answers<ListeDto<RencontreDto>>();
        group.MapGet("/comptes", async (Guid? intervenantId, [AsParameters] PageDemandee page, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListComptes(intervenantId, page.Pagination), http.RequestAborted)).ToList(http))
            .For(Acte.LireMesures, "listerComptesDeRencontres", "Mesures en cours, et ce qui manque à chacune jusqu'à quand (R18)")
            .LooksAtMany(ObjetAcces.Mesure)
            .Answers<ListeDto<CompteDeMesureDto>>();
        group.MapPost("/lot", async (ImportRencontres body, IMediator mediator, HttpContext http) => (await mediator.Send(body, http.RequestAborted)).ToOk(http))
            .For(Acte.EnregistrerRencontre, "importerRencontres", "Rencontres d'un logiciel de titulaire : chaque ligne vaut seule, et une ligne déjà reçue ne change rien (R18)")
            .WithMetadata(new RequestSizeLimitAttribute(Limites.LotMax))
            .Answers<LotDeRencontresDto>().Replayable();
    }

    internal sealed record CorrectionSaisie(FaitsSaisis Faits, string Motif);

    internal sealed record AnnulationSaisie(string Motif);
}
