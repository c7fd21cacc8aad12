using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Territoires;

namespace Masp.Application.Attributions;

/// <summary>The way every act on a BonDeCommande goes: lock, compare versions, let the domain answer, save, read again.</summary>
internal sealed class ChangeBon(IMaspDbContext db, Horloge horloge)
{
    /// <param name="id">Of the order.</param>
    /// <param name="version">From <c>If-Match</c>; null where it need not be told.</param>
    /// <param name="act">The domain's answer; what it changes around the order is saved with it.</param>
    /// <param name="cancellationToken">Undoes everything.</param>
    public async Task<Result<BonDto>> RunAsync<T>(
        Guid id, uint? version, Func<BonDeCommande, Parametres, Task<Result<T>>> act, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<BonDeCommande>(id, cancellationToken) is not { } bon)
            return LectureBon.Introuvable;
        if (Refus.CheckVersion(bon.Version, version) is { } stale)
            return stale;
        var parametres = await db.ParametresOnAsync(horloge.Aujourdhui, cancellationToken);
        var done = await act(bon, parametres);
        if (!done.IsSuccess)
            return Result<BonDto>.Refuse(done.Errors);
        await db.SaveChangesAsync(cancellationToken);
        return await db.ReadBonAsync(id, cancellationToken);
    }
}
