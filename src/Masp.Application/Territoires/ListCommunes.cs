using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Territoires;
using MediatR;
using NpgsqlTypes;

namespace Masp.Application.Territoires;

/// <summary>The communes of the Departement, with the Lot and Zone of today (R64).</summary>
/// <param name="CodePostal">All five digits, or the first ones.</param>
/// <param name="Recherche">Part of the name, accents or not.</param>
public sealed record ListCommunes(string? CodePostal, string? Recherche, string? Lot, Zone? Zone, Pagination Pagination) : IQuery<Liste<CommuneDto>>;

/// <param name="Lot">Null when no mapping has begun.</param>
/// <param name="Demonstration">The mapping is ours, not the source's: the screens say so.</param>
public sealed record CommuneDto(string CodeInsee, string Nom, string[] CodesPostaux, int? Population, string? Lot, Zone? Zone, bool Demonstration);

internal sealed class ListCommunesHandler(LectureDirecte lecture, Horloge horloge) : IRequestHandler<ListCommunes, Result<Liste<CommuneDto>>>
{
    private const string Sql =
        """
        select c.code_insee, c.nom, c.codes_postaux, c.population, a.lot_code, a.zone, coalesce(a.demonstration, false)
        from masp.communes c
        left join lateral (
          select lot_code, zone, demonstration from masp.affectations
          where departement_code = c.departement_code and code_insee = c.code_insee and debut <= $1
          order by debut desc limit 1) a on true
        where c.departement_code = masp.departement()
          and ($2::text is null or exists (select from unnest(c.codes_postaux) p where p like $2 || '%'))
          and ($3::text is null or c.recherche like '%' || masp.sans_accent($3) || '%')
          and ($4::text is null or a.lot_code = $4)
          and ($5::text is null or a.zone = $5)
          and ($6::text is null or (c.nom, c.code_insee) > ($6, $7))
        order by c.nom, c.code_insee
        limit $8
        """;

    public async Task<Result<Liste<CommuneDto>>> Handle(ListCommunes request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        var rows = await lecture.ListAsync(
            reader => new CommuneDto(
                reader.GetString(0),
                reader.GetString(1),
                reader.GetFieldValue<string[]>(2),
                reader.IsDBNull(3) ? null : reader.GetInt32(3),
                reader.IsDBNull(4) ? null : reader.GetString(4),
                reader.IsDBNull(5) ? null : Enum.Parse<Zone>(reader.GetString(5)),
                reader.GetBoolean(6)),
            LectureDirecte.Command(
                Sql,
                LectureDirecte.Value(horloge.Aujourdhui),
                LectureDirecte.Nullable(request.CodePostal, NpgsqlDbType.Text),
                LectureDirecte.Nullable(request.Recherche, NpgsqlDbType.Text),
                LectureDirecte.Nullable(request.Lot, NpgsqlDbType.Text),
                LectureDirecte.Nullable(request.Zone?.ToString(), NpgsqlDbType.Text),
                LectureDirecte.Nullable(curseur?.Valeur, NpgsqlDbType.Text),
                LectureDirecte.Nullable(curseur?.Cle, NpgsqlDbType.Text),
                LectureDirecte.Value(taille + 1)),
            cancellationToken);
        return Liste<CommuneDto>.Cut(rows, taille, c => new Curseur(c.Nom, c.CodeInsee));
    }
}
