using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Mesures;

/// <summary>Where a hand-over stands: which meetings are still to hold (R24).</summary>
public sealed record GetRelais(Guid Id) : IQuery<RelaisDto>;

internal sealed class GetRelaisHandler(IMaspDbContext db) : IRequestHandler<GetRelais, Result<RelaisDto>>
{
    public async Task<Result<RelaisDto>> Handle(GetRelais request, CancellationToken cancellationToken) =>
        await db.PassagesDeRelais.AsNoTracking().FirstOrDefaultAsync(r => r.Id == request.Id, cancellationToken) is { } relais
            ? await relais.ToDtoAsync(db, cancellationToken)
            : LectureRelais.Introuvable;
}
