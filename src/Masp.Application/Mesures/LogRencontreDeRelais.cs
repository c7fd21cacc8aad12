using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using MediatR;
using NodaTime;

namespace Masp.Application.Mesures;

/// <summary>Logs one meeting of a hand-over, for one measure or several seen together (R24).</summary>
/// <param name="Date">Today when not told.</param>
public sealed record LogRencontreDeRelais(Guid RelaisId, IReadOnlyList<Guid> Mesures, RencontreDeRelais Rencontre, LocalDate? Date) : ICommand<RelaisDto>;

internal sealed class LogRencontreDeRelaisValidator : AbstractValidator<LogRencontreDeRelais>
{
    public LogRencontreDeRelaisValidator() => RuleFor(r => r.Mesures).Choisi();
}

internal sealed class LogRencontreDeRelaisHandler(IMaspDbContext db, Horloge horloge) : IRequestHandler<LogRencontreDeRelais, Result<RelaisDto>>
{
    public async Task<Result<RelaisDto>> Handle(LogRencontreDeRelais request, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<PassageDeRelais>(request.RelaisId, cancellationToken) is not { } relais)
            return LectureRelais.Introuvable;
        var met = relais.Meet(request.Mesures, request.Rencontre, request.Date ?? horloge.Aujourdhui, horloge.Aujourdhui);
        if (!met.IsSuccess)
            return met.Error;
        await db.SaveChangesAsync(cancellationToken);
        return await relais.ToDtoAsync(db, cancellationToken);
    }
}
