using Masp.Application.Commun;
using Masp.Application.Echeances;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using MediatR;
using NodaTime;

namespace Masp.Application.Attributions;

/// <summary>The Titulaire acknowledges the order (R12).</summary>
/// <param name="Date">Today when not told.</param>
public sealed record AcknowledgeBon(Guid Id, LocalDate? Date, uint VersionAttendue) : ICommand<BonDto>;

internal sealed class AcknowledgeBonHandler(ChangeBon change, TenueDesEcheances echeances, Horloge horloge) : IRequestHandler<AcknowledgeBon, Result<BonDto>>
{
    public Task<Result<BonDto>> Handle(AcknowledgeBon request, CancellationToken cancellationToken) => change.RunAsync(
        request.Id,
        request.VersionAttendue,
        async (bon, _) =>
        {
            var done = bon.Acknowledge(request.Date ?? horloge.Aujourdhui, horloge.Aujourdhui);
            return done.IsSuccess ? await echeances.RecordAsync(new BonRecu(bon), cancellationToken) : done;
        },
        cancellationToken);
}
