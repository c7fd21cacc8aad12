using FluentValidation;
using Masp.Application.Commun;
using Masp.Application.Echeances;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Echeances;
using MediatR;
using NodaTime;

namespace Masp.Application.Attributions;

/// <summary>Ends an order before signature; the turn goes back, the forfait may be due (R11, R16).</summary>
/// <param name="Date">Today when not told.</param>
public sealed record AbandonBon(Guid Id, LocalDate? Date, string Motif, uint VersionAttendue) : ICommand<BonDto>;

internal sealed class AbandonBonValidator : AbstractValidator<AbandonBon>
{
    public AbandonBonValidator() => RuleFor(a => a.Motif).Obligatoire(2000);
}

internal sealed class AbandonBonHandler(IMaspDbContext db, ChangeBon change, ServiceDeLot lot, TenueDesEcheances echeances, Horloge horloge) : IRequestHandler<AbandonBon, Result<BonDto>>
{
    public Task<Result<BonDto>> Handle(AbandonBon request, CancellationToken cancellationToken) => change.RunAsync(
        request.Id,
        request.VersionAttendue,
        async (bon, parametres) =>
        {
            var done = bon.Abandon(request.Date ?? horloge.Aujourdhui, request.Motif, parametres, horloge.Aujourdhui);
            if (!done.IsSuccess)
                return done;
            (await db.LockAsync<Demande>(bon.DemandeId, cancellationToken))!.MarkAbandoned();
            if (parametres.AbandonRendLeTour)
                await lot.GiveBackAsync(bon, RaisonRestitution.Abandon, cancellationToken);
            return await echeances.RecordAsync(new BonClos(bon), cancellationToken);
        },
        cancellationToken);
}
