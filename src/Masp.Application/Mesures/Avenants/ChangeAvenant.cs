using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Avenants;
using MediatR;
using NodaTime;

namespace Masp.Application.Mesures.Avenants;

/// <summary>The SAFPM writes the Avenant and sends it back to be signed (R21, art. 4).</summary>
/// <param name="VersionAttendue">From <c>If-Match</c>, when told.</param>
public sealed record PrepareAvenant(Guid Id, uint? VersionAttendue) : ICommand<AvenantDto>;

/// <summary>The person signed: the Mesure is amended in the same act (R21).</summary>
/// <param name="Date">Today when not told.</param>
/// <param name="VersionAttendue">From <c>If-Match</c>, when told.</param>
public sealed record SignAvenant(Guid Id, LocalDate? Date, uint? VersionAttendue) : ICommand<AvenantDto>;

/// <summary>The SAFPM, or the person, does not want it.</summary>
/// <param name="VersionAttendue">From <c>If-Match</c>, when told.</param>
public sealed record RefuseAvenant(Guid Id, string Motif, uint? VersionAttendue) : ICommand<AvenantDto>;

internal sealed class RefuseAvenantValidator : AbstractValidator<RefuseAvenant>
{
    public RefuseAvenantValidator() => RuleFor(a => a.Motif).Obligatoire(2000);
}

internal sealed class ChangeAvenantHandler(IMaspDbContext db, MesureTenue tenue, CalculDesConsequences calcul, Horloge horloge)
    : IRequestHandler<PrepareAvenant, Result<AvenantDto>>, IRequestHandler<SignAvenant, Result<AvenantDto>>, IRequestHandler<RefuseAvenant, Result<AvenantDto>>
{
    public Task<Result<AvenantDto>> Handle(PrepareAvenant request, CancellationToken cancellationToken) =>
        RunAsync(request.Id, request.VersionAttendue, (_, avenant) => Task.FromResult(avenant.Prepare(horloge.Aujourdhui).Error), cancellationToken);

    public Task<Result<AvenantDto>> Handle(SignAvenant request, CancellationToken cancellationToken) => RunAsync(
        request.Id,
        request.VersionAttendue,
        async (mesure, avenant) => avenant.Sign(mesure, request.Date ?? horloge.Aujourdhui, await calcul.AmendementAsync(mesure, cancellationToken)).Error,
        cancellationToken);

    public Task<Result<AvenantDto>> Handle(RefuseAvenant request, CancellationToken cancellationToken) =>
        RunAsync(request.Id, request.VersionAttendue, (_, avenant) => Task.FromResult(avenant.Refuse(request.Motif, horloge.Aujourdhui).Error), cancellationToken);

    private async Task<Result<AvenantDto>> RunAsync(Guid id, uint? attendue, Func<Mesure, Avenant, Task<Error?>> act, CancellationToken cancellationToken)
    {
        var held = await tenue.HoldWithAsync<Avenant>(id, db.Avenants.Where(a => a.Id == id).Select(a => a.MesureId), LectureAvenant.Introuvable, attendue, cancellationToken);
        if (!held.IsSuccess)
            return held.Error;
        var (mesure, avenant) = held.Value;
        if (await act(mesure, avenant) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancellationToken);
        return AvenantDto.Of(avenant, horloge.Aujourdhui);
    }
}
