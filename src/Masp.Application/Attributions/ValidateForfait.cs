using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;

namespace Masp.Application.Attributions;

/// <summary>The SAFPM accepts the ForfaitAbandon of an order (R16).</summary>
public sealed record ValidateForfait(Guid Id, uint VersionAttendue) : ICommand<BonDto>;

internal sealed class ValidateForfaitHandler(ChangeBon change) : IRequestHandler<ValidateForfait, Result<BonDto>>
{
    public Task<Result<BonDto>> Handle(ValidateForfait request, CancellationToken cancellationToken) =>
        change.RunAsync(request.Id, request.VersionAttendue, (bon, _) => Task.FromResult(bon.ValidateForfait()), cancellationToken);
}
