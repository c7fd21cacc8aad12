using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;
using NodaTime;

namespace Masp.Application.Attributions;

/// <summary>The Titulaire acknowledges the order (R12).</summary>
/// <param name="Date">Today when not told.</param>
public sealed record AcknowledgeBon(Guid Id, LocalDate? Date, uint VersionAttendue) : ICommand<BonDto>;

internal sealed class AcknowledgeBonHandler(ChangeBon change, Horloge horloge) : IRequestHandler<AcknowledgeBon, Result<BonDto>>
{
    public Task<Result<BonDto>> Handle(AcknowledgeBon request, CancellationToken cancellationToken) => change.RunAsync(
        request.Id,
        request.VersionAttendue,
        (bon, _) => Task.FromResult(bon.Acknowledge(request.Date ?? horloge.Aujourdhui, horloge.Aujourdhui)),
        cancellationToken);
}
