using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Demandes;
using Masp.Application.Territoires;
using Masp.Application.Titulaires;
using Masp.Domain.Acces;
using Masp.Domain.Demandes;
using Masp.Domain.Territoires;
using MediatR;

namespace Masp.Api.Territoires;

internal static class TerritoiresRoutes
{
    public static void MapTerritoires(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/").WithTags("Référentiels");
        group.MapGet("/communes", async (
                string? codePostal, string? recherche, string? lot, Zone? zone, [AsParameters] PageDemandee page, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListCommunes(codePostal, recherche, lot, zone, page.Pagination), http.RequestAborted)).ToList(http))
            .For(Acte.LireReferentiel, "listerCommunes", "Communes, par code postal, nom, lot ou zone (R64)")
            .ShowsNobody("Un référentiel.")
            .Answers<ListeDto<CommuneDto>>();
        group.MapPost("/communes/import/apercu", async (PreviewImport body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(body, http.RequestAborted)).ToOk(http))
            .For(Acte.ImporterCommunes, "apercuImportCommunes", "Ce que ferait l'import d'une liste de communes, ligne par ligne, sans rien écrire (R64)")
            .Answers<ImportDto>();
        group.MapPost("/communes/import", async (ImportCommunes body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(body, http.RequestAborted)).ToCreated(http, _ => "/api/v1/communes"))
            .For(Acte.ImporterCommunes, "importerCommunes", "Importer une liste de communes : toute, ou rien (R64)")
            .Answers<ImportDto>(201).Refuses(409).Replayable();
        group.MapGet("/prestations", async (IMediator mediator, HttpContext http) => (await mediator.Send(new ListPrestations(), http.RequestAborted)).ToList(http))
            .For(Acte.LireReferentiel, "listerPrestations", "Prestations de l'article D271-2 (R6)")
            .ShowsNobody("Un référentiel.")
            .Answers<ListeDto<Prestation>>();
        group.MapGet("/lots", async (IMediator mediator, HttpContext http) => (await mediator.Send(new ListLots(), http.RequestAborted)).ToList(http))
            .For(Acte.LireReferentiel, "listerLots", "Lots et titulaires en convention aujourd'hui")
            .ShowsNobody("Un référentiel.")
            .Answers<ListeDto<LotDto>>();
        group.MapGet("/titulaires", async (IMediator mediator, HttpContext http) => (await mediator.Send(new ListTitulaires(), http.RequestAborted)).ToList(http))
            .For(Acte.LireReferentiel, "listerTitulaires", "Titulaires et leurs conventions")
            .ShowsNobody("Un référentiel.")
            .Answers<ListeDto<TitulaireDto>>();
        group.MapGet("/services-referents", async (IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListServicesReferents(), http.RequestAborted)).ToList(http))
            .For(Acte.LireReferentiel, "listerServicesReferents", "Services référents et leur habilitation (R7)")
            .ShowsNobody("Un référentiel.")
            .Answers<ListeDto<ServiceReferentDto>>();
        group.MapGet("/reglements", async (IMediator mediator, HttpContext http) => (await mediator.Send(new ListReglements(), http.RequestAborted)).ToList(http))
            .For(Acte.LireReferentiel, "listerReglements", "Règlements datés et leurs paramètres (R60)")
            .ShowsNobody("Un référentiel.")
            .Answers<ListeDto<ReglementDto>>();
    }
}
