using Masp.Application.Commun;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using MediatR;
using NodaTime;
using NpgsqlTypes;

namespace Masp.Application.Attributions;

/// <summary>The BonsDeCommande the caller may see, latest first.</summary>
public sealed record ListBons(EtatBonDeCommande? Etat, EtatForfait? Forfait, string? Lot, Guid? TitulaireId, string? Recherche, Pagination Pagination, bool? Archives = null)
    : IQuery<Liste<BonResumeDto>>;

public sealed record BonResumeDto(
    Guid Id,
    string Numero,
    EtatBonDeCommande Etat,
    LocalDate EmisLe,
    LocalDate? RecuLe,
    string Lot,
    TitulaireRefDto Titulaire,
    string BeneficiaireNom,
    string BeneficiairePrenom,
    string Commune,
    bool AvecGestion,
    int DureeMois,
    EtatForfait Forfait,
    int Deplacements,
    string Version);

internal sealed class ListBonsHandler(LectureDirecte lecture, Portee portee) : IRequestHandler<ListBons, Result<Liste<BonResumeDto>>>
{
    private static string Sql(Portee portee, bool? archives) =>
        $"""
        select o.id, o.numero, o.etat, o.emis_le, o.recu_le, o.lot_code, t.id, t.nom, b.nom, b.prenom, c.nom, o.avec_gestion, o.duree_mois, o.forfait,
          (select count(*)::int from masp.deplacements d where d.departement_code = o.departement_code and d.bon_de_commande_id = o.id), o.xmin
        from masp.bons_de_commande o
        join masp.titulaires t on t.departement_code = o.departement_code and t.id = o.titulaire_id
        join masp.beneficiaires b on b.departement_code = o.departement_code and b.id = o.beneficiaire_id
        join masp.communes c on c.departement_code = o.departement_code and c.code_insee = o.commune_insee
        where o.departement_code = masp.departement(){portee.Bons("o")}{portee.Archives("o", archives)}
          and ($1::text is null or o.etat = $1)
          and ($2::text is null or o.forfait = $2)
          and ($3::text is null or o.lot_code = $3)
          and ($4::uuid is null or o.titulaire_id = $4)
          and ($5::text is null or o.numero ilike '%' || $5 || '%' or o.beneficiaire_id in (select masp.beneficiaires_trouves($5, 1000)))
          and ($6::date is null or (o.emis_le, o.id) < ($6, $7))
        order by o.emis_le desc, o.id desc
        limit $8
        """;

    public async Task<Result<Liste<BonResumeDto>>> Handle(ListBons request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        if (!Curseurs.ReadDate(curseur, out var date, out var id))
            return Curseurs.Refuse;
        var rows = await lecture.ListAsync(
            reader => new BonResumeDto(
                reader.GetGuid(0), reader.GetString(1), Enum.Parse<EtatBonDeCommande>(reader.GetString(2)), reader.GetFieldValue<LocalDate>(3),
                reader.IsDBNull(4) ? null : reader.GetFieldValue<LocalDate>(4), reader.GetString(5), new TitulaireRefDto(reader.GetGuid(6), reader.GetString(7)),
                reader.GetString(8), reader.GetString(9), reader.GetString(10), reader.GetBoolean(11), reader.GetInt32(12), Enum.Parse<EtatForfait>(reader.GetString(13)),
                reader.GetInt32(14), Versions.Text(reader.GetFieldValue<uint>(15))),
            LectureDirecte.Command(
                Sql(portee, request.Archives),
                LectureDirecte.Nullable(request.Etat?.ToString(), NpgsqlDbType.Text),
                LectureDirecte.Nullable(request.Forfait?.ToString(), NpgsqlDbType.Text),
                LectureDirecte.Nullable(request.Lot, NpgsqlDbType.Text),
                LectureDirecte.Nullable(request.TitulaireId, NpgsqlDbType.Uuid),
                LectureDirecte.Nullable(request.Recherche, NpgsqlDbType.Text),
                LectureDirecte.Nullable(date, NpgsqlDbType.Date),
                LectureDirecte.Nullable(id, NpgsqlDbType.Uuid),
                LectureDirecte.Value(taille + 1)),
            cancellationToken);
        return Liste<BonResumeDto>.Cut(rows, taille, b => Curseurs.Of(b.EmisLe, b.Id));
    }
}
