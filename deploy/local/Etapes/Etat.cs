using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace Masp.Local.Etapes;

/// <summary>What an earlier start put in the database, kept as the comment of the database itself: it is copied, renamed and dropped with it.</summary>
/// <param name="Demonstration">Whether the demonstration was loaded.</param>
/// <param name="EnCours">A load that began and has not ended: on an outside server, it was interrupted.</param>
/// <param name="Date">The day given by <c>--date</c>, yyyy-MM-dd.</param>
internal sealed record Etat(bool Demonstration, bool EnCours, string? Date)
{
    public static readonly Etat Vide = new(Demonstration: false, EnCours: false, Date: null);

    [JsonIgnore]
    public LocalDate? Jour => Date is null ? null : LocalDatePattern.Iso.Parse(Date).Value;

    public static string? Write(LocalDate? date) => date is { } jour ? LocalDatePattern.Iso.Format(jour) : null;

    /// <returns>Null for a database this program has not prepared.</returns>
    public static async Task<Etat?> ReadAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var session = new NpgsqlConnection(connectionString);
        await session.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            "select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()", session);
        return await command.ExecuteScalarAsync(cancellationToken) is string { Length: > 0 } text && text[0] == '{' ? JsonSerializer.Deserialize<Etat>(text) : null;
    }

    public async Task SaveAsync(string connectionString, CancellationToken cancellationToken)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await Sql.RunAsync(connectionString, $"comment on database {Sql.Name(database!)} is {Sql.Text(JsonSerializer.Serialize(this))}", cancellationToken);
    }
}
