using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Rencontres;
using NodaTime;
using Npgsql;

namespace Masp.Application.Mesures.Rencontres;

/// <summary>The bare facts of many Mesures, in four answers of one round trip: what thousands of Rencontres are counted or checked against.</summary>
internal static class LectureDesVies
{
    private static readonly string[] Sql =
    [
        "select mesure_id, null::uuid, debut, coalesce(fin_reelle, fin_prevue) from masp.contrats where departement_code = $1 and mesure_id = any ($2) order by debut",
        "select mesure_id, null::uuid, debut, fin from masp.suspensions where departement_code = $1 and mesure_id = any ($2)",
        "select mesure_id, titulaire_id, debut, fin from masp.tenues where departement_code = $1 and mesure_id = any ($2)",
        "select mesure_id, intervenant_id, debut, fin from masp.suivis where departement_code = $1 and mesure_id = any ($2)",
    ];

    public static NpgsqlBatchCommand[] Commands(string departement, IReadOnlyCollection<Guid> mesures) =>
        [.. Sql.Select(sql => LectureDirecte.Command(sql, LectureDirecte.Value(departement), LectureDirecte.Value(mesures.ToArray())))];

    /// <param name="reader">At the first of the four answers.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    /// <returns>By id; a Mesure without a contract the caller may see is left out.</returns>
    public static async Task<IReadOnlyDictionary<Guid, VieDeMesure>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<Guid, List<(Guid Id, Periode Jours)>>[Sql.Length];
        for (var i = 0; i < Sql.Length; i++)
        {
            if (i > 0)
                await reader.NextResultAsync(cancellationToken);
            answers[i] = await RowsAsync(reader, cancellationToken);
        }

        return answers[0].ToDictionary(contrats => contrats.Key, contrats => new VieDeMesure(
            contrats.Key, Days(contrats.Value), Days(Of(1, contrats.Key)), [.. Of(2, contrats.Key)], [.. Of(3, contrats.Key)]));

        List<(Guid Id, Periode Jours)> Of(int answer, Guid mesure) => answers[answer].TryGetValue(mesure, out var rows) ? rows : [];
    }

    private static List<Periode> Days(List<(Guid Id, Periode Jours)> rows) => [.. rows.Select(r => r.Jours)];

    private static async Task<Dictionary<Guid, List<(Guid Id, Periode Jours)>>> RowsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<Guid, List<(Guid, Periode)>>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var mesure = reader.GetGuid(0);
            if (!rows.TryGetValue(mesure, out var list))
                rows.Add(mesure, list = []);
            list.Add((
                reader.IsDBNull(1) ? default : reader.GetGuid(1),
                Periode.Of(reader.GetFieldValue<LocalDate>(2), reader.IsDBNull(3) ? null : reader.GetFieldValue<LocalDate>(3))));
        }

        return rows;
    }
}
