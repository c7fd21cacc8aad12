using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using MediatR;

namespace Masp.Application.Attributions;

public sealed record GetBon(Guid Id) : IQuery<BonDto>;

internal sealed class GetBonHandler(IMaspDbContext db, Horloge horloge) : IRequestHandler<GetBon, Result<BonDto>>
{
    public async Task<Result<BonDto>> Handle(GetBon request, CancellationToken cancellationToken) =>
        await db.ReadBonAsync(request.Id, await db.ParametresOnAsync(horloge.Aujourdhui, cancellationToken), cancellationToken);
}
