using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Mesures;

/// <summary>The hand-overs that the caller is a party of, latest first (R24).</summary>
public sealed record ListRelais(Pagination Pagination) : IQuery<Liste<RelaisResumeDto>>;

/// <param name="Mesures">How many pass.</param>
/// <param name="Restent">How many still have a meeting to hold.</param>
public sealed record RelaisResumeDto(
    Guid Id, EtendueRelais Etendue, RefDto Cedant, RefDto Repreneur, string Lot, LocalDate Demandee, LocalDate PrevuLe, int Mesures, int Restent);

internal sealed class ListRelaisHandler(IMaspDbContext db) : IRequestHandler<ListRelais, Result<Liste<RelaisResumeDto>>>
{
    public async Task<Result<Liste<RelaisResumeDto>>> Handle(ListRelais request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        if (!Curseurs.ReadDate(curseur, out var date, out var id))
            return Curseurs.Refuse;
        var rows = db.PassagesDeRelais.AsNoTracking();
        if (date is { } jour && id is { } cle)
            rows = rows.Where(r => r.PrevuLe < jour || (r.PrevuLe == jour && r.Id < cle));
        var found = await rows.OrderByDescending(r => r.PrevuLe).ThenByDescending(r => r.Id).Take(taille + 1)
            .Select(r => new RelaisResumeDto(
                r.Id, r.Etendue, new RefDto(r.CedantId, db.Titulaires.First(t => t.Id == r.CedantId).Nom), new RefDto(r.RepreneurId, db.Titulaires.First(t => t.Id == r.RepreneurId).Nom),
                r.LotCode, r.Demandee, r.PrevuLe, r.Mesures.Count, r.Mesures.Count(m => m.RencontreEquipesLe == null || m.RencontrePersonneLe == null)))
            .ToListAsync(cancellationToken);
        return Liste<RelaisResumeDto>.Cut(found, taille, r => Curseurs.Of(r.PrevuLe, r.Id));
    }
}
