using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Mesures.Bilans;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Demandes;

/// <summary>Opens a session. Items adjourned before it come back by themselves (R8); those filed by its day join unless a choice is told.</summary>
/// <param name="Demandes">Those to put on the agenda; every waiting one when null.</param>
public sealed record OpenCommission(LocalDate Date, IReadOnlyList<Guid>? Demandes = null) : ICommand<CommissionDto>;

internal sealed class OpenCommissionValidator : AbstractValidator<OpenCommission>
{
    public OpenCommissionValidator() => RuleFor(c => c.Demandes).Must(d => d is null or { Count: <= Pagination.TailleMax })
        .WithErrorCode("commission.ordre-du-jour-trop-long").WithMessage($"Une séance compte au plus {Pagination.TailleMax} demandes.");
}

internal sealed class OpenCommissionHandler(IMaspDbContext db, ActeurCourant acteur, Identifiants identifiants) : IRequestHandler<OpenCommission, Result<CommissionDto>>
{
    public async Task<Result<CommissionDto>> Handle(OpenCommission request, CancellationToken cancellationToken)
    {
        if (await db.Commissions.AnyAsync(c => c.Date == request.Date, cancellationToken))
            return Error.Conflict("commission.deja-ouverte", "Une séance est déjà ouverte à cette date.", "date");
        var commission = new Commission(identifiants.Next(), acteur.Acteur.DepartementCode, request.Date);
        var waiting = await db.Demandes
            .Where(d => d.DeposeeLe <= request.Date
                && ((d.Etat == EtatDemande.Ajournee && !d.Avis.Any(a => a.Date >= request.Date)) || (request.Demandes == null && d.Etat == EtatDemande.Deposee)))
            .OrderBy(d => d.DeposeeLe).ThenBy(d => d.Id).Take(Pagination.TailleMax)
            .Select(d => d.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in waiting.Union(request.Demandes ?? []))
        {
            if (await db.LockAsync<Demande>(id, cancellationToken) is not { } demande)
                return Error.Invalid("demande.inconnue", "Une demande de l'ordre du jour n'est pas connue.", "demandes");
            var enrolled = commission.Enrol(demande);
            if (!enrolled.IsSuccess)
                return enrolled.Error;
        }

        var bilans = await db.Bilans
            .Where(b => b.TransmisLe <= request.Date && (b.Etat == EtatBilan.Ajourne || (request.Demandes == null && b.Etat == EtatBilan.AInscrire)))
            .OrderBy(b => b.TransmisLe).ThenBy(b => b.Id).Take(Pagination.TailleMax).Select(b => b.Id).ToListAsync(cancellationToken);
        foreach (var id in bilans)
        {
            // One whose Avis is of a later day than this session waits for the next one.
            if (await db.LockAsync<Bilan>(id, cancellationToken) is { } bilan)
                _ = commission.Enrol(bilan);
        }

        db.Commissions.Add(commission);
        await db.SaveChangesAsync(cancellationToken);
        return await db.ReadCommissionAsync(commission.Id, cancellationToken);
    }
}
