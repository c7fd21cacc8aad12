using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using MediatR;
using NodaTime;

namespace Masp.Application.Attributions;

/// <summary>Takes the appointment of the first Rencontre (R13).</summary>
public sealed record TakeRendezVous(Guid BonDeCommandeId, LocalDate Date, string Lieu, LocalTime? Heure) : ICommand<PreparationDto>;

/// <summary>Says that the appointment was held, or missed on whose account (R13).</summary>
public sealed record SettleRendezVous(Guid BonDeCommandeId, bool Tenu, CauseRetard? Cause, string? Commentaire) : ICommand<PreparationDto>;

internal sealed class TakeRendezVousValidator : AbstractValidator<TakeRendezVous>
{
    public TakeRendezVousValidator() => RuleFor(r => r.Lieu).Obligatoire(200);
}

internal sealed class SettleRendezVousValidator : AbstractValidator<SettleRendezVous>
{
    public SettleRendezVousValidator() => RuleFor(r => r.Commentaire).Facultatif(1000);
}

internal sealed class TakeRendezVousHandler(ChangePreparation change, Horloge horloge, Identifiants identifiants)
    : IRequestHandler<TakeRendezVous, Result<PreparationDto>>, IRequestHandler<SettleRendezVous, Result<PreparationDto>>
{
    public Task<Result<PreparationDto>> Handle(TakeRendezVous request, CancellationToken cancellationToken) => change.RunAsync(
        request.BonDeCommandeId, null,
        (preparation, bon) => preparation.Meet(identifiants.Next(), bon, request.Date, request.Heure, request.Lieu, horloge.Aujourdhui),
        cancellationToken);

    public Task<Result<PreparationDto>> Handle(SettleRendezVous request, CancellationToken cancellationToken) => change.RunAsync(
        request.BonDeCommandeId, null, (preparation, _) => preparation.Settle(request.Tenu, request.Cause, request.Commentaire, horloge.Aujourdhui), cancellationToken);
}
