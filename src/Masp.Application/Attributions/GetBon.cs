using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;

namespace Masp.Application.Attributions;

public sealed record GetBon(Guid Id) : IQuery<BonDto>;

internal sealed class GetBonHandler(IMaspDbContext db) : IRequestHandler<GetBon, Result<BonDto>>
{
    public Task<Result<BonDto>> Handle(GetBon request, CancellationToken cancellationToken) => db.ReadBonAsync(request.Id, cancellationToken);
}
