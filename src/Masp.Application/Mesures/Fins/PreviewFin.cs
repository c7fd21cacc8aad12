using Masp.Application.Commun;
using Masp.Application.Mesures.Avenants;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using MediatR;
using NodaTime;

namespace Masp.Application.Mesures.Fins;

/// <summary>What an end on that day would do to the months, their price and the invoices already made; nothing is written (R37, R41).</summary>
public sealed record PreviewFin(Guid MesureId, LocalDate DernierJour) : IQuery<ConsequencesDto>;

internal sealed class PreviewFinHandler(CalculDesConsequences calcul, Horloge horloge) : IRequestHandler<PreviewFin, Result<ConsequencesDto>>
{
    public Task<Result<ConsequencesDto>> Handle(PreviewFin request, CancellationToken cancellationToken) => calcul.CompareAsync(
        request.MesureId, (mesure, _) => mesure.Close(request.DernierJour, MotifFin.MesureInadaptee, horloge.Aujourdhui).Error, cancellationToken);
}
