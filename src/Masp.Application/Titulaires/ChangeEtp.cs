using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;
using NodaTime;

namespace Masp.Application.Titulaires;

/// <summary>Another working time from a day on (R25).</summary>
public sealed record ChangeEtp(Guid Id, LocalDate Debut, decimal Etp, uint VersionAttendue) : ICommand<IntervenantDto>;

internal sealed class ChangeEtpHandler(ChangeIntervenant change) : IRequestHandler<ChangeEtp, Result<IntervenantDto>>
{
    public Task<Result<IntervenantDto>> Handle(ChangeEtp request, CancellationToken cancellationToken) => change.RunAsync(
        request.Id, request.VersionAttendue, intervenant => Task.FromResult(intervenant.ChangeEtp(request.Debut, request.Etp)), cancellationToken);
}
