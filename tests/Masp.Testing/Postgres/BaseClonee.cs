using Npgsql;

namespace Masp.Testing.Postgres;

/// <summary>One database of the test server, by the three ways of entering it.</summary>
public sealed class BaseClonee
{
    internal BaseClonee(string serverAdministration, string nom)
    {
        Nom = nom;
        Administration = new NpgsqlConnectionStringBuilder(serverAdministration) { Database = nom }.ConnectionString;
    }

    public string Nom { get; }

    /// <summary>A superuser: row-level security does not bind it. For assertions about what the database refuses or holds.</summary>
    public string Administration { get; }

    /// <summary>Pooled connections would keep the database from being copied or dropped.</summary>
    internal void ForgetConnections()
    {
        using var connection = new NpgsqlConnection(Administration);
        NpgsqlConnection.ClearPool(connection);
    }
}
