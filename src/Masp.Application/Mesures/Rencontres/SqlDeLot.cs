using System.Text.Json;
using Masp.Application.Commun;
using Masp.Domain.Mesures.Rencontres;
using NodaTime;
using Npgsql;

namespace Masp.Application.Mesures.Rencontres;

/// <summary>Thousands of Rencontres in a few statements, inside the unit of work.</summary>
internal sealed class SqlDeLot(IMaspDbContext db, ActeurCourant acteur, Portee portee)
{
    /// <summary>What was first told: a later correction does not make the same batch another one.</summary>
    private const string Connues =
        """
        select r.externe_id, r.mesure_id, r.etat, r.date, r.lieu, r.intervenant_id, r.duree_minutes, r.heure, r.cause, r.note, r.trajet_minutes, r.trajet_km,
          (select k.avant::text from masp.corrections_de_rencontre k where k.departement_code = r.departement_code and k.rencontre_id = r.id and k.rang = 1)
        from masp.rencontres r
        where r.departement_code = $1 and r.titulaire_id = $2 and r.externe_id = any ($3)
        """;

    /// <summary>Held against who would end or hand them over meanwhile, not against one another.</summary>
    private const string Mesures = "select m.id, m.numero from masp.mesures m where m.departement_code = $1 and m.numero = any ($2)";

    /// <summary>Those of another batch that comes at the same instant are waited for, and then skipped.</summary>
    private const string Ecriture =
        """
        insert into masp.rencontres (departement_code, id, mesure_id, titulaire_id, intervenant_id, etat, date, heure, duree_minutes, lieu, cause, note,
          trajet_minutes, trajet_km, externe_id, enregistree_le, revision)
        select $1, u.*, $16, 0
        from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::date[], $8::time[], $9::int[], $10::text[], $11::text[], $12::text[],
          $13::int[], $14::int[], $15::text[]) u
        on conflict (departement_code, titulaire_id, externe_id) where externe_id is not null do nothing
        returning externe_id
        """;

    private readonly string _departement = acteur.Acteur.DepartementCode;

    public async Task<Dictionary<string, RencontreConnue>> KnownAsync(Guid titulaire, string[] externeIds, CancellationToken cancellationToken)
    {
        var connues = new Dictionary<string, RencontreConnue>(externeIds.Length, StringComparer.Ordinal);
        await ReadAsync(
            [LectureDirecte.Command(Connues, LectureDirecte.Value(_departement), LectureDirecte.Value(titulaire), LectureDirecte.Value(externeIds))],
            async reader =>
            {
                while (await reader.ReadAsync(cancellationToken))
                    connues.Add(reader.GetString(0), new RencontreConnue(reader.GetGuid(1), reader.IsDBNull(12) ? Faits(reader) : JsonSerializer.Deserialize<FaitsDeRencontre>(reader.GetString(12), Json.Options)!));
            },
            cancellationToken);
        return connues;
    }

    /// <returns>By number, those that the caller may see.</returns>
    public async Task<IReadOnlyDictionary<string, VieDeMesure>> HoldAsync(string[] numeros, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<string, Guid>(numeros.Length, StringComparer.Ordinal);
        await ReadAsync(
            [LectureDirecte.Command($"{Mesures}{portee.MesuresTenues("m")} order by m.id for share of m", LectureDirecte.Value(_departement), LectureDirecte.Value(numeros))],
            async reader =>
            {
                while (await reader.ReadAsync(cancellationToken))
                    ids.Add(reader.GetString(1), reader.GetGuid(0));
            },
            cancellationToken);
        IReadOnlyDictionary<Guid, VieDeMesure> vies = new Dictionary<Guid, VieDeMesure>();
        await ReadAsync(
            LectureDesVies.Commands(_departement, ids.Values), async reader => vies = await LectureDesVies.ReadAsync(reader, cancellationToken), cancellationToken);
        return ids.Where(i => vies.ContainsKey(i.Value)).ToDictionary(i => i.Key, i => vies[i.Value], StringComparer.Ordinal);
    }

    /// <param name="rencontres">In the order of their external ids, so that two batches never wait for each other in a ring.</param>
    /// <param name="cancellationToken">Undoes everything.</param>
    /// <returns>The external ids written now.</returns>
    public async Task<HashSet<string>> WriteAsync(IReadOnlyList<Rencontre> rencontres, CancellationToken cancellationToken)
    {
        var written = new HashSet<string>(rencontres.Count, StringComparer.Ordinal);
        if (rencontres.Count == 0)
            return written;
        var command = LectureDirecte.Command(
            Ecriture, LectureDirecte.Value(_departement), Column(r => r.Id), Column(r => r.MesureId), Column(r => r.TitulaireId), Column(r => r.IntervenantId),
            Column(r => r.Etat.ToString()), Column(r => r.Date), Column(r => r.Heure), Column(r => r.DureeMinutes), Column(r => r.Lieu.ToString()),
            Column(r => r.Cause?.ToString()), Column(r => r.Note), Column(r => r.TrajetMinutes), Column(r => r.TrajetKm), Column(r => r.ExterneId),
            LectureDirecte.Value(rencontres[0].EnregistreeLe));
        await ReadAsync(
            [command],
            async reader =>
            {
                while (await reader.ReadAsync(cancellationToken))
                    written.Add(reader.GetString(0));
            },
            cancellationToken);
        return written;

        NpgsqlParameter Column<T>(Func<Rencontre, T> value) => LectureDirecte.Value(rencontres.Select(value).ToArray());
    }

    private static FaitsDeRencontre Faits(NpgsqlDataReader reader) => new(
        Enum.Parse<EtatRencontre>(reader.GetString(2)), reader.GetFieldValue<LocalDate>(3), Enum.Parse<LieuRencontre>(reader.GetString(4)), reader.GetGuid(5),
        reader.IsDBNull(6) ? null : reader.GetInt32(6), reader.IsDBNull(7) ? null : reader.GetFieldValue<LocalTime>(7),
        reader.IsDBNull(8) ? null : Enum.Parse<CauseRencontreManquee>(reader.GetString(8)), reader.IsDBNull(9) ? null : reader.GetString(9),
        reader.IsDBNull(10) ? null : reader.GetInt32(10), reader.IsDBNull(11) ? null : reader.GetInt32(11));

    /// <summary>Behind the first command of the unit of work, which told PostgreSQL who acts.</summary>
    private async Task ReadAsync(NpgsqlBatchCommand[] commands, Func<NpgsqlDataReader, Task> read, CancellationToken cancellationToken)
    {
        await using var batch = db.TransactionConnection!.CreateBatch();
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await read(reader);
    }
}
