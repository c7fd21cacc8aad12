using Masp.Application.Commun;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Attributions;

/// <summary>Names the worker who will follow the measure, before signature (R26, R61).</summary>
/// <param name="VersionAttendue">From <c>If-Match</c>, when told.</param>
public sealed record AssignBon(Guid Id, Guid IntervenantId, uint? VersionAttendue) : ICommand<BonDto>;

internal sealed class AssignBonHandler(IMaspDbContext db, ChangeBon change, Horloge horloge) : IRequestHandler<AssignBon, Result<BonDto>>
{
    public Task<Result<BonDto>> Handle(AssignBon request, CancellationToken cancellationToken) => change.RunAsync(
        request.Id, request.VersionAttendue, (bon, _) => AssignAsync(bon, request.IntervenantId, cancellationToken), cancellationToken);

    private async Task<Result<Done>> AssignAsync(BonDeCommande bon, Guid intervenantId, CancellationToken cancellationToken) =>
        await db.Intervenants.FirstOrDefaultAsync(i => i.Id == intervenantId, cancellationToken) is { } intervenant
            ? bon.Assign(intervenant, horloge.Aujourdhui)
            : Error.Invalid("intervenant.inconnu", "Cet intervenant n'est pas connu.", "intervenantId");
}
