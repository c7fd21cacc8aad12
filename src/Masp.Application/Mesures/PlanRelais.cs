using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using MediatR;

namespace Masp.Application.Mesures;

/// <summary>Plans the hand-over of one Mesure to another Titulaire (R24).</summary>
/// <param name="VersionAttendue">From <c>If-Match</c>, when told.</param>
public sealed record PlanRelais(Guid MesureId, Guid RepreneurId, NodaTime.LocalDate Date, string Motif, uint? VersionAttendue) : ICommand<RelaisDto>;

internal sealed class PlanRelaisValidator : AbstractValidator<PlanRelais>
{
    public PlanRelaisValidator() => RuleFor(r => r.Motif).Obligatoire(2000);
}

internal sealed class PlanRelaisHandler(IMaspDbContext db, ServiceDeRelais service) : IRequestHandler<PlanRelais, Result<RelaisDto>>
{
    public async Task<Result<RelaisDto>> Handle(PlanRelais request, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<Mesure>(request.MesureId, cancellationToken) is not { } mesure)
            return GetMesureHandler.Introuvable;
        if (Refus.CheckVersion(mesure.Version, request.VersionAttendue) is { } stale)
            return stale;
        var demande = new DemandeDeRelais(EtendueRelais.Mesure, mesure.TitulaireId, mesure.LotCode, request.RepreneurId, request.Date, request.Motif.Trim());
        return await service.SaveAsync(demande, [mesure], cancellationToken);
    }
}
