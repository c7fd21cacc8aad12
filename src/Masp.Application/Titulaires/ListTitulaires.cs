using AutoMapper;
using AutoMapper.QueryableExtensions;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Titulaires;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Titulaires;

/// <summary>The Titulaires and their Conventions, past and present.</summary>
public sealed record ListTitulaires : IQuery<Liste<TitulaireDto>>;

public sealed record TitulaireDto(Guid Id, string Nom, string Siret, IReadOnlyList<ConventionDto> Conventions)
{
    internal sealed class Mapping : Profile
    {
        public Mapping()
        {
            CreateMap<Titulaire, TitulaireDto>();
            CreateMap<Convention, ConventionDto>();
        }
    }
}

/// <param name="Fin">Last day, included.</param>
public sealed record ConventionDto(Guid Id, string LotCode, string Numero, LocalDate Debut, LocalDate? Fin, int Rang);

internal sealed class ListTitulairesHandler(IMaspDbContext db, IMapper mapper) : IRequestHandler<ListTitulaires, Result<Liste<TitulaireDto>>>
{
    public async Task<Result<Liste<TitulaireDto>>> Handle(ListTitulaires request, CancellationToken cancellationToken) =>
        new Liste<TitulaireDto>(
            await db.Titulaires.AsNoTracking().OrderBy(t => t.Nom).Take(Pagination.TailleMax).ProjectTo<TitulaireDto>(mapper.ConfigurationProvider).ToListAsync(cancellationToken),
            null);
}
