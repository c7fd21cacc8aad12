using Masp.Application.Commun;
using Masp.Application.Demandes;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Attributions;

/// <summary>Gives every favourable Decision of a session to a Titulaire in one act: all of them, or none (R11).</summary>
public sealed record AllocateSession(Guid CommissionId) : ICommand<AttributionsDto>;

/// <param name="Attributions">In the order of the agenda, Lot after Lot.</param>
public sealed record AttributionsDto(IReadOnlyList<AttributionDto> Attributions);

internal sealed class AllocateSessionHandler(IMaspDbContext db, ServiceDeLot service) : IRequestHandler<AllocateSession, Result<AttributionsDto>>
{
    public async Task<Result<AttributionsDto>> Handle(AllocateSession request, CancellationToken cancellationToken)
    {
        var commission = await db.Commissions.AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.CommissionId, cancellationToken);
        if (commission is null)
            return LectureCommission.Introuvable;
        var demandes = new List<Demande>();
        foreach (var point in commission.Points.OrderBy(p => p.DemandeId))
        {
            if (await db.LockAsync<Demande>(point.DemandeId, cancellationToken) is { Etat: EtatDemande.Acceptee } demande)
                demandes.Add(demande);
        }

        if (demandes.Count == 0)
            return Error.Conflict("attribution.rien-a-attribuer", "Aucune décision favorable de cette séance n'attend son attribution.");
        var order = commission.Points.ToDictionary(p => p.DemandeId, p => p.Ordre);
        var attributions = new List<AttributionDto>();

        // Lots are locked in the order of their codes, so that two sessions never wait for each other in a ring.
        foreach (var lot in demandes.GroupBy(d => d.LotCode).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var tour = await service.LockAsync(lot.Key, cancellationToken);
            if (!tour.IsSuccess)
                return tour.Error;
            foreach (var demande in lot.OrderBy(d => order[d.Id]))
            {
                var served = service.Serve(tour.Value, demande, null);
                if (!served.IsSuccess)
                    return served.Error;
                attributions.Add(served.Value);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return new AttributionsDto(attributions);
    }
}
