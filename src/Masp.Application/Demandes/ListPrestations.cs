using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using MediatR;

namespace Masp.Application.Demandes;

/// <summary>The benefits of D271-2 (R6).</summary>
public sealed record ListPrestations : IQuery<Liste<Prestation>>;

internal sealed class ListPrestationsHandler : IRequestHandler<ListPrestations, Result<Liste<Prestation>>>
{
    public Task<Result<Liste<Prestation>>> Handle(ListPrestations request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Liste<Prestation>>>(new Liste<Prestation>(Prestations.Toutes, null));
}
