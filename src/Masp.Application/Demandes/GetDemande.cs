using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;

namespace Masp.Application.Demandes;

public sealed record GetDemande(Guid Id) : IQuery<DemandeDto>;

internal sealed class GetDemandeHandler(IMaspDbContext db, ActeurCourant acteur) : IRequestHandler<GetDemande, Result<DemandeDto>>
{
    public Task<Result<DemandeDto>> Handle(GetDemande request, CancellationToken cancellationToken) => db.ReadDemandeAsync(acteur, request.Id, cancellationToken);
}
