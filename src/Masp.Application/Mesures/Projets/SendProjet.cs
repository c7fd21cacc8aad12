using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Projets;
using MediatR;
using NodaTime;

namespace Masp.Application.Mesures.Projets;

/// <summary>Sends the version under way to the service that asked and to the SAFPM (R17).</summary>
/// <param name="Date">Today when not told.</param>
/// <param name="VersionAttendue">From <c>If-Match</c>.</param>
public sealed record SendProjet(Guid MesureId, LocalDate? Date, uint VersionAttendue) : ICommand<ProjetDto>;

internal sealed class SendProjetHandler(IMaspDbContext db, MesureTenue tenue, Horloge horloge) : IRequestHandler<SendProjet, Result<ProjetDto>>
{
    public async Task<Result<ProjetDto>> Handle(SendProjet request, CancellationToken cancellationToken)
    {
        var held = await tenue.HoldAsync(request.MesureId, null, cancellationToken);
        if (!held.IsSuccess)
            return held.Error;
        if (await db.LockAsync<ProjetIntervention>(request.MesureId, cancellationToken) is not { } projet)
            return Error.Conflict("projet.absent", "Aucun projet d'intervention n'est écrit pour cette mesure.");
        if (Refus.CheckVersion(projet.Version, request.VersionAttendue) is { } stale)
            return stale;
        var sent = projet.Send(request.Date ?? horloge.Aujourdhui, horloge.Aujourdhui);
        if (!sent.IsSuccess)
            return sent.Error;
        await db.SaveChangesAsync(cancellationToken);
        return LectureProjet.ToDto(held.Value, projet, await db.ParametresOnAsync(held.Value.PremiereRencontreLe, cancellationToken));
    }
}
