using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Beneficiaires;
using Masp.Application.Commun;
using Masp.Application.Journal;
using Masp.Domain.Acces;
using Masp.Domain.Beneficiaires;
using MediatR;
using NodaTime;

namespace Masp.Api.Beneficiaires;

internal static class BeneficiairesRoutes
{
    public static void MapBeneficiaires(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/beneficiaires/{id:guid}").WithTags("Personnes");
        group.MapGet("/", async (Guid id, IMediator mediator, HttpContext http) => (await mediator.Send(new GetBeneficiaire(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireBeneficiaire, "lireBeneficiaire", "Une personne, et où en est son dossier (R63)")
            .Looks(ObjetAcces.Beneficiaire)
            .Answers<FicheDto>().Refuses(404);
        group.MapPost("/rectification", async (Guid id, RectificationSaisie body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(
                    http, version => new RectifyBeneficiaire(id, body.Nom, body.Prenom, body.DateNaissance, body.Civilite, body.Motif, version))).ToOk(http))
            .For(Acte.RectifierIdentite, "rectifierIdentite", "Rectifier l'identité d'une personne ; l'avant, l'après et le motif sont gardés (R63)")
            .Answers<FicheDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
        group.MapGet("/export.json", async (Guid id, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ExportDossier(id), http.RequestAborted)).ToAttachment(http, $"dossier-{id}.json"))
            .For(Acte.ExporterDossier, "exporterDossierJson", "Tout ce qui est tenu sur une personne, pour un programme (R63)")
            .Looks(ObjetAcces.Beneficiaire, NatureAcces.Export)
            .Answers<DossierExporteDto>().Refuses(404);
        group.MapGet("/export.pdf", async (Guid id, IMediator mediator, IMoteurDocuments moteur, HttpContext http) =>
                await (await mediator.Send(new ExportDossier(id), http.RequestAborted))
                    .ToPdfAsync(moteur, http, DossierImprime.Dossier, DossierImprime.Of, $"dossier-{id}.pdf"))
            .For(Acte.ExporterDossier, "exporterDossierPdf", "Tout ce qui est tenu sur une personne, à lire (R63)")
            .Looks(ObjetAcces.Beneficiaire, NatureAcces.Export)
            .Produces<byte[]>(200, "application/pdf").Refuses(404, 503);
        group.MapPost("/visas", async (Guid id, VisaSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new RecordVisa(id, body.Reference, body.Date, body.Service, body.Document), http.RequestAborted))
                .ToCreated(http, f => $"/api/v1/beneficiaires/{f.Id}"))
            .For(Acte.EnregistrerVisa, "enregistrerVisa", "Enregistrer le visa des archives sur un dossier archivé (R63)")
            .Answers<FicheDto>(201).Refuses(404, 409).Replayable();
        group.MapPost("/effacement", async (Guid id, ConfirmationSaisie body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new EraseDossier(id, body.Confirmation), http.RequestAborted)).ToCreated(http, c => $"/api/v1/beneficiaires/{c.DossierId}/certificat"))
            .For(Acte.EffacerDossier, "effacerDossier", "Effacer un dossier archivé et visé, par une autre personne que celle qui a enregistré le visa (R63)")
            .Answers<CertificatDto>(201).Refuses(404, 409).Replayable();
        group.MapGet("/certificat", async (Guid id, IMediator mediator, HttpContext http) => (await mediator.Send(new GetCertificat(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireBeneficiaire, "lireCertificat", "Le certificat d'un dossier effacé")
            .ShowsNobody("Un certificat d'effacement ne nomme personne.")
            .Answers<CertificatDto>().Refuses(404, 409);
        group.MapGet("/certificat.pdf", async (Guid id, IMediator mediator, IMoteurDocuments moteur, ActeurCourant acteur, HttpContext http) =>
                await (await mediator.Send(new GetCertificat(id), http.RequestAborted)).ToPdfAsync(
                    moteur, http, DossierImprime.Certificat, c => DossierImprime.Of(c, acteur.Acteur.DepartementCode), $"certificat-{id}.pdf"))
            .For(Acte.LireBeneficiaire, "telechargerCertificat", "Le certificat d'un dossier effacé, à garder")
            .ShowsNobody("Un certificat d'effacement ne nomme personne.")
            .Produces<byte[]>(200, "application/pdf").Refuses(404, 409, 503);
    }

    public static void MapArchivages(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/").WithTags("Personnes");
        group.MapGet("/archivages/apercu", async ([AsParameters] PageDemandee page, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListEcheances(page.Pagination), http.RequestAborted)).ToList(http))
            .For(Acte.Archiver, "apercuArchivages", "Les dossiers à archiver, et pourquoi, sans rien écrire (R63)")
            .LooksAtMany(ObjetAcces.Beneficiaire)
            .Answers<ListeDto<EcheanceDeDossierDto>>();
        group.MapPost("/archivages", async (ArchiveDossiers? body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(body ?? new ArchiveDossiers(), http.RequestAborted)).ToOk(http))
            .For(Acte.Archiver, "archiverDossiers", "Archiver les dossiers échus, 500 au plus à la fois ; sans effet sur les autres (R63)")
            .Answers<ArchivagesDto>().Replayable();
        group.MapGet("/certificats-effacement", async ([AsParameters] PageDemandee page, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListCertificats(page.Pagination), http.RequestAborted)).ToList(http))
            .For(Acte.LireBeneficiaire, "listerCertificats", "Les certificats d'effacement, du plus récent au plus ancien")
            .ShowsNobody("Un certificat d'effacement ne nomme personne.")
            .Answers<ListeDto<CertificatDto>>();
    }

    /// <summary>What is to be corrected; what is left out stays.</summary>
    internal sealed record RectificationSaisie(string Motif, string? Nom = null, string? Prenom = null, LocalDate? DateNaissance = null, Civilite? Civilite = null);

    internal sealed record VisaSaisi(string Reference, LocalDate Date, string Service, string? Document = null);

    internal sealed record ConfirmationSaisie(string Confirmation);
}
