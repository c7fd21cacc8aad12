using Masp.Application.Commun;
using Masp.Application.Demandes;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using MediatR;
using NodaTime;
using Npgsql;

namespace Masp.Application.Mesures;

public sealed record GetMesure(Guid Id) : IQuery<MesureDto>;

/// <summary>The read that is asked for most: one round trip, hand-written.</summary>
internal sealed class GetMesureHandler(LectureDirecte lecture, Portee portee, ActeurCourant acteur, Horloge horloge) : IRequestHandler<GetMesure, Result<MesureDto>>
{
    private static readonly string Mesure =
        $"""
        select m.numero, m.etat, b.id, b.nom, b.prenom, b.date_naissance, m.lot_code, t.id, t.nom, s.id, s.nom, c.code_insee, c.nom, a.zone, a.demonstration,
          m.avec_gestion, m.debut, m.fin_prevue, m.fin_reelle, m.motif_fin, m.premiere_rencontre_le, o.recu_le, o.reception_reputee, o.id, o.numero, d.id, d.numero, m.xmin, i.id, i.prenom || ' ' || i.nom
        from masp.mesures m
        join masp.beneficiaires b on b.departement_code = m.departement_code and b.id = m.beneficiaire_id
        join masp.titulaires t on t.departement_code = m.departement_code and t.id = {EnVigueur.Titulaire("m")}
        left join masp.intervenants i on i.departement_code = m.departement_code and i.id = {EnVigueur.Intervenant("m")}
        join masp.services_referents s on s.departement_code = m.departement_code and s.id = m.service_referent_id
        join masp.communes c on c.departement_code = m.departement_code and c.code_insee = m.commune_insee
        join masp.bons_de_commande o on o.departement_code = m.departement_code and o.id = m.bon_de_commande_id
        left join masp.demandes d on d.departement_code = o.departement_code and d.id = o.demande_id
        left join lateral (
          select zone, demonstration from masp.affectations
          where departement_code = m.departement_code and code_insee = m.commune_insee and debut <= $3 order by debut desc limit 1) a on true
        where m.departement_code = $1 and m.id = $2
        """;

    private const string Contrats =
        """
        select k.id, k.rang, k.debut, k.duree_mois, k.fin_prevue, k.fin_reelle, k.avec_gestion, t.id, t.nom
        from masp.contrats k
        join masp.titulaires t on t.departement_code = k.departement_code and t.id = k.titulaire_id
        where k.departement_code = $1 and k.mesure_id = $2
        order by k.rang
        """;

    private const string Suspensions = "select debut, fin from masp.suspensions where departement_code = $1 and mesure_id = $2 order by debut";

    private const string Tenues = "select titulaire_id, debut, fin from masp.tenues where departement_code = $1 and mesure_id = $2 order by debut";

    /// <summary>What changes over time, on the last day that the caller may read ($3); the caller's Titulaire served it then.</summary>
    private const string Jour =
        """
        select t.id, t.nom, i.id, i.prenom || ' ' || i.nom,
          coalesce((select x.avec_gestion from masp.changements_de_gestion x where x.departement_code = $1 and x.mesure_id = $2 and x.date between k.debut and $3 order by x.date desc limit 1), k.avec_gestion),
          c.code_insee, c.nom, a.zone, a.demonstration
        from masp.titulaires t
        join lateral (select debut, avec_gestion from masp.contrats where departement_code = $1 and mesure_id = $2 and debut <= $3 order by debut desc limit 1) k on true
        join lateral (select commune_insee from masp.residences where departement_code = $1 and mesure_id = $2 and debut <= $3 order by debut desc limit 1) r on true
        join masp.communes c on c.departement_code = $1 and c.code_insee = r.commune_insee
        left join lateral (
          select zone, demonstration from masp.affectations where departement_code = $1 and code_insee = r.commune_insee and debut <= $3 order by debut desc limit 1) a on true
        left join masp.suivis s on s.departement_code = $1 and s.mesure_id = $2 and s.debut <= $3 and (s.fin is null or s.fin >= $3)
        left join masp.intervenants i on i.departement_code = $1 and i.id = s.intervenant_id
        where t.departement_code = $1 and t.id = (select masp.titulaire())
        """;

    private readonly string _departement = lecture.Departement;

