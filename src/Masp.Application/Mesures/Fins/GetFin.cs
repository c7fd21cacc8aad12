using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Fins;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Mesures.Fins;

/// <summary>How a Mesure ends, or may end (R22, R50).</summary>
public sealed record GetFin(Guid MesureId) : IQuery<FinDto>;

internal sealed class GetFinHandler(IMaspDbContext db, Horloge horloge) : IRequestHandler<GetFin, Result<FinDto>>
{
    public async Task<Result<FinDto>> Handle(GetFin request, CancellationToken cancellationToken)
    {
        if (await db.Mesures.AsNoTracking().FirstOrDefaultAsync(m => m.Id == request.MesureId, cancellationToken) is not { } mesure)
            return GetMesureHandler.Introuvable;
        var parametres = await db.ParametresOnAsync(horloge.Aujourdhui, cancellationToken);
        var demandes = await db.DemandesDeFin.AsNoTracking().Where(d => d.MesureId == mesure.Id).OrderByDescending(d => d.ProposeeLe).ThenByDescending(d => d.Id)
            .Take(Pagination.TailleMax).ToListAsync(cancellationToken);
        return new FinDto(
            mesure.Id, mesure.Etat, mesure.FinPrevue, mesure.FinReelle, mesure.MotifFin, [.. MotifsDeFin.AtTerm(parametres)],
            [.. Enum.GetValues<InitiateurFin>().Select(i => new InitiateurDto(i, [.. MotifsDeFin.Of(i, parametres)])).Where(i => i.Motifs.Count > 0)],
            [.. demandes.Select(DemandeDeFinDto.Of)], mesure.ETag());
    }
}
