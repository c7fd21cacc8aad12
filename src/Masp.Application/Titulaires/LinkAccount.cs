using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;

namespace Masp.Application.Titulaires;

/// <summary>
/// Says which account signs in as this worker: it then sees what the worker follows (R61). Accounts are kept apart, where this unit of work
/// reads nothing; one of another Titulaire gains nothing, because rights are looked at with the Titulaire of the session too.
/// </summary>
/// <param name="CompteId">Null to part them.</param>
public sealed record LinkAccount(Guid Id, Guid? CompteId, uint VersionAttendue) : ICommand<IntervenantDto>;

internal sealed class LinkAccountHandler(ChangeIntervenant change) : IRequestHandler<LinkAccount, Result<IntervenantDto>>
{
    public Task<Result<IntervenantDto>> Handle(LinkAccount request, CancellationToken cancellationToken) => change.RunAsync(
        request.Id,
        request.VersionAttendue,
        intervenant =>
        {
            intervenant.Link(request.CompteId);
            return Task.FromResult<Result<Done>>(Done.Value);
        },
        cancellationToken);
}
