using System.Globalization;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Masp.Application.Facturation;

/// <summary>The detailed statement of a Facture (R42): every mois-mesure, due or not, and why.</summary>
public sealed record ListDetails(Guid FactureId, Pagination Pagination) : IQuery<Liste<DetailDto>>;

internal sealed class ListDetailsHandler(IMaspDbContext db, LectureDirecte lecture) : IRequestHandler<ListDetails, Result<Liste<DetailDto>>>
{
    private const string Sql =
        """
        select d.nature, d.reference, d.mois_numero, d.debut, d.fin, d.type, d.quantite, d.prix_unitaire, d.montant, d.motif, d.ordre,
          k.mesure_id, d.bon_de_commande_id
        from masp.lignes_detaillees d
        left join masp.contrats k on k.departement_code = d.departement_code and k.id = d.contrat_id
        where d.departement_code = masp.departement() and d.facture_id = $1 and ($2::int is null or d.ordre > $2)
        order by d.ordre
        limit $3
        """;

    public async Task<Result<Liste<DetailDto>>> Handle(ListDetails request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        int? after = null;
        if (curseur is not null)
        {
            if (!int.TryParse(curseur.Cle, out var ordre))
                return Curseurs.Refuse;
            after = ordre;
        }

        if (!await db.Factures.AnyAsync(f => f.Id == request.FactureId, cancellationToken))
            return LectureFacture.Introuvable;
        var rows = await lecture.ListAsync(
            reader => (Detail: new DetailDto(
                Enum.Parse<NatureDetail>(reader.GetString(0)), reader.GetString(1), Id(reader, 11), Id(reader, 12),
                reader.IsDBNull(2) ? null : reader.GetInt32(2), reader.GetFieldValue<LocalDate>(3), reader.GetFieldValue<LocalDate>(4),
                reader.IsDBNull(5) ? null : Enum.Parse<TypeMesure>(reader.GetString(5)), reader.GetInt32(6), new Money(reader.GetInt64(7)),
                new Money(reader.GetInt64(8)), reader.GetString(9)), Ordre: reader.GetInt32(10)),
            LectureDirecte.Command(Sql, LectureDirecte.Value(request.FactureId), LectureDirecte.Nullable(after, NpgsqlDbType.Integer), LectureDirecte.Value(taille + 1)),
            cancellationToken);
        var cut = Liste<(DetailDto Detail, int Ordre)>.Cut(rows, taille, r => new Curseur(null, r.Ordre.ToString(CultureInfo.InvariantCulture)));
        return new Liste<DetailDto>([.. cut.Elements.Select(r => r.Detail)], cut.Apres);
    }

    private static Guid? Id(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);
}
