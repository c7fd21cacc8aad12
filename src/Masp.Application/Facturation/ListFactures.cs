using Masp.Application.Commun;
using Masp.Application.Mesures;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using MediatR;
using NodaTime;
using NpgsqlTypes;

namespace Masp.Application.Facturation;

/// <summary>The Factures the caller may see, latest quarter first.</summary>
public sealed record ListFactures(string? Trimestre, Guid? TitulaireId, string? Lot, EtatFacture? Etat, Pagination Pagination) : IQuery<Liste<FactureResumeDto>>;

public sealed record FactureResumeDto(
    Guid Id, string? Numero, NatureFacture Nature, EtatFacture Etat, RefDto Titulaire, string Lot, string Trimestre, Money Total, LocalDate PrepareeLe, LocalDate? EmiseLe);

internal sealed class ListFacturesHandler(LectureDirecte lecture, Portee portee) : IRequestHandler<ListFactures, Result<Liste<FactureResumeDto>>>
{
    private readonly string _sql =
        $"""
        select f.id, f.numero, f.nature, f.etat, t.id, t.nom, f.lot_code, f.trimestre, f.total, f.preparee_le, f.emise_le
        from masp.factures f
        join masp.titulaires t on t.departement_code = f.departement_code and t.id = f.titulaire_id
        where f.departement_code = masp.departement(){portee.Factures("f")}
          and ($1::int is null or f.trimestre = $1)
          and ($2::uuid is null or f.titulaire_id = $2)
          and ($3::text is null or f.lot_code = $3)
          and ($4::text is null or f.etat = $4)
          and ($5::int is null or (f.trimestre, f.id) < ($5, $6))
        order by f.trimestre desc, f.id desc
        limit $7
        """;

    public async Task<Result<Liste<FactureResumeDto>>> Handle(ListFactures request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        var trimestre = request.Trimestre is null ? (Trimestre?)null : default(Trimestre);
        if (request.Trimestre is { } text)
        {
            var parsed = Trimestre.Parse(text, "trimestre");
            if (!parsed.IsSuccess)
                return parsed.Error;
            trimestre = parsed.Value;
        }

        var after = curseur is null ? null : Trimestre.Parse(curseur.Valeur);
        var key = Guid.Empty;
        if (curseur is not null && (!after!.IsSuccess || !Guid.TryParse(curseur.Cle, out key)))
            return Curseurs.Refuse;
        var rows = await lecture.ListAsync(
            reader => new FactureResumeDto(
                reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetString(1), Enum.Parse<NatureFacture>(reader.GetString(2)), Enum.Parse<EtatFacture>(reader.GetString(3)),
                new RefDto(reader.GetGuid(4), reader.GetString(5)), reader.GetString(6), Trimestre.FromIndex(reader.GetInt32(7)).ToString(), new Money(reader.GetInt64(8)),
                reader.GetFieldValue<LocalDate>(9), reader.IsDBNull(10) ? null : reader.GetFieldValue<LocalDate>(10)),
            LectureDirecte.Command(
                _sql,
                LectureDirecte.Nullable(trimestre?.Index, NpgsqlDbType.Integer),
                LectureDirecte.Nullable(request.TitulaireId, NpgsqlDbType.Uuid),
                LectureDirecte.Nullable(request.Lot, NpgsqlDbType.Text),
                LectureDirecte.Nullable(request.Etat?.ToString(), NpgsqlDbType.Text),
                LectureDirecte.Nullable(after?.Value.Index, NpgsqlDbType.Integer),
                LectureDirecte.Value(key),
                LectureDirecte.Value(taille + 1)),
            cancellationToken);
        return Liste<FactureResumeDto>.Cut(rows, taille, f => new Curseur(f.Trimestre, f.Id.ToString()));
    }
}
