using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using MediatR;
using NodaTime;
using NpgsqlTypes;

namespace Masp.Application.Demandes;

/// <summary>The Demandes the caller may see, latest first.</summary>
/// <param name="Recherche">Part of a number or of a name.</param>
/// <param name="Ancien">Oldest first instead.</param>
/// <param name="Archives">True for the archived ones, and for them only.</param>
public sealed record ListDemandes(EtatDemande? Etat, string? Lot, string? Commune, Guid? ServiceReferentId, string? Recherche, bool Ancien, Pagination Pagination, bool? Archives = null)
    : IQuery<Liste<DemandeResumeDto>>;

public sealed record DemandeResumeDto(
    Guid Id,
    string Numero,
    EtatDemande Etat,
    LocalDate DeposeeLe,
    Guid BeneficiaireId,
    string BeneficiaireNom,
    string BeneficiairePrenom,
    CommuneRefDto Commune,
    string Lot,
    ServiceNomDto ServiceReferent,
    SensAvis? Avis,
    SensDecision? Decision);

public sealed record ServiceNomDto(Guid Id, string Nom);

internal sealed class ListDemandesHandler(LectureDirecte lecture, Portee portee) : IRequestHandler<ListDemandes, Result<Liste<DemandeResumeDto>>>
{
    private static string Latest(Portee portee, bool? archives) =>
        $"""
        select d.id, d.numero, d.etat, d.deposee_le, b.id, b.nom, b.prenom, c.code_insee, c.nom, d.lot_code, s.id, s.nom, d.decision_sens,
          (select a.sens from masp.avis a where a.departement_code = d.departement_code and a.demande_id = d.id order by a.date desc limit 1)
        from masp.demandes d
        join masp.beneficiaires b on b.departement_code = d.departement_code and b.id = d.beneficiaire_id
        join masp.communes c on c.departement_code = d.departement_code and c.code_insee = d.commune_insee
        join masp.services_referents s on s.departement_code = d.departement_code and s.id = d.service_referent_id
        where d.departement_code = masp.departement(){portee.Demandes("d")}{portee.Archives("d", archives)}
          and ($1::text is null or d.etat = $1)
          and ($2::text is null or d.lot_code = $2)
          and ($3::text is null or d.commune_insee = $3)
          and ($4::uuid is null or d.service_referent_id = $4)
          and ($5::text is null or d.numero ilike '%' || $5 || '%' or d.beneficiaire_id in (select masp.beneficiaires_trouves($5, 1000)))
          and ($6::date is null or (d.deposee_le, d.id) < ($6, $7))
        order by d.deposee_le desc, d.id desc
        limit $8
        """;

    private static string Oldest(Portee portee, bool? archives) => Latest(portee, archives)
        .Replace("d.id) <", "d.id) >", StringComparison.Ordinal)
        .Replace("d.deposee_le desc, d.id desc", "d.deposee_le, d.id", StringComparison.Ordinal);

    public async Task<Result<Liste<DemandeResumeDto>>> Handle(ListDemandes request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        if (!Curseurs.ReadDate(curseur, out var date, out var id))
            return Curseurs.Refuse;
        var rows = await lecture.ListAsync(
            reader => new DemandeResumeDto(
                reader.GetGuid(0), reader.GetString(1), Enum.Parse<EtatDemande>(reader.GetString(2)), reader.GetFieldValue<LocalDate>(3),
                reader.GetGuid(4), reader.GetString(5), reader.GetString(6), new CommuneRefDto(reader.GetString(7), reader.GetString(8)), reader.GetString(9),
                new ServiceNomDto(reader.GetGuid(10), reader.GetString(11)),
                reader.IsDBNull(13) ? null : Enum.Parse<SensAvis>(reader.GetString(13)),
                reader.IsDBNull(12) ? null : Enum.Parse<SensDecision>(reader.GetString(12))),
            LectureDirecte.Command(
                request.Ancien ? Oldest(portee, request.Archives) : Latest(portee, request.Archives),
                LectureDirecte.Nullable(request.Etat?.ToString(), NpgsqlDbType.Text),
                LectureDirecte.Nullable(request.Lot, NpgsqlDbType.Text),
                LectureDirecte.Nullable(request.Commune, NpgsqlDbType.Text),
                LectureDirecte.Nullable(request.ServiceReferentId, NpgsqlDbType.Uuid),
                LectureDirecte.Nullable(request.Recherche, NpgsqlDbType.Text),
                LectureDirecte.Nullable(date, NpgsqlDbType.Date),
                LectureDirecte.Nullable(id, NpgsqlDbType.Uuid),
                LectureDirecte.Value(taille + 1)),
            cancellationToken);
        return Liste<DemandeResumeDto>.Cut(rows, taille, d => Curseurs.Of(d.DeposeeLe, d.Id));
    }
}
