using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using MediatR;

namespace Masp.Application.Demandes;

/// <summary>Puts one more Demande on the agenda of a session (R8).</summary>
public sealed record EnrolDemande(Guid CommissionId, Guid DemandeId) : ICommand<CommissionDto>;

internal sealed class EnrolDemandeHandler(IMaspDbContext db) : IRequestHandler<EnrolDemande, Result<CommissionDto>>
{
    public async Task<Result<CommissionDto>> Handle(EnrolDemande request, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<Commission>(request.CommissionId, cancellationToken) is not { } commission)
            return LectureCommission.Introuvable;
        if (await db.LockAsync<Demande>(request.DemandeId, cancellationToken) is not { } demande)
            return Error.Invalid("demande.inconnue", "Cette demande n'est pas connue.", "demandeId");
        var enrolled = commission.Enrol(demande);
        if (!enrolled.IsSuccess)
            return enrolled.Error;
        await db.SaveChangesAsync(cancellationToken);
        return await db.ReadCommissionAsync(commission.Id, cancellationToken);
    }
}
