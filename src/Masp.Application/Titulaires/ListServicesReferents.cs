using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Titulaires;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Titulaires;

/// <summary>The services that may ask for measures, and whether they are habilitated today (R7).</summary>
public sealed record ListServicesReferents : IQuery<Liste<ServiceReferentDto>>;

public sealed record ServiceReferentDto(Guid Id, string Nom, NatureService Nature, bool Habilite);

internal sealed class ListServicesReferentsHandler(IMaspDbContext db, Horloge horloge) : IRequestHandler<ListServicesReferents, Result<Liste<ServiceReferentDto>>>
{
    public async Task<Result<Liste<ServiceReferentDto>>> Handle(ListServicesReferents request, CancellationToken cancellationToken)
    {
        var today = horloge.Aujourdhui;
        var services = await db.ServicesReferents.AsNoTracking().OrderBy(s => s.Nom).Take(Pagination.TailleMax).ToListAsync(cancellationToken);
        return new Liste<ServiceReferentDto>([.. services.Select(s => new ServiceReferentDto(s.Id, s.Nom, s.Nature, s.IsHabilitatedOn(today)))], null);
    }
}
