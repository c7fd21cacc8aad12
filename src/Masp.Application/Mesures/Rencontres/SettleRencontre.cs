using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;

namespace Masp.Application.Mesures.Rencontres;

/// <summary>Says of one in the plan that it was held, or missed and why (R18).</summary>
/// <param name="VersionAttendue">From <c>If-Match</c>.</param>
public sealed record SettleRencontre(Guid MesureId, Guid Id, FaitsSaisis Faits, uint VersionAttendue) : ICommand<RencontreDto>;

internal sealed class SettleRencontreValidator : AbstractValidator<SettleRencontre>
{
    public SettleRencontreValidator() => RuleFor(r => r.Faits.Note).Facultatif(2000).OverridePropertyName("note");
}

internal sealed class SettleRencontreHandler(ServiceDeRencontre service, Horloge horloge) : IRequestHandler<SettleRencontre, Result<RencontreDto>>
{
    public Task<Result<RencontreDto>> Handle(SettleRencontre request, CancellationToken cancellationToken) => service.ChangeAsync(
        request.MesureId,
        request.Id,
        request.VersionAttendue,
        async (rencontre, vie) =>
        {
            var told = await service.CompleteAsync(request.Faits with { IntervenantId = request.Faits.IntervenantId ?? rencontre.IntervenantId }, vie, cancellationToken);
            return told.IsSuccess ? rencontre.Settle(told.Value.Faits, vie, told.Value.Equipe, horloge.Aujourdhui) : told.Error;
        },
        cancellationToken);
}
