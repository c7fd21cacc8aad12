using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Avenants;
using MediatR;

namespace Masp.Application.Mesures.Avenants;

/// <summary>What an Avenant signed today would do to the months, the price, the Bilans and the total length; nothing is written (R21).</summary>
public sealed record PreviewAvenant(Guid MesureId, ObjetAvenant Objet) : IQuery<ConsequencesDto>;

internal sealed class PreviewAvenantHandler(CalculDesConsequences calcul) : IRequestHandler<PreviewAvenant, Result<ConsequencesDto>>
{
    public Task<Result<ConsequencesDto>> Handle(PreviewAvenant request, CancellationToken cancellationToken) =>
        calcul.CompareAsync(request.MesureId, (mesure, amendement) => mesure.Amend(request.Objet, amendement).Error, cancellationToken);
}
