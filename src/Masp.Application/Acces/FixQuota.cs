using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using MediatR;

namespace Masp.Application.Acces;

/// <summary>Sets how many looks an hour an account of that role has; at once, also for the hour under way.</summary>
/// <param name="Limite">1 to 1,000,000, included.</param>
public sealed record FixQuota(Role Role, NatureUsage Nature, int Limite) : ICommand<Done>;

internal sealed class FixQuotaValidator : AbstractValidator<FixQuota>
{
    public FixQuotaValidator() =>
        RuleFor(q => q.Limite).InclusiveBetween(1, 1_000_000).WithErrorCode("quota.limite").WithMessage("Une limite va de 1 à 1 000 000 par heure.");
}

internal sealed class FixQuotaHandler(IMaspDbContext db, ActeurCourant acteur) : IRequestHandler<FixQuota, Result<Done>>
{
    public async Task<Result<Done>> Handle(FixQuota request, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync(
            $"""
            insert into masp.quotas (departement_code, role, nature, limite)
            values ({acteur.Acteur.DepartementCode}, {request.Role.ToString()}, {MotsDUsage.Of(request.Nature)}, {request.Limite})
            on conflict (departement_code, role, nature) do update set limite = excluded.limite
            """,
            cancellationToken);
        return Done.Value;
    }
}
