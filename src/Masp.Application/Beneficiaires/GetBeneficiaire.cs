using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;

namespace Masp.Application.Beneficiaires;

/// <summary>A person, and where their file stands (R63).</summary>
public sealed record GetBeneficiaire(Guid Id) : IQuery<FicheDto>;

internal sealed class GetBeneficiaireHandler(LectureFiche lecture) : IRequestHandler<GetBeneficiaire, Result<FicheDto>>
{
    public Task<Result<FicheDto>> Handle(GetBeneficiaire request, CancellationToken cancellationToken) => lecture.ReadAsync(request.Id, cancellationToken);
}
