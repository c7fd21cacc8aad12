using System.Globalization;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NpgsqlTypes;

namespace Masp.Application.Facturation;

/// <summary>The detailed statement of a Facture (R42): every mois-mesure, due or not, and why.</summary>
public sealed record ListDetails(Guid FactureId, Pagination Pagination) : IQuery<Liste<DetailDto>>;

internal sealed class ListDetailsHandler(IMaspDbContext db, LectureDirecte lecture) : IRequestHandler<ListDetails, Result<Liste<DetailDto>>>
{
    private const string Sql =
        """
        select nature, reference, mois_numero, debut, fin, type, quantite, prix_unitaire, montant, motif, ordre
        from masp.lignes_detaillees
        where departement_code = masp.departement() and facture_id = $1 and ($2::int is null or ordre > $2)
        order by ordre
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
                Enum.Parse<NatureDetail>(reader.GetString(0)), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetInt32(2), reader.GetFieldValue<LocalDate>(3),
                reader.GetFieldValue<LocalDate>(4), reader.IsDBNull(5) ? null : Enum.Parse<TypeMesure>(reader.GetString(5)), reader.GetInt32(6), new Money(reader.GetInt64(7)),
                new Money(reader.GetInt64(8)), reader.GetString(9)), Ordre: reader.GetInt32(10)),
            LectureDirecte.Command(Sql, LectureDirecte.Value(request.FactureId), LectureDirecte.Nullable(after, NpgsqlDbType.Integer), LectureDirecte.Value(taille + 1)),
            cancellationToken);
        var cut = Liste<(DetailDto Detail, int Ordre)>.Cut(rows, taille, r => new Curseur(null, r.Ordre.ToString(CultureInfo.InvariantCulture)));
        return new Liste<DetailDto>([.. cut.Elements.Select(r => r.Detail)], cut.Apres);
    }
}
