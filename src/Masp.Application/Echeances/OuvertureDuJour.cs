using Masp.Domain.Commun;
using MediatR;

namespace Masp.Application.Echeances;

/// <summary>What a clock outside any call asks for, part after part: see <see cref="OpenEcheancesDuJour"/>.</summary>
public sealed class OuvertureDuJour(IMediator mediator)
{
    public Task<Result<PassageDuJourDto>> OpenAsync(Guid? apres, CancellationToken cancellationToken) => mediator.Send(new OpenEcheancesDuJour(apres), cancellationToken);
}
