using Masp.Application.Commun;
using Masp.Application.Mesures;
using Masp.Domain.Commun;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Echeances;

/// <summary>All the deadlines of one Mesure, from its order on, soonest first: a few dozen a year, at most 200.</summary>
public sealed record GetEcheancesDeMesure(Guid MesureId) : IQuery<Liste<EcheanceDto>>;

internal sealed class GetEcheancesDeMesureHandler(IMaspDbContext db, Horloge horloge) : IRequestHandler<GetEcheancesDeMesure, Result<Liste<EcheanceDto>>>
{
    public async Task<Result<Liste<EcheanceDto>>> Handle(GetEcheancesDeMesure request, CancellationToken cancellationToken)
    {
        if (!await db.Mesures.AnyAsync(m => m.Id == request.MesureId, cancellationToken))
            return GetMesureHandler.Introuvable;
        var rows = await db.Echeances.AsNoTracking().Where(e => e.MesureId == request.MesureId)
            .OrderBy(e => e.Limite).ThenBy(e => e.Id).Take(Pagination.TailleMax).ToListAsync(cancellationToken);
        return new Liste<EcheanceDto>([.. rows.Select(e => e.ToDto(horloge.Aujourdhui))], null);
    }
}
