using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;

namespace Masp.Application.Titulaires;

public sealed record GetIntervenant(Guid Id) : IQuery<IntervenantDto>;

internal sealed class GetIntervenantHandler(IMaspDbContext db) : IRequestHandler<GetIntervenant, Result<IntervenantDto>>
{
    public Task<Result<IntervenantDto>> Handle(GetIntervenant request, CancellationToken cancellationToken) =>
        db.ReadIntervenantAsync(request.Id, cancellationToken);
}
