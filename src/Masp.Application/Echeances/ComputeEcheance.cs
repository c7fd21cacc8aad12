using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using MediatR;
using NodaTime;

namespace Masp.Application.Echeances;

/// <summary>A deadline with its derivation (R45); no record is read or written.</summary>
/// <param name="Jours">0 to 3660.</param>
public sealed record ComputeEcheance(LocalDate Evenement, int Jours, Sens Sens, ModeDelai? Mode = null, Calendrier? Calendrier = null) : IQuery<EcheanceCalculeeDto>;

/// <param name="DateBrute">Where the count falls, never rolled.</param>
/// <param name="Date">The working day to keep.</param>
public sealed record EcheanceCalculeeDto(LocalDate DateBrute, LocalDate Date, IReadOnlyList<string> Explication);

internal sealed class ComputeEcheanceHandler : IRequestHandler<ComputeEcheance, Result<EcheanceCalculeeDto>>
{
    public Task<Result<EcheanceCalculeeDto>> Handle(ComputeEcheance request, CancellationToken cancellationToken) =>
        Task.FromResult(JoursFrancs
            .Compute(request.Evenement, request.Jours, request.Sens, request.Mode ?? ModeDelai.Franc, request.Calendrier ?? Calendrier.Metropole)
            .Map(d => new EcheanceCalculeeDto(d.DateBrute, d.Date, d.Explain())));
}
