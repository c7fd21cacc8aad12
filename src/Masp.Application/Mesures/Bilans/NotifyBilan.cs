using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Mesures.Bilans;
using MediatR;
using NodaTime;

namespace Masp.Application.Mesures.Bilans;

/// <summary>Records that the person, the Titulaire or the service that asked was told of the decision (art. 4).</summary>
/// <param name="Date">Today when not told.</param>
/// <param name="VersionAttendue">From <c>If-Match</c>.</param>
public sealed record NotifyBilan(Guid Id, DestinataireDeBilan Destinataire, MoyenNotification Moyen, LocalDate? Date, uint VersionAttendue) : ICommand<BilanDto>;

internal sealed class NotifyBilanHandler(IMaspDbContext db, MesureTenue tenue, Horloge horloge) : IRequestHandler<NotifyBilan, Result<BilanDto>>
{
    public async Task<Result<BilanDto>> Handle(NotifyBilan request, CancellationToken cancellationToken)
    {
        var held = await tenue.HoldWithAsync<Bilan>(
            request.Id, db.Bilans.Where(b => b.Id == request.Id).Select(b => b.MesureId), LectureBilan.Introuvable, request.VersionAttendue, cancellationToken);
        if (!held.IsSuccess)
            return held.Error;
        var bilan = held.Value.Ecrit;
        var notified = bilan.Notify(new NotificationDeBilan(request.Destinataire, request.Date ?? horloge.Aujourdhui, request.Moyen), horloge.Aujourdhui);
        if (!notified.IsSuccess)
            return notified.Error;
        await db.SaveChangesAsync(cancellationToken);
        return BilanDto.Of(bilan);
    }
}
