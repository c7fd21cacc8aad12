using Masp.Api.Commun;
using Masp.Application.Commun;
using Masp.Application.Mesures;
using Masp.Benchmarks.Banc;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace Masp.Benchmarks.Plancher;

/// <summary>The first page of one question only: Mesures of a state and a Lot, the newest first.</summary>
internal static class PageNue
{
    private const int Taille = 50;

    private const string Page =
        """
        select m.id, m.numero, m.etat, b.nom, b.prenom, m.lot_code, t.id, t.nom, m.avec_gestion, a.zone,
          coalesce((select c.nom from masp.communes c where c.departement_code = m.departement_code and c.code_insee = m.commune_insee), m.commune_insee),
          m.debut, m.fin_prevue, m.fin_reelle
        from masp.mesures m
        join masp.beneficiaires b on b.departement_code = m.departement_code and b.id = m.beneficiaire_id
        join masp.titulaires t on t.departement_code = m.departement_code and t.id = m.titulaire_id
        left join lateral (
          select zone from masp.affectations
          where departement_code = m.departement_code and code_insee = m.commune_insee and debut <= $1 order by debut desc limit 1) a on true
        where m.departement_code = '34' and m.lot_code = $2 and m.etat = $3
        order by m.debut desc, m.id desc limit 51
        """;

    public static async Task<IResult> ReadAsync(NpgsqlDataSource source, string etat, string lot, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(ServeurNu.QuiAgit());
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Page)
        {
            Parameters =
            {
                new NpgsqlParameter<LocalDate> { TypedValue = Bases.Jour },
                new NpgsqlParameter<string> { TypedValue = lot },
                new NpgsqlParameter<string> { TypedValue = etat == "enCours" ? nameof(EtatMesure.EnCours) : nameof(EtatMesure.Terminee) },
            },
        });
        await using var r = await batch.ExecuteReaderAsync(cancellationToken);
        await r.NextResultAsync(cancellationToken);
        var rows = new List<MesureResumeDto>(Taille + 1);
        while (await r.ReadAsync(cancellationToken))
        {
            rows.Add(new MesureResumeDto(
                r.GetGuid(0), r.GetString(1), Enum.Parse<EtatMesure>(r.GetString(2)), r.GetString(3), r.GetString(4), r.GetString(5), new RefDto(r.GetGuid(6), r.GetString(7)),
                TypesMesure.Of(r.GetBoolean(8), r.IsDBNull(9) ? Zone.Urbaine : Enum.Parse<Zone>(r.GetString(9))), r.GetString(10), r.GetFieldValue<LocalDate>(11),
                r.GetFieldValue<LocalDate>(12), r.IsDBNull(13) ? null : r.GetFieldValue<LocalDate>(13)));
        }

        await r.DisposeAsync();
        await NoteAsync(connection, Math.Min(rows.Count, Taille), cancellationToken);
        if (rows.Count <= Taille)
            return Results.Json(new ListeDto<MesureResumeDto>(rows, null), ReponseJson.Options);
        rows.RemoveAt(Taille);
        var apres = new Curseur(LocalDatePattern.Iso.Format(rows[^1].Debut), rows[^1].Id.ToString()).Encode();
        return Results.Json(new ListeDto<MesureResumeDto>(rows, $"/api/v1/mesures?etat={etat}&lot={lot}&apres={apres}"), ReponseJson.Options);
    }

    /// <summary>The look at a list, as ours records it: once its rows are counted.</summary>
    private static async Task NoteAsync(NpgsqlConnection connection, int nombre, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(ServeurNu.QuiAgit());
        batch.BatchCommands.Add(ServeurNu.RegardDeListe(nombre));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
