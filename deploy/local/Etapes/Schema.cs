using System.Security.Cryptography;
using System.Text;
using Masp.Infrastructure.Donnees;
using Npgsql;

namespace Masp.Local.Etapes;

/// <param name="Administration">Connection of a role that may do everything on the database.</param>
/// <param name="Application">Connection of the role the application runs as, bound by row-level security.</param>
internal sealed record Acces(string Administration, string Application)
{
    /// <summary>The same ways into the same database, under the name it took since.</summary>
    public Acces Renamed(string nom) => new(Named(Administration, nom), Named(Application, nom));

    private static string Named(string connectionString, string nom) => new NpgsqlConnectionStringBuilder(connectionString) { Database = nom }.ConnectionString;
}

/// <summary>The one place where the roles are created and the schema is brought to this version.</summary>
internal static class Schema
{
    public static async Task<Acces> PrepareAsync(string administration, CancellationToken cancellationToken) =>
        new(administration, await MaspDatabase.PrepareAsync(administration, PasswordOfApp(administration), cancellationToken));

    /// <summary>
    /// Drawn from the administrator's: nothing more to keep, and two instances on one server, which share the role, agree on it.
    /// </summary>
    private static string PasswordOfApp(string administration)
    {
        var secret = new NpgsqlConnectionStringBuilder(administration).Password ?? "";
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(MaspDatabase.App)));
    }
}
