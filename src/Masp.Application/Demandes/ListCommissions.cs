using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;
using NodaTime;
using NpgsqlTypes;

namespace Masp.Application.Demandes;

/// <summary>The sessions, latest first.</summary>
public sealed record ListCommissions(Pagination Pagination) : IQuery<Liste<CommissionResumeDto>>;

/// <param name="Points">Items on the agenda.</param>
/// <param name="SansAvis">Those on which it has not spoken.</param>
/// <param name="AAttribuer">Favourable Decisions that wait for their turn.</param>
public sealed record CommissionResumeDto(Guid Id, LocalDate Date, int Points, int SansAvis, int ADecider, int AAttribuer);

internal sealed class ListCommissionsHandler(LectureDirecte lecture, Portee portee) : IRequestHandler<ListCommissions, Result<Liste<CommissionResumeDto>>>
{
    private readonly string _sql =
        $"""
        select c.id, c.date, count(p.demande_id)::int,
          count(*) filter (where d.etat = 'Inscrite' and a.sens is null)::int,
          count(*) filter (where d.etat = 'AvisRendu')::int,
          count(*) filter (where d.etat = 'Acceptee')::int
        from (select * from masp.commissions
              where departement_code = masp.departement(){portee.Commissions()} and ($1::date is null or (date, id) < ($1, $2))
              order by date desc, id desc limit $3) c
        left join masp.points_ordre_du_jour p on p.departement_code = c.departement_code and p.commission_id = c.id
        left join masp.demandes d on d.departement_code = p.departement_code and d.id = p.demande_id
        left join masp.avis a on a.departement_code = d.departement_code and a.demande_id = d.id and a.commission_id = c.id
        group by c.id, c.date
        order by c.date desc, c.id desc
        """;

    public async Task<Result<Liste<CommissionResumeDto>>> Handle(ListCommissions request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        if (!Curseurs.ReadDate(curseur, out var date, out var id))
            return Curseurs.Refuse;
        var rows = await lecture.ListAsync(
            reader => new CommissionResumeDto(
                reader.GetGuid(0), reader.GetFieldValue<LocalDate>(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5)),
            LectureDirecte.Command(
                _sql, LectureDirecte.Nullable(date, NpgsqlDbType.Date), LectureDirecte.Nullable(id, NpgsqlDbType.Uuid), LectureDirecte.Value(taille + 1)),
            cancellationToken);
        return Liste<CommissionResumeDto>.Cut(rows, taille, c => Curseurs.Of(c.Date, c.Id));
    }
}
