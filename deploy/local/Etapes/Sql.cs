using Npgsql;

namespace Masp.Local.Etapes;

/// <summary>Statements that take no parameters: those about databases themselves.</summary>
internal static class Sql
{
    public static async Task<object?> RunAsync(string connectionString, string sql, CancellationToken cancellationToken)
    {
        await using var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await session.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, session) { CommandTimeout = 120 };
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    public static string Name(string identifier) => '"' + identifier.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    public static string Text(string value) => '\'' + value.Replace("'", "''", StringComparison.Ordinal) + '\'';
}
