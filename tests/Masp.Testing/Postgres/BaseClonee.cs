using Masp.Infrastructure.Donnees;
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

    /// <summary>The owner of the tables.</summary>
    public string Proprietaire => MaspDatabase.AsOwner(Administration);

    /// <summary>What the API runs with: bound by row-level security.</summary>
    public string Application => MaspDatabase.AsApp(Administration, SchemaDeTest.MotDePasse);

    /// <summary>Pooled connections would keep the database from being copied or dropped.</summary>
    internal void ForgetConnections()
    {
        foreach (var way in new[] { Administration, Proprietaire, Application })
        {
            using var connection = new NpgsqlConnection(way);
            NpgsqlConnection.ClearPool(connection);
        }
    }
}
