using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Mesures.Renouvellements;

/// <summary>Signs the renewal that was decided on the final Bilan: one more contract of the same chain (R2 to R4).</summary>
/// <param name="DateSignature">Today when not told.</param>
/// <param name="TitulaireId">Only when the one that serves it was not kept (R44).</param>
/// <param name="VersionAttendue">Of the Mesure, from <c>If-Match</c>, when told.</param>
public sealed record RenewMesure(Guid MesureId, LocalDate? DateSignature, Guid? TitulaireId, uint? VersionAttendue) : ICommand<RenouvellementSigneDto>;

/// <param name="Contrat">Begins the day after the term of the one before.</param>
/// <param name="Version">Of the Mesure.</param>
public sealed record RenouvellementSigneDto(Guid MesureId, ContratDto Contrat, string Version) : IVersionne;

internal sealed class RenewMesureHandler(IMaspDbContext db, MesureTenue tenue, Horloge horloge, Identifiants identifiants)
    : IRequestHandler<RenewMesure, Result<RenouvellementSigneDto>>
{
    public async Task<Result<RenouvellementSigneDto>> Handle(RenewMesure request, CancellationToken cancellationToken)
    {
        var held = await tenue.HoldAsync(request.MesureId, request.VersionAttendue, cancellationToken);
        if (!held.IsSuccess)
            return held.Error;
        var (mesure, today) = (held.Value, horloge.Aujourdhui);
        var titulaires = await db.Titulaires.AsNoTracking().ToListAsync(cancellationToken);
        var renewed = mesure.RenewAfter(
            await tenue.FinalOfAsync(mesure, cancellationToken),
            new RenouvellementSigne(identifiants.Next(), request.DateSignature ?? today, request.TitulaireId),
            titulaires,
            await tenue.AnterieursOfAsync(mesure, cancellationToken),
            await db.ParametresOnAsync(today, cancellationToken),
            today);
        if (!renewed.IsSuccess)
            return renewed.Error;
        await db.SaveChangesAsync(cancellationToken);
        var c = renewed.Value;
        return new RenouvellementSigneDto(
            mesure.Id,
            new ContratDto(c.Id, c.Rang, c.Debut, c.DureeMois, c.FinPrevue, c.FinReelle, c.AvecGestion, new RefDto(c.TitulaireId, titulaires.Find(t => t.Id == c.TitulaireId)!.Nom)),
            mesure.ETag());
    }
}
