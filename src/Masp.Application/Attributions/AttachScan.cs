using System.Security.Cryptography;
using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Attributions;

/// <summary>Attaches the signed Contrat as it was scanned (R14): PDF, PNG or JPEG, told by what it holds.</summary>
/// <param name="Contenu">10 MiB at most.</param>
public sealed record AttachScan(Guid BonDeCommandeId, string Nom, byte[] Contenu) : ICommand<PreparationDto>;

/// <summary>The file that was attached.</summary>
public sealed record GetScan(Guid BonDeCommandeId) : IQuery<ScanDto>;

public sealed record ScanDto(string Nom, TypeDeFichier Type, byte[] Contenu);

internal sealed class AttachScanValidator : AbstractValidator<AttachScan>
{
    public AttachScanValidator() => RuleFor(s => s.Nom).Obligatoire(FichierRecu.NomMax);
}

internal sealed class AttachScanHandler(IMaspDbContext db, ChangePreparation change, Horloge horloge)
    : IRequestHandler<AttachScan, Result<PreparationDto>>, IRequestHandler<GetScan, Result<ScanDto>>
{
    public async Task<Result<PreparationDto>> Handle(AttachScan request, CancellationToken cancellationToken)
    {
        var known = await db.ScansDeContrat.FirstOrDefaultAsync(s => s.BonDeCommandeId == request.BonDeCommandeId, cancellationToken);
        return await change.RunAsync(request.BonDeCommandeId, null, (preparation, bon) => Attach(request, known, preparation, bon), cancellationToken);
    }

    public async Task<Result<ScanDto>> Handle(GetScan request, CancellationToken cancellationToken)
    {
        if (!await db.BonsDeCommande.AnyAsync(b => b.Id == request.BonDeCommandeId, cancellationToken))
            return LectureBon.Introuvable;
        return await db.ScansDeContrat.AsNoTracking().FirstOrDefaultAsync(s => s.BonDeCommandeId == request.BonDeCommandeId, cancellationToken) is { } scan
            ? new ScanDto(scan.Nom, scan.Type, scan.Contenu)
            : Error.Conflict("scan.absent", "Le contrat signé n'est pas encore joint.");
    }

    private Result<Done> Attach(AttachScan request, ScanDeContrat? known, PreparationDeContrat preparation, BonDeCommande bon)
    {
        var fichier = FichierRecu.Read(request.Nom, request.Contenu, TypeDeFichier.Pdf, TypeDeFichier.Png, TypeDeFichier.Jpeg);
        if (!fichier.IsSuccess)
            return fichier.Error;
        var attached = preparation.Attach(bon, fichier.Value, Convert.ToHexStringLower(SHA256.HashData(request.Contenu)), horloge.Aujourdhui);
        if (!attached.IsSuccess)
            return attached;
        if (known is null)
            db.ScansDeContrat.Add(new ScanDeContrat(bon, fichier.Value, request.Contenu));
        else
            known.Replace(fichier.Value, request.Contenu);
        return attached;
    }
}
