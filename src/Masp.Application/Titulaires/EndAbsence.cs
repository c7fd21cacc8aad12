using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;
using NodaTime;

namespace Masp.Application.Titulaires;

/// <summary>A worker comes back earlier than said; the stand-in's view ends with the new last day (R26, R61).</summary>
public sealed record EndAbsence(Guid Id, Guid AbsenceId, LocalDate Fin, uint VersionAttendue) : ICommand<IntervenantDto>;

internal sealed class EndAbsenceHandler(ChangeIntervenant change) : IRequestHandler<EndAbsence, Result<IntervenantDto>>
{
    public Task<Result<IntervenantDto>> Handle(EndAbsence request, CancellationToken cancellationToken) => change.RunAsync(
        request.Id, request.VersionAttendue, intervenant => Task.FromResult(intervenant.ComeBack(request.AbsenceId, request.Fin)), cancellationToken);
}
