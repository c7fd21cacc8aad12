using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Titulaires;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Titulaires;

/// <summary>The way every act on a worker goes: lock, compare versions, let the domain answer, save, read again.</summary>
internal sealed class ChangeIntervenant(IMaspDbContext db)
{
    /// <param name="id">Of the worker.</param>
    /// <param name="version">From <c>If-Match</c>.</param>
    /// <param name="act">The domain's answer.</param>
    /// <param name="cancellationToken">Undoes everything.</param>
    public async Task<Result<IntervenantDto>> RunAsync<T>(Guid id, uint version, Func<Intervenant, Task<Result<T>>> act, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<Intervenant>(id, cancellationToken) is not { } intervenant)
            return LectureIntervenant.Introuvable;
        if (Refus.CheckVersion(intervenant.Version, version) is { } stale)
            return stale;
        var done = await act(intervenant);
        if (!done.IsSuccess)
            return Result<IntervenantDto>.Refuse(done.Errors);
        await db.SaveChangesAsync(cancellationToken);
        return await db.ReadIntervenantAsync(id, cancellationToken);
    }

    /// <summary>The days on which a worker stands in for others: whoever names a stand-in holds that worker's row, so they hold still.</summary>
    public async Task<IReadOnlyList<Periode>> EngagementsOfAsync(Guid id, CancellationToken cancellationToken)
    {
        var absents = await db.Intervenants.AsNoTracking().Where(i => i.Absences.Any(a => a.RemplacantId == id)).ToListAsync(cancellationToken);
        return [.. absents.SelectMany(i => i.Absences).Where(a => a.RemplacantId == id).Select(a => a.Periode)];
    }
}
