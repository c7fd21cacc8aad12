using Masp.Api.Commun;
using Masp.Application.Journal;
using Masp.Domain.Acces;
using MediatR;

namespace Masp.Api.Journal;

internal static class JournalRoutes
{
    public static void MapJournal(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/journal").WithTags("Journal");
        group.MapGet("/actes", async ([AsParameters] FiltreDemande filtre, [AsParameters] PageDemandee page, IMediator mediator, Operations operations, HttpContext http) =>
                (await filtre.AskAsync(f => mediator.Send(new ListActes(f, page.Pagination), http.RequestAborted))).Map(l => l.Select(operations.Name)).ToList(http))
            .For(Acte.LireJournal, "listerActes", "Journal des actes, du plus récent au plus ancien : qui, quand, quoi, avant et après")
            .LooksAtMany(ObjetAcces.Journal)
            .Answers<ListeDto<ActeJournaliseDto>>();
        group.MapGet("/actes.csv", async ([AsParameters] FiltreDemande filtre, IMediator mediator, Operations operations, HttpContext http) =>
                await (await filtre.AskAsync(f => mediator.Send(new ExportActes(f), http.RequestAborted))).ToCsvAsync(http, "journal-des-actes", ExportsDeJournal.Actes, a => ExportsDeJournal.Cells(operations.Name(a))))
            .For(Acte.LireJournal, "exporterActes", "Journal des actes, entier, pour un tableur")
            .LooksAtMany(ObjetAcces.Journal, NatureAcces.Export)
            .Produces<string>(200, "text/csv");
        group.MapGet("/acces", async ([AsParameters] FiltreDemande filtre, NatureAcces? nature, [AsParameters] PageDemandee page, IMediator mediator, Operations operations, HttpContext http) =>
                (await filtre.AskAsync(f => mediator.Send(new ListAcces(f with { Nature = nature }, page.Pagination), http.RequestAborted))).Map(l => l.Select(operations.Name)).ToList(http))
            .For(Acte.LireJournal, "listerAcces", "Journal des accès, du plus récent au plus ancien : qui a vu quoi (R61)")
            .LooksAtMany(ObjetAcces.Journal)
            .Answers<ListeDto<AccesDto>>();
        group.MapGet("/acces.csv", async ([AsParameters] FiltreDemande filtre, NatureAcces? nature, IMediator mediator, Operations operations, HttpContext http) =>
                await (await filtre.AskAsync(f => mediator.Send(new ExportAcces(f with { Nature = nature }), http.RequestAborted)))
                    .ToCsvAsync(http, "journal-des-acces", ExportsDeJournal.Acces, a => ExportsDeJournal.Cells(operations.Name(a))))
            .For(Acte.LireJournal, "exporterAcces", "Journal des accès, entier, pour un tableur")
            .LooksAtMany(ObjetAcces.Journal, NatureAcces.Export)
            .Produces<string>(200, "text/csv");
        routes.MapGet("/mesures/{id:guid}/acces", async (Guid id, [AsParameters] PageDemandee page, IMediator mediator, Operations operations, HttpContext http) =>
                (await mediator.Send(new ListAccesDeMesure(id, page.Pagination), http.RequestAborted)).Map(l => l.Select(operations.Name)).ToList(http))
            .For(Acte.LireAccesAuDossier, "listerAccesDeMesure", "Qui a consulté ce dossier (R61)")
            .Looks(ObjetAcces.Mesure)
            .Answers<ListeDto<AccesDto>>().Refuses(404).WithTags("Journal");
        group.MapSceau();
    }

    private static void MapSceau(this RouteGroupBuilder group)
    {
        const string nombres = "Des numéros, des nombres et des empreintes.";
        group.MapGet("/tete", async (IMediator mediator, HttpContext http) => (await mediator.Send(new GetTete(), http.RequestAborted)).ToOk(http))
            .For(Acte.VerifierJournal, "lireTeteDuJournal", "Le dernier bloc scellé, à garder hors du système")
            .ShowsNobody(nombres)
            .Answers<SceauDto>();
        group.MapGet("/blocs", async ([AsParameters] PageDemandee page, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListBlocs(page.Pagination), http.RequestAborted)).ToList(http))
            .For(Acte.VerifierJournal, "listerBlocs", "Les blocs scellés, du plus récent au plus ancien")
            .ShowsNobody(nombres)
            .Answers<ListeDto<BlocDto>>();
        group.MapGet("/blocs.csv", async (IMediator mediator, HttpContext http) =>
                await (await mediator.Send(new ExportBlocs(), http.RequestAborted)).ToCsvAsync(http, "blocs", ExportsDeJournal.Blocs, ExportsDeJournal.Cells))
            .For(Acte.VerifierJournal, "exporterBlocs", "La chaîne entière, à suivre ailleurs")
            .ShowsNobody(nombres)
            .Produces<string>(200, "text/csv");
        group.MapGet("/verification", async (long? depuis, int? lignes, long? teteNumero, string? teteEmpreinte, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new VerifyJournal(depuis, lignes, teteNumero, teteEmpreinte), http.RequestAborted)).ToOk(http))
            .For(Acte.VerifierJournal, "verifierJournal", "Recalculer la chaîne et nommer la première ligne touchée")
            .ShowsNobody(nombres)
            .Answers<VerificationDto>();
    }
}
