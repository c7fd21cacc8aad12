using Masp.Api.Commun;
using Masp.Application.Demandes;
using Masp.Application.Mesures;
using Masp.Benchmarks.Banc;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Npgsql;

namespace Masp.Benchmarks.Plancher;

/// <summary>One Mesure whole, with nothing between the socket and Npgsql.</summary>
internal static class LectureNue
{
    private const string Mesure =
        """
        select m.numero, m.etat, b.id, b.nom, b.prenom, b.date_naissance, m.lot_code, t.id, t.nom, s.id, s.nom, c.code_insee, c.nom, a.zone, a.demonstration,
          m.avec_gestion, m.debut, m.fin_prevue, m.fin_reelle, m.motif_fin, m.premiere_rencontre_le, o.recu_le, o.reception_reputee, o.id, o.numero, d.id, d.numero, m.xmin, i.id, i.prenom || ' ' || i.nom
        from masp.mesures m
        join masp.beneficiaires b on b.departement_code = m.departement_code and b.id = m.beneficiaire_id
        join masp.titulaires t on t.departement_code = m.departement_code and t.id = m.titulaire_id
        join masp.services_referents s on s.departement_code = m.departement_code and s.id = m.service_referent_id
        join masp.communes c on c.departement_code = m.departement_code and c.code_insee = m.commune_insee
        join masp.bons_de_commande o on o.departement_code = m.departement_code and o.id = m.bon_de_commande_id
        left join masp.intervenants i on i.departement_code = m.departement_code and i.id = m.intervenant_id
        left join masp.demandes d on d.departement_code = o.departement_code and d.id = o.demande_id
        left join lateral (
          select zone, demonstration from masp.affectations
          where departement_code = m.departement_code and code_insee = m.commune_insee and debut <= $2 order by debut desc limit 1) a on true
        where m.departement_code = '34' and m.id = $1
        """;

    private const string Contrats =
        """
        select k.id, k.rang, k.debut, k.duree_mois, k.fin_prevue, k.fin_reelle, k.avec_gestion, t.id, t.nom
        from masp.contrats k join masp.titulaires t on t.departement_code = k.departement_code and t.id = k.titulaire_id
        where k.departement_code = '34' and k.mesure_id = $1 order by k.rang
        """;

    private const string Suspensions = "select debut, fin from masp.suspensions where departement_code = '34' and mesure_id = $1 order by debut";

    /// <param name="source">Bound by the policies, or not.</param>
    /// <param name="id">Of the Mesure.</param>
    /// <param name="qui">Whether PostgreSQL is told who acts: without, only a role that no policy binds reads anything.</param>
    /// <param name="regard">Whether the look is put on record, in the same batch.</param>
    /// <param name="cancellationToken">Of the request.</param>
    public static async Task<IResult> ReadAsync(NpgsqlDataSource source, Guid id, bool qui, bool regard, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        if (qui)
            batch.BatchCommands.Add(ServeurNu.QuiAgit());
        if (regard)
            batch.BatchCommands.Add(ServeurNu.Regard(id));
        var before = batch.BatchCommands.Count;
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Mesure) { Parameters = { Value(id), Value(Bases.Jour) } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Contrats) { Parameters = { Value(id) } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Suspensions) { Parameters = { Value(id) } });
        await using var r = await batch.ExecuteReaderAsync(cancellationToken);
        for (var i = 0; i < before; i++)
            await r.NextResultAsync(cancellationToken);
        if (!await r.ReadAsync(cancellationToken))
            return Results.NotFound();
        var gestion = r.GetBoolean(15);
        var zone = r.IsDBNull(13) ? Zone.Urbaine : Enum.Parse<Zone>(r.GetString(13));
        List<ContratDto> contrats = [];
        List<PeriodeDto> suspensions = [];
        var mesure = new MesureDto(
            id, r.GetString(0), Enum.Parse<EtatMesure>(r.GetString(1)), new BeneficiaireDto(r.GetGuid(2), r.GetString(3), r.GetString(4), Date(r, 5)), r.GetString(6),
            new RefDto(r.GetGuid(7), r.GetString(8)), r.IsDBNull(28) ? null : new RefDto(r.GetGuid(28), r.GetString(29)), new RefDto(r.GetGuid(9), r.GetString(10)),
            new ResidenceDto(r.GetString(11), r.GetString(12), zone, !r.IsDBNull(14) && r.GetBoolean(14)), TypesMesure.Of(gestion, zone), gestion, Date(r, 16), Date(r, 17),
            r.IsDBNull(18) ? null : Date(r, 18), r.IsDBNull(19) ? null : Enum.Parse<MotifFin>(r.GetString(19)), Date(r, 20), r.IsDBNull(21) ? null : Date(r, 21), r.GetBoolean(22),
            new RefDto(r.GetGuid(23), r.GetString(24)), r.IsDBNull(25) ? null : new RefDto(r.GetGuid(25), r.GetString(26)), contrats, suspensions,
            r.GetFieldValue<uint>(27).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await r.NextResultAsync(cancellationToken);
        while (await r.ReadAsync(cancellationToken))
        {
            contrats.Add(new ContratDto(
                r.GetGuid(0), r.GetInt32(1), Date(r, 2), r.GetInt32(3), Date(r, 4), r.IsDBNull(5) ? null : Date(r, 5), r.GetBoolean(6), new RefDto(r.GetGuid(7), r.GetString(8))));
        }

        await r.NextResultAsync(cancellationToken);
        while (await r.ReadAsync(cancellationToken))
            suspensions.Add(new PeriodeDto(Date(r, 0), Date(r, 1)));
        return Results.Json(mesure, ReponseJson.Options);
    }

    private static LocalDate Date(NpgsqlDataReader reader, int column) => reader.GetFieldValue<LocalDate>(column);

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };
}
