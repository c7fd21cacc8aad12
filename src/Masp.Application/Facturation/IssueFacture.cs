using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Facturation;

/// <summary>Gives a validated Facture its number in the Titulaire's unbroken series (R41).</summary>
public sealed record IssueFacture(Guid Id, uint VersionAttendue) : ICommand<FactureDto>;

/// <summary>Takes an issued Facture back by an Avoir, which has its own number in the same series (R41).</summary>
/// <param name="VersionAttendue">From <c>If-Match</c>, when told.</param>
public sealed record CreditFacture(Guid Id, string Motif, uint? VersionAttendue) : ICommand<FactureDto>;

internal sealed class CreditFactureValidator : FluentValidation.AbstractValidator<CreditFacture>
{
    public CreditFactureValidator() => RuleFor(c => c.Motif).Obligatoire(2000);
}

internal sealed class IssueFactureHandler(IMaspDbContext db, Horloge horloge, ActeurCourant acteur, Identifiants identifiants)
    : IRequestHandler<IssueFacture, Result<FactureDto>>, IRequestHandler<CreditFacture, Result<FactureDto>>
{
    public async Task<Result<FactureDto>> Handle(IssueFacture request, CancellationToken cancellationToken)
    {
        var locked = await LockAsync(request.Id, request.VersionAttendue, cancellationToken);
        if (!locked.IsSuccess)
            return locked.Error;
        var facture = locked.Value;
        if (facture.MayIssue() is { } refusal)
            return refusal;
        var issued = facture.Issue(await NextNumberAsync(facture.TitulaireId, cancellationToken), horloge.Aujourdhui);
        if (!issued.IsSuccess)
            return issued.Error;
        await db.SaveChangesAsync(cancellationToken);
        return await db.ReadFactureAsync(facture.Id, cancellationToken);
    }

    public async Task<Result<FactureDto>> Handle(CreditFacture request, CancellationToken cancellationToken)
    {
        var locked = await LockAsync(request.Id, request.VersionAttendue, cancellationToken);
        if (!locked.IsSuccess)
            return locked.Error;
        var facture = locked.Value;
        if (facture.MayCredit() is { } refusal)
            return refusal;
        var avoir = facture.Credit(
            identifiants.Next(), await NextNumberAsync(facture.TitulaireId, cancellationToken), request.Motif, acteur.Acteur.UtilisateurId, horloge.Aujourdhui);
        if (!avoir.IsSuccess)
            return avoir.Error;
        db.Factures.Add(avoir.Value);
        await db.SaveChangesAsync(cancellationToken);
        return await db.ReadFactureAsync(avoir.Value.Id, cancellationToken);
    }

    private async Task<Result<Facture>> LockAsync(Guid id, uint? version, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<Facture>(id, cancellationToken) is not { } facture)
            return LectureFacture.Introuvable;
        return Refus.CheckVersion(facture.Version, version) is { } stale ? stale : facture;
    }

    private async Task<string> NextNumberAsync(Guid titulaireId, CancellationToken cancellationToken)
    {
        var serie = await db.Titulaires.Where(t => t.Id == titulaireId).Select(t => t.SerieFacture).FirstAsync(cancellationToken);
        return Numeros.Facture(serie, await db.NextNumeroAsync($"facture:{titulaireId}", cancellationToken));
    }
}
