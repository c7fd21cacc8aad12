using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;

namespace Masp.Application.Facturation;

public sealed record GetFacture(Guid Id) : IQuery<FactureDto>;

internal sealed class GetFactureHandler(IMaspDbContext db) : IRequestHandler<GetFacture, Result<FactureDto>>
{
    public Task<Result<FactureDto>> Handle(GetFacture request, CancellationToken cancellationToken) => db.ReadFactureAsync(request.Id, cancellationToken);
}
