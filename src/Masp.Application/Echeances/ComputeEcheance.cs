using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using MediatR;
using NodaTime;

namespace Masp.Application.Echeances;

/// <summary>A deadline with its derivation (R45); no record is written.</summary>
/// <param name="Jours">0 to 3660.</param>
/// <param name="Mode">Of the Reglement in force on the day of the event, when not told.</param>
/// <param name="Calendrier">As <paramref name="Mode"/>.</param>
public sealed record ComputeEcheance(LocalDate Evenement, int Jours, Sens Sens, ModeDelai? Mode = null, Calendrier? Calendrier = null) : IQuery<EcheanceCalculeeDto>;

/// <param name="DateBrute">Where the count falls, never rolled.</param>
/// <param name="Date">The working day to keep.</param>
public sealed record EcheanceCalculeeDto(LocalDate DateBrute, LocalDate Date, IReadOnlyList<string> Explication);

internal sealed class ComputeEcheanceHandler(IMaspDbContext db) : IRequestHandler<ComputeEcheance, Result<EcheanceCalculeeDto>>
{
    public async Task<Result<EcheanceCalculeeDto>> Handle(ComputeEcheance request, CancellationToken cancellationToken)
    {
        var (mode, calendrier) = request is { Mode: { } mode1, Calendrier: { } calendrier1 } ? (mode1, calendrier1) : await DefaultsAsync(request, cancellationToken);
        return JoursFrancs.Compute(request.Evenement, request.Jours, request.Sens, mode, calendrier).Map(d => new EcheanceCalculeeDto(d.DateBrute, d.Date, d.Explain()));
    }

    private async Task<(ModeDelai, Calendrier)> DefaultsAsync(ComputeEcheance request, CancellationToken cancellationToken)
    {
        var parametres = await db.ParametresOnAsync(request.Evenement, cancellationToken);
        return (request.Mode ?? parametres.ModeDelai, request.Calendrier ?? parametres.Calendrier);
    }
}
