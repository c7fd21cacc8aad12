using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Mesures;

/// <summary>What is known of the person's health, for those who have the right to it (R62).</summary>
public sealed record GetSante(Guid MesureId) : IQuery<SanteDto>;

internal sealed class GetSanteHandler(IMaspDbContext db, ActeurCourant acteur, Horloge horloge) : IRequestHandler<GetSante, Result<SanteDto>>
{
    public async Task<Result<SanteDto>> Handle(GetSante request, CancellationToken cancellationToken)
    {
        var mesure = await db.Mesures.AsNoTracking().FirstOrDefaultAsync(m => m.Id == request.MesureId, cancellationToken);
        if (mesure is null || !Droits.May(acteur.Acteur, Acte.LireSante, mesure.ToCible(acteur.Acteur, NatureCible.Sante), horloge.Aujourdhui).Admis)
            return GetMesureHandler.Introuvable;
        return SanteDto.Of(
            await db.InformationsSante.AsNoTracking().FirstOrDefaultAsync(s => s.MesureId == request.MesureId, cancellationToken),
            await db.ParametresOnAsync(horloge.Aujourdhui, cancellationToken));
    }
}
