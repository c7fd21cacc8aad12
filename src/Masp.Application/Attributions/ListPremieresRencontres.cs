using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using MediatR;
using NodaTime;
using NpgsqlTypes;

namespace Masp.Application.Attributions;

/// <summary>The orders whose Contrat is not signed, the oldest first: appointments to take and first Rencontres to hold (R13).</summary>
public sealed record ListPremieresRencontres(Pagination Pagination) : IQuery<Liste<PremiereRencontreDto>>;

/// <param name="Limite">Last day for it, from the reception, acknowledged or deemed.</param>
/// <param name="RendezVousLe">Of the appointment that is taken; null while none is.</param>
public sealed record PremiereRencontreDto(
    Guid Id,
    string Numero,
    string Personne,
    string Commune,
    string Titulaire,
    LocalDate EmisLe,
    LocalDate? RecuLe,
    LocalDate Limite,
    LocalDate? RendezVousLe,
    LocalTime? RendezVousHeure,
    string? RendezVousLieu,
    LocalDate? PreSigneLe);

internal sealed class ListPremieresRencontresHandler(IMaspDbContext db, LectureDirecte lecture, Portee portee)
    : IRequestHandler<ListPremieresRencontres, Result<Liste<PremiereRencontreDto>>>
{
    private readonly string _sql =
        $"""
        select o.id, o.numero, b.prenom || ' ' || b.nom, c.nom, t.nom, o.emis_le, o.recu_le, r.date, r.heure, r.lieu, p.pre_signe_le
        from masp.bons_de_commande o
        join masp.titulaires t on t.departement_code = o.departement_code and t.id = o.titulaire_id
        join masp.beneficiaires b on b.departement_code = o.departement_code and b.id = o.beneficiaire_id
        join masp.communes c on c.departement_code = o.departement_code and c.code_insee = o.commune_insee
        left join masp.preparations_de_contrat p on p.departement_code = o.departement_code and p.bon_de_commande_id = o.id
        left join masp.rendez_vous r on r.departement_code = o.departement_code and r.bon_de_commande_id = o.id and r.etat = 'Pris'
        where o.departement_code = masp.departement() and o.etat in ('Emis', 'Recu'){portee.Bons("o")}
          and ($1::date is null or (o.emis_le, o.id) > ($1, $2))
        order by o.emis_le, o.id
        limit $3
        """;

    public async Task<Result<Liste<PremiereRencontreDto>>> Handle(ListPremieresRencontres request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        if (!Curseurs.ReadDate(curseur, out var date, out var id))
            return Curseurs.Refuse;
        var reglements = await db.ReglementsAsync(cancellationToken);
        var rows = await lecture.ListAsync(
            reader =>
            {
                var emis = reader.GetFieldValue<LocalDate>(5);
                LocalDate? recu = reader.IsDBNull(6) ? null : reader.GetFieldValue<LocalDate>(6);
                var parametres = reglements.On(emis);
                var reception = recu ?? JoursOuvres.AddWorkingDays(emis, parametres.ReceptionReputeeJours, parametres.Calendrier);
                return new PremiereRencontreDto(
                    reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), emis, recu,
                    BonDeCommande.FirstRencontreLimit(reception, reglements.On(reception)).Value,
                    reader.IsDBNull(7) ? null : reader.GetFieldValue<LocalDate>(7), reader.IsDBNull(8) ? null : reader.GetFieldValue<LocalTime>(8),
                    reader.IsDBNull(9) ? null : reader.GetString(9), reader.IsDBNull(10) ? null : reader.GetFieldValue<LocalDate>(10));
            },
            LectureDirecte.Command(_sql, LectureDirecte.Nullable(date, NpgsqlDbType.Date), LectureDirecte.Nullable(id, NpgsqlDbType.Uuid), LectureDirecte.Value(taille + 1)),
            cancellationToken);
        return Liste<PremiereRencontreDto>.Cut(rows, taille, p => Curseurs.Of(p.EmisLe, p.Id));
    }
}
