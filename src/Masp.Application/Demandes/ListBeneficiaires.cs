using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using MediatR;
using NodaTime;
using NpgsqlTypes;

namespace Masp.Application.Demandes;

/// <summary>The people known to the SAFPM, by name: what keeps somebody who comes back from having two files (R1, R3).</summary>
/// <param name="Recherche">Words of the name, in any order; two characters or more.</param>
/// <param name="HomonymesDe">The settled people of the same name and birth date as this one.</param>
public sealed record ListBeneficiaires(string? Recherche, Guid? HomonymesDe, Pagination Pagination) : IQuery<Liste<PersonneConnueDto>>;

/// <param name="Commune">Of the latest Demande; null without one.</param>
/// <param name="MoisUtilises">Of all contracts, a begun month counted whole (R3).</param>
/// <param name="MoisMax">The bound of the Reglement in force.</param>
public sealed record PersonneConnueDto(
    Guid Id, string Nom, string Prenom, LocalDate DateNaissance, string? Commune, int MesuresEnCours, int MesuresTerminees, int MoisUtilises, int MoisMax);

internal sealed class ListBeneficiairesHandler(IMaspDbContext db, LectureDirecte lecture, Portee portee, Horloge horloge)
    : IRequestHandler<ListBeneficiaires, Result<Liste<PersonneConnueDto>>>
{
    private readonly string _sql =
        $"""
        select b.id, b.nom, b.prenom, b.date_naissance,
          (select c.nom from masp.demandes d join masp.communes c on c.departement_code = d.departement_code and c.code_insee = d.commune_insee
           where d.departement_code = b.departement_code and d.beneficiaire_id = b.id order by d.deposee_le desc, d.id desc limit 1),
          m.en_cours, m.terminees, m.debuts, m.fins
        from (select * from masp.beneficiaires p
          where p.departement_code = masp.departement(){portee.Beneficiaires()} and p.efface_le is null
            and ($1::text is null or p.id in (select masp.personnes_trouvees($1, 1000)))
            and ($2::uuid is null or (exists (select from masp.beneficiaires h where h.departement_code = p.departement_code and h.id = $2 and h.id <> p.id
                and h.identite = p.identite and h.date_naissance = p.date_naissance)
              and not exists (select from masp.demandes r where r.departement_code = p.departement_code and r.beneficiaire_id = p.id and r.rapprochement = 'ATrancher')))
            and ($3::text is null or (p.nom, p.id) > ($3, $4))
          order by p.nom, p.id limit $5) b
        cross join lateral (
          select count(distinct m.id) filter (where m.etat = 'EnCours')::int as en_cours, count(distinct m.id) filter (where m.etat = 'Terminee')::int as terminees,
            coalesce(array_agg(k.debut order by k.debut) filter (where k.id is not null), array[]::date[]) as debuts,
            coalesce(array_agg(coalesce(k.fin_reelle, k.fin_prevue) order by k.debut) filter (where k.id is not null), array[]::date[]) as fins
          from masp.mesures m
          left join masp.contrats k on k.departement_code = m.departement_code and k.mesure_id = m.id
          where m.departement_code = b.departement_code and m.beneficiaire_id = b.id) m
        order by b.nom, b.id
        """;

    public async Task<Result<Liste<PersonneConnueDto>>> Handle(ListBeneficiaires request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        var texte = request.Recherche?.Trim();
        if (texte is { Length: < 2 or > 100 } || (texte is null && request.HomonymesDe is null))
            return Error.Invalid("recherche.texte", "Cherchez avec deux caractères au moins, cent au plus.", "recherche");
        var key = Guid.Empty;
        if (curseur is not null && (curseur.Valeur is null || !Guid.TryParse(curseur.Cle, out key)))
            return Curseurs.Refuse;
        var max = (await db.ParametresOnAsync(horloge.Aujourdhui, cancellationToken)).DureeTotaleMaxMois;
        var rows = await lecture.ListAsync(
            reader => new PersonneConnueDto(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<LocalDate>(3), reader.IsDBNull(4) ? null : reader.GetString(4),
                reader.GetInt32(5), reader.GetInt32(6), MonthsOf(reader.GetFieldValue<LocalDate[]>(7), reader.GetFieldValue<LocalDate[]>(8)), max),
            LectureDirecte.Command(
                _sql,
                LectureDirecte.Nullable(texte, NpgsqlDbType.Text),
                LectureDirecte.Nullable(request.HomonymesDe, NpgsqlDbType.Uuid),
                LectureDirecte.Nullable(curseur?.Valeur, NpgsqlDbType.Text),
                LectureDirecte.Value(key),
                LectureDirecte.Value(taille + 1)),
            cancellationToken);
        return Liste<PersonneConnueDto>.Cut(rows, taille, p => new Curseur(p.Nom, p.Id.ToString()));
    }

    private static int MonthsOf(LocalDate[] debuts, LocalDate[] fins) =>
        ChaineDeContrats.Of(debuts.Zip(fins, (debut, fin) => Periode.Of(debut, fin))).MoisEntames;
}
