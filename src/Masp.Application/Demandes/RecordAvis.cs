using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Demandes;

/// <summary>Records the opinion of a session on one item (R8). Opinions on other items may be recorded at the same time.</summary>
public sealed record RecordAvis(Guid CommissionId, Guid DemandeId, SensAvis Sens, string Motif) : ICommand<AvisRenduDto>;

public sealed record AvisRenduDto(Guid DemandeId, EtatDemande Etat, AvisDto Avis);

internal sealed class RecordAvisValidator : AbstractValidator<RecordAvis>
{
    public RecordAvisValidator() => RuleFor(a => a.Motif).Obligatoire(2000);
}

internal sealed class RecordAvisHandler(IMaspDbContext db, Horloge horloge) : IRequestHandler<RecordAvis, Result<AvisRenduDto>>
{
    public async Task<Result<AvisRenduDto>> Handle(RecordAvis request, CancellationToken cancellationToken)
    {
        var commission = await db.Commissions.AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.CommissionId, cancellationToken);
        if (commission is null)
            return LectureCommission.Introuvable;
        if (await db.LockAsync<Demande>(request.DemandeId, cancellationToken) is not { } demande)
            return Error.Invalid("demande.inconnue", "Cette demande n'est pas connue.", "demandeId");
        var recorded = commission.RecordAvis(demande, request.Sens, request.Motif, horloge.Aujourdhui);
        if (!recorded.IsSuccess)
            return recorded.Error;
        await db.SaveChangesAsync(cancellationToken);
        return new AvisRenduDto(demande.Id, demande.Etat, AvisDto.Of(recorded.Value));
    }
}
