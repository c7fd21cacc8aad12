using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Mesures.Projets;

/// <summary>The ProjetIntervention of a Mesure, empty while nothing was written (R17).</summary>
public sealed record GetProjet(Guid MesureId) : IQuery<ProjetDto>;

internal sealed class GetProjetHandler(IMaspDbContext db, ActeurCourant acteur, Horloge horloge) : IRequestHandler<GetProjet, Result<ProjetDto>>
{
    public async Task<Result<ProjetDto>> Handle(GetProjet request, CancellationToken cancellationToken)
    {
        if (await db.Mesures.AsNoTracking().FirstOrDefaultAsync(m => m.Id == request.MesureId, cancellationToken) is not { } mesure)
            return GetMesureHandler.Introuvable;
        var projet = await db.ProjetsIntervention.AsNoTracking().FirstOrDefaultAsync(p => p.MesureId == mesure.Id, cancellationToken);
        var parametres = await db.ParametresOnAsync(mesure.PremiereRencontreLe, cancellationToken);
        return LectureProjet.ToDto(mesure, projet, parametres, LectureCedee.Until(acteur.Acteur, mesure, horloge.Aujourdhui));
    }
}
