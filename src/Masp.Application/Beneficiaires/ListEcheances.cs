using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Beneficiaires;
using Masp.Domain.Commun;
using MediatR;
using NodaTime;
using NpgsqlTypes;

namespace Masp.Application.Beneficiaires;

/// <summary>The files whose delay has passed, and why, oldest contact first (R63). Writes nothing.</summary>
public sealed record ListEcheances(Pagination Pagination) : IQuery<Liste<EcheanceDeDossierDto>>;

/// <param name="Explication">Why it is due.</param>
public sealed record EcheanceDeDossierDto(Guid BeneficiaireId, string Nom, string Prenom, LocalDate DernierContact, NatureContact Nature, LocalDate ActifJusquau, string Explication);

/// <summary>Finds the files that are due on a day.</summary>
internal sealed class LectureEcheances(IMaspDbContext db, LectureDirecte lecture, Horloge horloge)
{
    // Added as NodaTime does: 29 February and so many years ends on 28 February.
    private const string Sql =
        """
        with derniers as (
          select distinct on (c.beneficiaire_id) c.beneficiaire_id, c.date, c.nature from masp.contacts c
          where c.departement_code = masp.departement() order by c.beneficiaire_id, c.date desc, c.nature)
        select b.id, b.nom, b.prenom, d.date, d.nature
        from derniers d join masp.beneficiaires b on b.departement_code = masp.departement() and b.id = d.beneficiaire_id
        where b.archive_le is null and b.efface_le is null and (d.date + make_interval(years => $1))::date < $2 and not masp.dossier_ouvert(b.id)
          and ($3::uuid[] is null or b.id = any ($3))
          and ($4::date is null or (d.date, b.id) > ($4, $5))
        order by d.date, b.id
        limit $6
        """;

    public async Task<(int Ans, List<EcheanceDeDossierDto> Dossiers)> DueAsync(Guid[]? parmi, Curseur? curseur, int limite, CancellationToken cancellationToken)
    {
        var today = horloge.Aujourdhui;
        var ans = (await db.ParametresOnAsync(today, cancellationToken)).ConservationAns;
        if (!Curseurs.ReadDate(curseur, out var date, out var id))
            return (ans, []);
        var command = LectureDirecte.Command(
            Sql,
            LectureDirecte.Value(ans),
            LectureDirecte.Value(today),
            LectureDirecte.Nullable(parmi, NpgsqlDbType.Array | NpgsqlDbType.Uuid),
            LectureDirecte.Nullable(date, NpgsqlDbType.Date),
            LectureDirecte.Nullable(id, NpgsqlDbType.Uuid),
            LectureDirecte.Value(limite));
        var rows = await lecture.StreamAsync(
            r =>
            {
                var dernier = r.GetFieldValue<LocalDate>(3);
                var nature = NaturesDeContact.Parse(r.GetString(4));
                var conservation = Conservation.Of(dernier, nature, false, ans, today);
                return new EcheanceDeDossierDto(r.GetGuid(0), r.GetString(1), r.GetString(2), dernier, nature, conservation.ActifJusquau, conservation.Explication);
            },
            command, db.TransactionConnection, cancellationToken).ToListAsync(cancellationToken);
        return (ans, rows);
    }
}

internal sealed class ListEcheancesHandler(LectureEcheances lecture) : IRequestHandler<ListEcheances, Result<Liste<EcheanceDeDossierDto>>>
{
    public async Task<Result<Liste<EcheanceDeDossierDto>>> Handle(ListEcheances request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        if (!Curseurs.ReadDate(curseur, out _, out _))
            return Curseurs.Refuse;
        var (_, dossiers) = await lecture.DueAsync(null, curseur, taille + 1, cancellationToken);
        return Liste<EcheanceDeDossierDto>.Cut(dossiers, taille, d => Curseurs.Of(d.DernierContact, d.BeneficiaireId));
    }
}
