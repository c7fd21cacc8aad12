using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;

namespace Masp.Application.Mesures.Rencontres;

/// <summary>Says otherwise what was told of a Rencontre; what was told before is kept with the reason (R18).</summary>
/// <param name="VersionAttendue">From <c>If-Match</c>.</param>
public sealed record CorrectRencontre(Guid MesureId, Guid Id, FaitsSaisis Faits, string Motif, uint VersionAttendue) : ICommand<RencontreDto>;

/// <summary>Takes a Rencontre out of the plan and of the counts; it stays on record with the reason (R18).</summary>
/// <param name="VersionAttendue">From <c>If-Match</c>.</param>
public sealed record CancelRencontre(Guid MesureId, Guid Id, string Motif, uint VersionAttendue) : ICommand<RencontreDto>;

internal sealed class CorrectRencontreValidator : AbstractValidator<CorrectRencontre>
{
    public CorrectRencontreValidator()
    {
        RuleFor(r => r.Motif).Obligatoire(500);
        RuleFor(r => r.Faits.Note).Facultatif(2000).OverridePropertyName("note");
    }
}

internal sealed class CancelRencontreValidator : AbstractValidator<CancelRencontre>
{
    public CancelRencontreValidator() => RuleFor(r => r.Motif).Obligatoire(500);
}

internal sealed class CorrectRencontreHandler(ServiceDeRencontre service)
    : IRequestHandler<CorrectRencontre, Result<RencontreDto>>, IRequestHandler<CancelRencontre, Result<RencontreDto>>
{
    public Task<Result<RencontreDto>> Handle(CorrectRencontre request, CancellationToken cancellationToken) => service.ChangeAsync(
        request.MesureId,
        request.Id,
        request.VersionAttendue,
        async (rencontre, vie) =>
        {
            var told = await service.CompleteAsync(request.Faits with { IntervenantId = request.Faits.IntervenantId ?? rencontre.IntervenantId }, vie, cancellationToken);
            return told.IsSuccess ? rencontre.Correct(told.Value.Faits, service.Because(request.Motif), vie, told.Value.Equipe) : told.Error;
        },
        cancellationToken);

    public Task<Result<RencontreDto>> Handle(CancelRencontre request, CancellationToken cancellationToken) => service.ChangeAsync(
        request.MesureId, request.Id, request.VersionAttendue, (rencontre, _) => Task.FromResult(rencontre.Cancel(service.Because(request.Motif))), cancellationToken);
}
