using FluentValidation;
using Masp.Application.Commun;
using Masp.Application.Mesures.Bilans;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Mesures.Bilans;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Demandes;

/// <summary>Records the opinion of a session on a final Bilan (R8, R20).</summary>
public sealed record RecordAvisSurBilan(Guid CommissionId, Guid BilanId, SensAvis Sens, string Motif) : ICommand<BilanDto>;

internal sealed class RecordAvisSurBilanValidator : AbstractValidator<RecordAvisSurBilan>
{
    public RecordAvisSurBilanValidator() => RuleFor(a => a.Motif).Obligatoire(2000);
}

internal sealed class RecordAvisSurBilanHandler(IMaspDbContext db, Horloge horloge) : IRequestHandler<RecordAvisSurBilan, Result<BilanDto>>
{
    public async Task<Result<BilanDto>> Handle(RecordAvisSurBilan request, CancellationToken cancellationToken)
    {
        if (await db.Commissions.AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.CommissionId, cancellationToken) is not { } commission)
            return LectureCommission.Introuvable;
        if (await db.LockAsync<Bilan>(request.BilanId, cancellationToken) is not { } bilan)
            return LectureBilan.Inconnu;
        var recorded = commission.RecordAvis(bilan, request.Sens, request.Motif, horloge.Aujourdhui);
        if (!recorded.IsSuccess)
            return recorded.Error;
        await db.SaveChangesAsync(cancellationToken);
        return BilanDto.Of(bilan);
    }
}
