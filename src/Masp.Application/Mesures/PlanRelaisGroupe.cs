using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;
using NodaTime;

namespace Masp.Application.Mesures;

/// <summary>Plans the hand-over of a worker's caseload, or of all that a Titulaire serves in a Lot, in one act (R24).</summary>
/// <param name="IntervenantId">One worker's measures only; all of them when not told.</param>
public sealed record PlanRelaisGroupe(Guid CedantId, string Lot, Guid RepreneurId, LocalDate Date, string Motif, Guid? IntervenantId = null) : ICommand<RelaisDto>;

internal sealed class PlanRelaisGroupeValidator : AbstractValidator<PlanRelaisGroupe>
{
    public PlanRelaisGroupeValidator()
    {
        RuleFor(r => r.Motif).Obligatoire(2000);
        RuleFor(r => r.Lot).Obligatoire(8);
    }
}

internal sealed class PlanRelaisGroupeHandler(ServiceDeRelais service) : IRequestHandler<PlanRelaisGroupe, Result<RelaisDto>>
{
    public async Task<Result<RelaisDto>> Handle(PlanRelaisGroupe request, CancellationToken cancellationToken)
    {
        var mesures = await service.MesuresOfAsync(request.CedantId, request.Lot, request.IntervenantId, hold: true, cancellationToken);
        var demande = DemandeDeRelais.Of(request.CedantId, request.Lot, request.RepreneurId, request.Date, request.Motif, request.IntervenantId);
        return await service.SaveAsync(demande, mesures, cancellationToken);
    }
}
