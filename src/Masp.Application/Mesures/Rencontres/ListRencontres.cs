using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Rencontres;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Mesures.Rencontres;

/// <summary>The Rencontres of one Mesure, latest first (R18).</summary>
public sealed record ListRencontresDeMesure(Guid MesureId, EtatRencontre? Etat, Pagination Pagination) : IQuery<Liste<RencontreDto>>;

/// <summary>The Rencontres that the caller may see between two days, first one first: a day's work, a month's plan.</summary>
/// <param name="Du">First day; none before when not told.</param>
/// <param name="Au">Last day, included.</param>
public sealed record ListRencontres(LocalDate? Du, LocalDate? Au, Guid? IntervenantId, EtatRencontre? Etat, Pagination Pagination) : IQuery<Liste<RencontreDto>>;

/// <summary>One Rencontre, with what it said before.</summary>
public sealed record GetRencontre(Guid MesureId, Guid Id) : IQuery<RencontreDto>;

internal sealed class ListRencontresHandler(IMaspDbContext db, LectureDirecte lecture, Portee portee, ServiceDeRencontre service)
    : IRequestHandler<ListRencontresDeMesure, Result<Liste<RencontreDto>>>, IRequestHandler<ListRencontres, Result<Liste<RencontreDto>>>,
        IRequestHandler<GetRencontre, Result<RencontreDto>>
{
    public async Task<Result<Liste<RencontreDto>>> Handle(ListRencontresDeMesure request, CancellationToken cancellationToken)
    {
        if (!await db.Mesures.AnyAsync(m => m.Id == request.MesureId, cancellationToken))
            return GetMesureHandler.Introuvable;
        var sql = Sql().Where("r.mesure_id = ?", LectureDirecte.Value(request.MesureId));
        return await PageAsync(sql, request.Etat, request.Pagination, inverse: true, cancellationToken);
    }

    public async Task<Result<Liste<RencontreDto>>> Handle(ListRencontres request, CancellationToken cancellationToken)
    {
        var sql = Sql();
        if (request.Du is { } du)
            sql.Where("r.date >= ?", LectureDirecte.Value(du));
        if (request.Au is { } au)
            sql.Where("r.date <= ?", LectureDirecte.Value(au));
        if (request.IntervenantId is { } intervenant)
            sql.Where("r.intervenant_id = ?", LectureDirecte.Value(intervenant));
        return await PageAsync(sql, request.Etat, request.Pagination, inverse: false, cancellationToken);
    }

    public async Task<Result<RencontreDto>> Handle(GetRencontre request, CancellationToken cancellationToken)
    {
        var found = await service.ReadAsync(request.Id, cancellationToken);
        return found.IsSuccess && found.Value.Mesure.Id != request.MesureId ? LectureRencontre.Introuvable : found;
    }

    private SqlDeRencontre Sql() => new(lecture.Departement, portee);

    private async Task<Result<Liste<RencontreDto>>> PageAsync(SqlDeRencontre sql, EtatRencontre? etat, Pagination pagination, bool inverse, CancellationToken cancellationToken)
    {
        var page = pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        if (!Curseurs.ReadDate(curseur, out var date, out var id))
            return Curseurs.Refuse;
        if (etat is { } asked)
            sql.Where("r.etat = ?", LectureDirecte.Value(asked.ToString()));
        if (date is { } jour && id is { } cle)
            sql.After(jour, cle, inverse);
        var reglements = await db.ReglementsAsync(cancellationToken);
        var rows = await lecture.ListAsync(reader => SqlDeRencontre.Row(reader, reglements), sql.Page(inverse, taille + 1), cancellationToken);
        return Liste<RencontreDto>.Cut(rows, taille, r => Curseurs.Of(r.Date, r.Id));
    }
}
