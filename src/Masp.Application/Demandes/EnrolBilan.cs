using Masp.Application.Commun;
using Masp.Application.Mesures.Bilans;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Mesures.Bilans;
using MediatR;

namespace Masp.Application.Demandes;

/// <summary>Puts a final Bilan on the agenda of a session (R8, R20).</summary>
public sealed record EnrolBilan(Guid CommissionId, Guid BilanId) : ICommand<CommissionDto>;

internal sealed class EnrolBilanHandler(IMaspDbContext db) : IRequestHandler<EnrolBilan, Result<CommissionDto>>
{
    public async Task<Result<CommissionDto>> Handle(EnrolBilan request, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<Commission>(request.CommissionId, cancellationToken) is not { } commission)
            return LectureCommission.Introuvable;
        if (await db.LockAsync<Bilan>(request.BilanId, cancellationToken) is not { } bilan)
            return LectureBilan.Inconnu;
        var enrolled = commission.Enrol(bilan);
        if (!enrolled.IsSuccess)
            return enrolled.Error;
        await db.SaveChangesAsync(cancellationToken);
        return await db.ReadCommissionAsync(commission.Id, cancellationToken);
    }
}
