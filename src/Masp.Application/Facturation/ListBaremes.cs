using AutoMapper;
using AutoMapper.QueryableExtensions;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Facturation;

/// <summary>The price lists, latest first (R35).</summary>
public sealed record ListBaremes : IQuery<Liste<BaremeDto>>;

/// <param name="Debut">First day, included; it holds until the next one begins.</param>
public sealed record BaremeDto(Guid Id, string Reference, LocalDate Debut, Money Sgu, Money Agu, Money Sgr, Money Agr, Money Forfait)
{
    internal sealed class Mapping : Profile
    {
        public Mapping() => CreateMap<Bareme, BaremeDto>();
    }
}

internal sealed class ListBaremesHandler(IMaspDbContext db, IMapper mapper) : IRequestHandler<ListBaremes, Result<Liste<BaremeDto>>>
{
    public async Task<Result<Liste<BaremeDto>>> Handle(ListBaremes request, CancellationToken cancellationToken) =>
        new Liste<BaremeDto>(
            await db.Baremes.AsNoTracking().OrderByDescending(b => b.Debut).Take(Pagination.TailleMax).ProjectTo<BaremeDto>(mapper.ConfigurationProvider).ToListAsync(cancellationToken),
            null);
}
