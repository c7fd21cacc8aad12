using Masp.Api.Commun;
using Masp.Api.Journal;
using Masp.Application.Attributions;
using Masp.Application.Journal;
using Masp.Domain.Acces;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Masp.Api.Attributions;

internal static class PreparationRoutes
{
    public static void MapPreparations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/premieres-rencontres", async ([AsParameters] PageDemandee page, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new ListPremieresRencontres(page.Pagination), http.RequestAborted)).ToList(http))
            .WithTags("Bons de commande")
            .For(Acte.LireBonsDeCommande, "listerPremieresRencontres", "Personnes dont le contrat n'est pas signé : rendez-vous à prendre, premières rencontres à tenir (R13)")
            .LooksAtMany(ObjetAcces.BonDeCommande)
            .Answers<ListeDto<PremiereRencontreDto>>();
        var group = routes.MapGroup("/bons-de-commande/{id:guid}").WithTags("Bons de commande");
        group.MapGet("/preparation", async (Guid id, IMediator mediator, HttpContext http) => (await mediator.Send(new GetPreparation(id), http.RequestAborted)).ToOk(http))
            .For(Acte.LireBonsDeCommande, "lirePreparation", "Rendez-vous, contenu du contrat, autorisations, étapes et copies (R13, R14, R15)")
            .Looks(ObjetAcces.BonDeCommande)
            .Answers<PreparationDto>().Refuses(404);
        group.MapPost("/rendez-vous", async (Guid id, RendezVousSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new TakeRendezVous(id, body.Date, body.Lieu, body.Heure), http.RequestAborted)).ToOk(http))
            .For(Acte.PrendreRendezVous, "prendreRendezVous", "Prendre le rendez-vous de la première rencontre (R13)")
            .Answers<PreparationDto>().Refuses(404, 409).Replayable();
        group.MapPost("/rendez-vous/constat", async (Guid id, ConstatSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new SettleRendezVous(id, body.Tenu, body.Cause, body.Commentaire), http.RequestAborted)).ToOk(http))
            .For(Acte.SignerContrat, "constaterRendezVous", "Dire que le rendez-vous fut tenu, ou manqué et pourquoi (R13)")
            .Answers<PreparationDto>().Refuses(404, 409).Replayable();
        group.MapPost("/preparation/contrat", async (Guid id, ContratSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new WriteContrat(id, body, version))).ToOk(http))
            .For(Acte.PreparerContrat, "ecrireContrat", "Écrire ce que dit le contrat et les prestations gérées (R14, R15)")
            .Answers<PreparationDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
        group.MapPost("/preparation/presignature", async (Guid id, BonsDeCommandeRoutes.DateSaisie? body, IMediator mediator, HttpContext http) =>
                (await mediator.SendVersionedAsync(http, version => new PreSignContrat(id, body?.Date, version))).ToOk(http))
            .For(Acte.PreparerContrat, "presignerContrat", "Pré-signer le contrat et l'envoyer au service référent (R14, art. 3)")
            .Answers<PreparationDto>().Refuses(404, 409, 412, 428).Replayable().NeedsVersion();
        group.MapPost("/preparation/copies", async (Guid id, CopieSaisie body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new SendCopie(id, body.Destinataire, body.Date), http.RequestAborted)).ToOk(http))
            .For(Acte.SignerContrat, "noterCopie", "Noter l'envoi d'une copie du contrat signé (R14)")
            .Answers<PreparationDto>().Refuses(404, 409).Replayable();
        group.MapPost("/preparation/scan", async (Guid id, ScanSaisi body, IMediator mediator, HttpContext http) =>
                (await mediator.Send(new AttachScan(id, body.Nom, body.Contenu), http.RequestAborted)).ToOk(http))
            .For(Acte.SignerContrat, "joindreScan", "Joindre le contrat signé, numérisé : PDF, PNG ou JPEG, 10 Mio au plus (R14)")
            .WithMetadata(new RequestSizeLimitAttribute(Limites.FichierMax))
            .Answers<PreparationDto>().Refuses(404, 409).Replayable();
        group.MapGet("/preparation/scan", async (Guid id, IMediator mediator, HttpContext http) => (await mediator.Send(new GetScan(id), http.RequestAborted)).ToFile())
            .For(Acte.LireBonsDeCommande, "lireScan", "Le contrat signé, tel qu'il fut joint")
            .Looks(ObjetAcces.BonDeCommande, NatureAcces.Document)
            .Produces<string>(200, "application/pdf").Refuses(404, 409);
    }

    /// <summary>To be kept, never opened in the page of ours that asked for it.</summary>
    private static IResult ToFile(this Result<ScanDto> scan) => scan.Match(
        file => Results.File(file.Contenu, file.Type switch { TypeDeFichier.Pdf => "application/pdf", TypeDeFichier.Png => "image/png", _ => "image/jpeg" }, file.Nom),
        Problemes.Of);

    /// <param name="Contenu">Base64.</param>
    internal sealed record ScanSaisi(string Nom, byte[] Contenu);

    internal sealed record RendezVousSaisi(LocalDate Date, string Lieu, LocalTime? Heure = null);

    internal sealed record ConstatSaisi(bool Tenu, CauseRetard? Cause = null, string? Commentaire = null);

    internal sealed record CopieSaisie(DestinataireDeCopie Destinataire, LocalDate? Date = null);
}