    public async Task<Result<MesureDto>> Handle(GetMesure request, CancellationToken cancellationToken)
    {
        var mesure = await lecture.ReadAsync(
            (reader, token) => ReadAsync(request.Id, reader, token),
            cancellationToken,
            LectureDirecte.Command(Mesure + portee.Mesures("m"), LectureDirecte.Value(_departement), LectureDirecte.Value(request.Id), LectureDirecte.Value(horloge.Aujourdhui)),
            LectureDirecte.Command(Contrats, LectureDirecte.Value(_departement), LectureDirecte.Value(request.Id)),
            LectureDirecte.Command(Suspensions, LectureDirecte.Value(_departement), LectureDirecte.Value(request.Id)),
            LectureDirecte.Command(Tenues, LectureDirecte.Value(_departement), LectureDirecte.Value(request.Id)));
        if (mesure is null)
            return Introuvable;
        return LectureCedee.Until(acteur.Acteur, mesure.Tenues, horloge.Aujourdhui) is { } jour
            ? mesure.Dto.AsOf((await lecture.ListAsync(
                reader => ReadFaits(jour, reader),
                LectureDirecte.Command(Jour, LectureDirecte.Value(_departement), LectureDirecte.Value(request.Id), LectureDirecte.Value(jour)),
                cancellationToken))[0])
            : mesure.Dto;
    }

    private static FaitsDuJour ReadFaits(LocalDate jour, NpgsqlDataReader reader) => new(
        jour, new RefDto(reader.GetGuid(0), reader.GetString(1)), reader.IsDBNull(2) ? null : new RefDto(reader.GetGuid(2), reader.GetString(3)), reader.GetBoolean(4),
        new ResidenceDto(reader.GetString(5), reader.GetString(6), ZoneOf(reader, 7), !reader.IsDBNull(8) && reader.GetBoolean(8)));

    private static Zone ZoneOf(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? Zone.Urbaine : Enum.Parse<Zone>(reader.GetString(column));

    internal static Error Introuvable => Refus.Introuvable("mesure", "Cette mesure n'existe pas, ou ne vous est pas visible.");

    private static async Task<MesureLue?> ReadAsync(Guid id, NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var avecGestion = reader.GetBoolean(15);
        var zone = ZoneOf(reader, 13);
        var mesure = new MesureDto(
            id, reader.GetString(0), Enum.Parse<EtatMesure>(reader.GetString(1)),
            new BeneficiaireDto(reader.GetGuid(2), reader.GetString(3), reader.GetString(4), reader.GetFieldValue<LocalDate>(5)),
            reader.GetString(6),
            new RefDto(reader.GetGuid(7), reader.GetString(8)),
            reader.IsDBNull(28) ? null : new RefDto(reader.GetGuid(28), reader.GetString(29)),
            new RefDto(reader.GetGuid(9), reader.GetString(10)),
            new ResidenceDto(reader.GetString(11), reader.GetString(12), zone, !reader.IsDBNull(14) && reader.GetBoolean(14)),
            TypesMesure.Of(avecGestion, zone),
            avecGestion,
            reader.GetFieldValue<LocalDate>(16),
            reader.GetFieldValue<LocalDate>(17),
            reader.IsDBNull(18) ? null : reader.GetFieldValue<LocalDate>(18),
            reader.IsDBNull(19) ? null : Enum.Parse<MotifFin>(reader.GetString(19)),
            reader.GetFieldValue<LocalDate>(20),
            reader.IsDBNull(21) ? null : reader.GetFieldValue<LocalDate>(21),
            reader.GetBoolean(22),
            new RefDto(reader.GetGuid(23), reader.GetString(24)),
            reader.IsDBNull(25) ? null : new RefDto(reader.GetGuid(25), reader.GetString(26)),
            [],
            [],
            Versions.Text(reader.GetFieldValue<uint>(27)));
        mesure = mesure with
        {
            Contrats = await RowsAsync(reader, Contrat, cancellationToken),
            Suspensions = await RowsAsync(reader, r => new PeriodeDto(r.GetFieldValue<LocalDate>(0), r.GetFieldValue<LocalDate>(1)), cancellationToken),
        };
        return new MesureLue(mesure, await RowsAsync(
            reader, r => (r.GetGuid(0), r.GetFieldValue<LocalDate>(1), r.IsDBNull(2) ? (LocalDate?)null : r.GetFieldValue<LocalDate>(2)), cancellationToken));
    }

    private static ContratDto Contrat(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetInt32(1), reader.GetFieldValue<LocalDate>(2), reader.GetInt32(3), reader.GetFieldValue<LocalDate>(4),
        reader.IsDBNull(5) ? null : reader.GetFieldValue<LocalDate>(5), reader.GetBoolean(6), new RefDto(reader.GetGuid(7), reader.GetString(8)));

    private static async Task<List<T>> RowsAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row, CancellationToken cancellationToken)
    {
        await reader.NextResultAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(row(reader));
        return rows;
    }
}

/// <summary>A Mesure as it is today, and who served it when.</summary>
internal sealed record MesureLue(MesureDto Dto, IReadOnlyList<(Guid TitulaireId, LocalDate Debut, LocalDate? Fin)> Tenues);
