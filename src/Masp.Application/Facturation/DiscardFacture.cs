using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using MediatR;

namespace Masp.Application.Facturation;

/// <summary>Throws away a Facture that is not issued, so that it can be prepared again from corrected records.</summary>
public sealed record DiscardFacture(Guid Id, uint VersionAttendue) : ICommand<Done>;

internal sealed class DiscardFactureHandler(IMaspDbContext db) : IRequestHandler<DiscardFacture, Result<Done>>
{
    public async Task<Result<Done>> Handle(DiscardFacture request, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<Facture>(request.Id, cancellationToken) is not { } facture)
            return LectureFacture.Introuvable;
        if (Refus.CheckVersion(facture.Version, request.VersionAttendue) is { } stale)
            return stale;
        if (facture.MayDiscard() is { } refusal)
            return refusal;
        db.Factures.Remove(facture);
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
