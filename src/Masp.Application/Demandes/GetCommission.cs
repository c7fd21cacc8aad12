using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;

namespace Masp.Application.Demandes;

public sealed record GetCommission(Guid Id) : IQuery<CommissionDto>;

internal sealed class GetCommissionHandler(IMaspDbContext db) : IRequestHandler<GetCommission, Result<CommissionDto>>
{
    public Task<Result<CommissionDto>> Handle(GetCommission request, CancellationToken cancellationToken) => db.ReadCommissionAsync(request.Id, cancellationToken);
}
