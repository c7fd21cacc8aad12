using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using MediatR;
using NodaTime;

namespace Masp.Application.Demandes;

/// <summary>Records that the person, or the service that asked, was told of the Decision (R9).</summary>
/// <param name="Date">Today when not told.</param>
/// <param name="VersionAttendue">From <c>If-Match</c>.</param>
public sealed record NotifyDecision(Guid DemandeId, Destinataire Destinataire, LocalDate? Date, MoyenNotification Moyen, uint VersionAttendue) : ICommand<DemandeDto>;

internal sealed class NotifyDecisionHandler(IMaspDbContext db, ActeurCourant acteur, Horloge horloge) : IRequestHandler<NotifyDecision, Result<DemandeDto>>
{
    public async Task<Result<DemandeDto>> Handle(NotifyDecision request, CancellationToken cancellationToken)
    {
        var demande = await db.LockAsync<Demande>(request.DemandeId, cancellationToken);
        if (demande is null)
            return LectureDemande.Introuvable;
        if (Refus.CheckVersion(demande.Version, request.VersionAttendue) is { } stale)
            return stale;
        var notified = demande.NotifyDecision(new Notification(request.Destinataire, request.Date ?? horloge.Aujourdhui, request.Moyen), horloge.Aujourdhui);
        if (!notified.IsSuccess)
            return notified.Error;
        await db.SaveChangesAsync(cancellationToken);
        return await db.ReadDemandeAsync(acteur, demande.Id, cancellationToken);
    }
}
