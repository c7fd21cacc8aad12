using FluentValidation;
using Masp.Application.Commun;
using Masp.Application.Echeances;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Echeances;
using MediatR;

namespace Masp.Application.Attributions;

/// <summary>The département takes an order back; the turn goes back and the Demande waits for another (R11).</summary>
public sealed record CancelBon(Guid Id, string Motif, uint VersionAttendue) : ICommand<BonDto>;

internal sealed class CancelBonValidator : AbstractValidator<CancelBon>
{
    public CancelBonValidator() => RuleFor(a => a.Motif).Obligatoire(2000);
}

internal sealed class CancelBonHandler(IMaspDbContext db, ChangeBon change, ServiceDeLot lot, TenueDesEcheances echeances, Horloge horloge) : IRequestHandler<CancelBon, Result<BonDto>>
{
    public Task<Result<BonDto>> Handle(CancelBon request, CancellationToken cancellationToken) => change.RunAsync(
        request.Id,
        request.VersionAttendue,
        async (bon, _) =>
        {
            var done = bon.Cancel(request.Motif, horloge.Aujourdhui);
            if (!done.IsSuccess)
                return done;
            (await db.LockAsync<Demande>(bon.DemandeId, cancellationToken))!.ReturnToTurn();
            await lot.GiveBackAsync(bon, RaisonRestitution.Annulation, cancellationToken);
            return await echeances.RecordAsync(new BonClos(bon), cancellationToken);
        },
        cancellationToken);
}
