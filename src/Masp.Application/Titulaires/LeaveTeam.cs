using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;
using NodaTime;

namespace Masp.Application.Titulaires;

/// <summary>A worker leaves; the last day is worked. Measures still in charge are shown first on the board (R25).</summary>
public sealed record LeaveTeam(Guid Id, LocalDate Date, uint VersionAttendue) : ICommand<IntervenantDto>;

internal sealed class LeaveTeamHandler(ChangeIntervenant change) : IRequestHandler<LeaveTeam, Result<IntervenantDto>>
{
    public Task<Result<IntervenantDto>> Handle(LeaveTeam request, CancellationToken cancellationToken) => change.RunAsync(
        request.Id,
        request.VersionAttendue,
        async intervenant => intervenant.Leave(request.Date, await change.EngagementsOfAsync(request.Id, cancellationToken)),
        cancellationToken);
}
