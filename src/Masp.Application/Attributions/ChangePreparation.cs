using Masp.Application.Commun;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;

namespace Masp.Application.Attributions;

/// <summary>The way every act on a preparation goes: hold its order, find it or begin it, let the domain answer, save.</summary>
internal sealed class ChangePreparation(IMaspDbContext db)
{
    /// <param name="bonId">Of the order, held: two who begin at once follow each other.</param>
    /// <param name="version">From <c>If-Match</c>; null where it need not be told.</param>
    /// <param name="act">The domain's answer.</param>
    /// <param name="cancellationToken">Undoes everything.</param>
    public async Task<Result<PreparationDto>> RunAsync<T>(
        Guid bonId, uint? version, Func<PreparationDeContrat, BonDeCommande, Result<T>> act, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<BonDeCommande>(bonId, cancellationToken) is not { } bon)
            return LectureBon.Introuvable;
        var preparation = await db.FindPreparationAsync(bonId, cancellationToken);
        if (preparation is null)
            db.Preparations.Add(preparation = new PreparationDeContrat(bon));
        if (Refus.CheckVersion(preparation.Version, version) is { } stale)
            return stale;
        var done = act(preparation, bon);
        if (!done.IsSuccess)
            return Result<PreparationDto>.Refuse(done.Errors);
        await db.SaveChangesAsync(cancellationToken);
        return preparation.ToDto(bon);
    }
}
