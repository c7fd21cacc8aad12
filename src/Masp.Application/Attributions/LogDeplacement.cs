using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;
using NodaTime;

namespace Masp.Application.Attributions;

/// <summary>A journey made for an order that is not signed yet (R16).</summary>
public sealed record LogDeplacement(Guid Id, LocalDate Date, string Lieu, string Intervenant) : ICommand<BonDto>;

internal sealed class LogDeplacementValidator : AbstractValidator<LogDeplacement>
{
    public LogDeplacementValidator()
    {
        RuleFor(d => d.Lieu).Obligatoire(200);
        RuleFor(d => d.Intervenant).Obligatoire(100);
    }
}

internal sealed class LogDeplacementHandler(ChangeBon change, Horloge horloge, Identifiants identifiants) : IRequestHandler<LogDeplacement, Result<BonDto>>
{
    public Task<Result<BonDto>> Handle(LogDeplacement request, CancellationToken cancellationToken) => change.RunAsync(
        request.Id,
        null,
        (bon, _) => Task.FromResult(bon.Log(identifiants.Next(), request.Date, request.Lieu, request.Intervenant, horloge.Aujourdhui)),
        cancellationToken);
}
