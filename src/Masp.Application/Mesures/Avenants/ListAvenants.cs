using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Mesures.Avenants;

/// <summary>The Avenants of a Mesure, latest first (R21).</summary>
public sealed record ListAvenants(Guid MesureId) : IQuery<Liste<AvenantDto>>;

internal sealed class ListAvenantsHandler(IMaspDbContext db, Horloge horloge) : IRequestHandler<ListAvenants, Result<Liste<AvenantDto>>>
{
    public async Task<Result<Liste<AvenantDto>>> Handle(ListAvenants request, CancellationToken cancellationToken)
    {
        if (!await db.Mesures.AnyAsync(m => m.Id == request.MesureId, cancellationToken))
            return GetMesureHandler.Introuvable;
        var avenants = await db.Avenants.AsNoTracking().Where(a => a.MesureId == request.MesureId).OrderByDescending(a => a.Numero).Take(Pagination.TailleMax).ToListAsync(cancellationToken);
        return new Liste<AvenantDto>([.. avenants.Select(a => AvenantDto.Of(a, horloge.Aujourdhui))], null);
    }
}
