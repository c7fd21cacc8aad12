using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Territoires;

/// <summary>The Lots, with the Titulaires whose Convention is in force today.</summary>
public sealed record ListLots : IQuery<Liste<LotDto>>;

public sealed record LotDto(string Code, string Nom, IReadOnlyList<TitulaireDuLotDto> Titulaires);

/// <param name="Rang">1 is served first at the very start (R11).</param>
public sealed record TitulaireDuLotDto(Guid Id, string Nom, int Rang, string Convention, LocalDate Debut, LocalDate? Fin);

internal sealed class ListLotsHandler(IMaspDbContext db, Horloge horloge) : IRequestHandler<ListLots, Result<Liste<LotDto>>>
{
    public async Task<Result<Liste<LotDto>>> Handle(ListLots request, CancellationToken cancellationToken)
    {
        var lots = await db.Lots.AsNoTracking().OrderBy(l => l.Code).ToListAsync(cancellationToken);
        var titulaires = await db.Titulaires.AsNoTracking().ToListAsync(cancellationToken);
        var today = horloge.Aujourdhui;
        return new Liste<LotDto>([.. lots.Select(lot => new LotDto(lot.Code, lot.Nom, Holders(lot.Code)))], null);

        IReadOnlyList<TitulaireDuLotDto> Holders(string code) =>
        [
            .. titulaires
                .Select(t => (Titulaire: t, Convention: t.ConventionOn(code, today)))
                .Where(x => x.Convention is not null)
                .OrderBy(x => x.Convention!.Rang)
                .Select(x => new TitulaireDuLotDto(x.Titulaire.Id, x.Titulaire.Nom, x.Convention!.Rang, x.Convention.Numero, x.Convention.Debut, x.Convention.Fin)),
        ];
    }
}
