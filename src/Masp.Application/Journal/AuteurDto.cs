using Masp.Domain.Acces;
using Npgsql;

namespace Masp.Application.Journal;

/// <summary>Who did it or looked, on behalf of which body.</summary>
/// <param name="Nom">Of the account as it is now; of the program; null once the account is gone.</param>
/// <param name="Role">As it was on that day, in words.</param>
/// <param name="Organisme">The Titulaire or the service; null for the département's own.</param>
public sealed record AuteurDto(Guid Id, string? Nom, string Role, string? Organisme);

/// <summary>How the journals name people: they keep ids, and a name is looked up when it is read.</summary>
internal static class SqlDAuteur
{
    public const string Colonnes = "l.utilisateur_id, journal.nom_de(l.utilisateur_id), l.role, coalesce(t.nom, s.nom)";

    public const string Jointures =
        """
        left join masp.titulaires t on t.departement_code = l.departement_code and t.id = l.titulaire_id
        left join masp.services_referents s on s.departement_code = l.departement_code and s.id = l.service_referent_id
        """;

    /// <summary>Four columns from this one on.</summary>
    public static AuteurDto Read(NpgsqlDataReader reader, int column) => new(
        reader.GetGuid(column), Lecture.Text(reader, column + 1), RoleOf(reader.GetString(column + 2)), Lecture.Text(reader, column + 3));

    /// <summary>In words; hand-written SQL may have told another, or none.</summary>
    private static string RoleOf(string text) => Enum.TryParse<Role>(text, out var role) ? Mots.Of(role) : text;
}

internal static class Lecture
{
    public static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static Guid? Id(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);
}
