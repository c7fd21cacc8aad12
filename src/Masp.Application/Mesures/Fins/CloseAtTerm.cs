using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using MediatR;

namespace Masp.Application.Mesures.Fins;

/// <summary>Ends a Mesure whose term has come (R20, R22, R50).</summary>
/// <param name="Motif">That of the decision on the final Bilan when not told.</param>
/// <param name="VersionAttendue">Of the Mesure, from <c>If-Match</c>, when told.</param>
public sealed record CloseAtTerm(Guid MesureId, MotifFin? Motif, uint? VersionAttendue) : ICommand<FinDto>;

internal sealed class CloseAtTermHandler(IMaspDbContext db, MesureTenue tenue, IMediator mediator, Horloge horloge) : IRequestHandler<CloseAtTerm, Result<FinDto>>
{
    public async Task<Result<FinDto>> Handle(CloseAtTerm request, CancellationToken cancellationToken)
    {
        var held = await tenue.HoldAsync(request.MesureId, request.VersionAttendue, cancellationToken);
        if (!held.IsSuccess)
            return held.Error;
        var final = await tenue.FinalOfAsync(held.Value, cancellationToken);
        if ((request.Motif ?? final?.Decision?.MotifFin) is not { } motif)
            return Error.Invalid("fin.motif-manquant", "Une fin de mesure dit son motif (R50).", "motif");
        var closed = held.Value.CloseAtTerm(motif, final, await db.ParametresOnAsync(horloge.Aujourdhui, cancellationToken), horloge.Aujourdhui);
        if (!closed.IsSuccess)
            return closed.Error;
        await db.SaveChangesAsync(cancellationToken);
        return await mediator.Send(new GetFin(request.MesureId), cancellationToken);
    }
}
