using Masp.Application.Commun;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Attributions;

/// <summary>What was prepared for the first Rencontre and the Contrat of an order (R13 to R15).</summary>
public sealed record GetPreparation(Guid BonDeCommandeId) : IQuery<PreparationDto>;

internal sealed class GetPreparationHandler(IMaspDbContext db) : IRequestHandler<GetPreparation, Result<PreparationDto>>
{
    public async Task<Result<PreparationDto>> Handle(GetPreparation request, CancellationToken cancellationToken)
    {
        if (await db.BonsDeCommande.AsNoTracking().FirstOrDefaultAsync(b => b.Id == request.BonDeCommandeId, cancellationToken) is not { } bon)
            return LectureBon.Introuvable;
        return (await db.FindPreparationAsync(bon.Id, cancellationToken) ?? new PreparationDeContrat(bon)).ToDto(bon);
    }
}
