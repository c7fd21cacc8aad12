using Masp.Application.Commun;
using Masp.Application.Mesures;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Echeances;

/// <summary>The way every act on one deadline goes: lock, compare versions, let the domain answer, save, tell it again.</summary>
internal sealed class ChangeEcheance(IMaspDbContext db, ActeurCourant acteur, Horloge horloge)
{
    /// <param name="id">Of the deadline.</param>
    /// <param name="version">From <c>If-Match</c>; null when not told.</param>
    /// <param name="act">The domain's answer.</param>
    /// <param name="cancellationToken">Undoes everything.</param>
    /// <returns>Refused with <c>echeance.introuvable</c>, <c>mesure.cedee</c>, or as the act says.</returns>
    public async Task<Result<EcheanceDto>> RunAsync(Guid id, uint? version, Func<Echeance, Task<Result<Done>>> act, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<Echeance>(id, cancellationToken) is not { } echeance)
            return LectureEcheance.Introuvable;
        if (echeance.MesureId is { } mesureId && await db.Mesures.AsNoTracking().FirstOrDefaultAsync(m => m.Id == mesureId, cancellationToken) is { } mesure
            && LectureCedee.RefuseWriting(acteur.Acteur, mesure, horloge.Aujourdhui) is { } ceded)
            return ceded;
        if (Refus.CheckVersion(echeance.Version, version) is { } stale)
            return stale;
        var done = await act(echeance);
        if (!done.IsSuccess)
            return done.Error;
        await db.SaveChangesAsync(cancellationToken);
        return echeance.ToDto(horloge.Aujourdhui);
    }
}
