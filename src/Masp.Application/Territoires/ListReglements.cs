using AutoMapper;
using AutoMapper.QueryableExtensions;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Territoires;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Territoires;

/// <summary>The dated rule sets of the Departement (R60), latest first.</summary>
public sealed record ListReglements : IQuery<Liste<ReglementDto>>;

/// <param name="Debut">First day, included.</param>
public sealed record ReglementDto(Guid Id, LocalDate Debut, string Reference, Parametres Parametres)
{
    internal sealed class Mapping : Profile
    {
        public Mapping() => CreateMap<Reglement, ReglementDto>();
    }
}

internal sealed class ListReglementsHandler(IMaspDbContext db, IMapper mapper) : IRequestHandler<ListReglements, Result<Liste<ReglementDto>>>
{
    public async Task<Result<Liste<ReglementDto>>> Handle(ListReglements request, CancellationToken cancellationToken) =>
        new Liste<ReglementDto>(
            await db.Reglements.AsNoTracking().OrderByDescending(r => r.Debut).Take(Pagination.TailleMax).ProjectTo<ReglementDto>(mapper.ConfigurationProvider).ToListAsync(cancellationToken),
            null);
}
