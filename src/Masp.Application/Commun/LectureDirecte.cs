using System.Runtime.CompilerServices;
using Masp.Application.Journal;
using Masp.Domain.Acces;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using NpgsqlTypes;

namespace Masp.Application.Commun;

/// <summary>
/// The few hottest reads: hand-written SQL, in the batch that first tells PostgreSQL who acts. One round trip, one implicit
/// transaction, the policies on. The look that the call declares goes along.
/// </summary>
public sealed class LectureDirecte(NpgsqlDataSource source, ActeurCourant acteur, AccesEnCours acces, Horloge horloge)
{
    public string Departement => acteur.Acteur.DepartementCode;

    public async Task<T> ReadAsync<T>(Func<NpgsqlDataReader, CancellationToken, Task<T>> map, CancellationToken cancellationToken, params NpgsqlBatchCommand[] commands)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(QuiAgit.Command(acteur.Acteur, horloge.Aujourdhui));
        if (acces.TakeWithRead() is { } look)
            batch.BatchCommands.Add(look.ToCommand());
        var before = batch.BatchCommands.Count;
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        for (var i = 0; i < before; i++)
            await reader.NextResultAsync(cancellationToken);
        return await map(reader, cancellationToken);
    }

    /// <summary>Records the look that no read took along, in a round trip of its own; does nothing when there is none.</summary>
    public Task NoteAsync(CancellationToken cancellationToken) => acces.Take() is { } look
        ? ReadAsync((_, _) => Task.FromResult(true), cancellationToken, look.ToCommand())
        : Task.CompletedTask;

    public Task<List<T>> ListAsync<T>(Func<NpgsqlDataReader, T> row, NpgsqlBatchCommand command, CancellationToken cancellationToken) =>
        ReadAsync(
            async (reader, token) =>
            {
                var rows = new List<T>();
                while (await reader.ReadAsync(token))
                    rows.Add(row(reader));
                return rows;
            },
            cancellationToken,
            command);

    /// <summary>Rows one by one, none kept: for what is too long to hold.</summary>
    /// <param name="row">Reads one row.</param>
    /// <param name="command">Positional parameters.</param>
    /// <param name="shared">The connection of the transaction under way, when there is one: a unit of work never waits for a second connection.</param>
    /// <param name="cancellationToken">Stops the stream.</param>
    public async IAsyncEnumerable<T> StreamAsync<T>(
        Func<NpgsqlDataReader, T> row, NpgsqlBatchCommand command, NpgsqlConnection? shared, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var own = shared is null ? await source.OpenConnectionAsync(cancellationToken) : null;
        await using var batch = (shared ?? own!).CreateBatch();
        batch.BatchCommands.Add(QuiAgit.Command(acteur.Acteur, horloge.Aujourdhui));
        batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return row(reader);
    }

    /// <summary>Positional parameters: <c>$1</c> is the first value; a null must say its type.</summary>
    public static NpgsqlBatchCommand Command(string sql, params IEnumerable<NpgsqlParameter> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value);
        return command;
    }

    public static NpgsqlParameter Value<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    public static NpgsqlParameter Nullable(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}

/// <summary>How PostgreSQL is told who acts, for the length of one transaction.</summary>
public static class QuiAgit
{
    public const string Sql =
        "select set_config('masp.departement', $1, true), set_config('masp.utilisateur', $2, true), set_config('masp.role', $3, true), "
        + "set_config('masp.titulaire', $4, true), set_config('masp.service', $5, true), set_config('masp.aujourdhui', $6, true), "
        + "set_config('masp.beneficiaire', $7, true), set_config('masp.validite', $8, true)";

    /// <param name="acteur">Who acts.</param>
    /// <param name="aujourdhui">The day on which rights that begin and end on a date are looked at.</param>
    public static IReadOnlyList<string> Values(Acteur acteur, LocalDate aujourdhui) =>
    [
        acteur.DepartementCode,
        acteur.UtilisateurId.ToString(),
        acteur.Role.ToString(),
        acteur.TitulaireId?.ToString() ?? string.Empty,
        acteur.ServiceReferentId?.ToString() ?? string.Empty,
        LocalDatePattern.Iso.Format(aujourdhui),
        acteur.BeneficiaireId?.ToString() ?? string.Empty,
        acteur.Validite is { } jours ? $"[{LocalDatePattern.Iso.Format(jours.Debut)},{(jours.Fin is { } fin ? LocalDatePattern.Iso.Format(fin) : string.Empty)}]" : string.Empty,
    ];

    public static NpgsqlBatchCommand Command(Acteur acteur, LocalDate aujourdhui) => LectureDirecte.Command(Sql, Values(acteur, aujourdhui).Select(LectureDirecte.Value));
}
