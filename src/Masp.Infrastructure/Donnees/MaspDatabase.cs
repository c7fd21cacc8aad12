using Masp.Infrastructure.Acces;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Masp.Infrastructure.Donnees;

/// <summary>
/// Makes a database ready: roles, extensions, migrations. The owner migrates; <c>masp_app</c> runs, without BYPASSRLS, and reads the
/// accounts only as <c>masp_acces</c>, whose rights it has to put on for that.
/// Safe to call again, and from several places at once.
/// </summary>
public static class MaspDatabase
{
    public const string Owner = "masp_proprietaire";
    public const string App = "masp_app";
    public const string Acces = "masp_acces";

    /// <param name="adminConnectionString">A role that may create roles and extensions, on the database to prepare.</param>
    /// <param name="appPassword">For <c>masp_app</c>; replaced when it was another.</param>
    /// <param name="cancellationToken">Stops between two steps; what was migrated stays.</param>
    /// <returns>The connection string the API runs with.</returns>
    public static async Task<string> PrepareAsync(string adminConnectionString, string appPassword, CancellationToken cancellationToken = default)
    {
        await PrepareRolesAsync(adminConnectionString, appPassword, cancellationToken);
        var owner = AsOwner(adminConnectionString);
        await using (var db = new MaspDbContext(OptionsFor<MaspDbContext>(owner, "masp")))
        {
            await db.Database.MigrateAsync(cancellationToken);

            // A table that a migration adds is in the journal of acts from its first row on, whether its author thought of it or not.
            await db.Database.ExecuteSqlRawAsync("call journal.suivre_tout()", cancellationToken);
        }

        await using (var acces = new AccesDbContext(OptionsFor<AccesDbContext>(owner, "acces")))
            await acces.Database.MigrateAsync(cancellationToken);
        return AsApp(adminConnectionString, appPassword);
    }

    /// <summary>The same server and database, acting as the owner of the tables.</summary>
    public static string AsOwner(string adminConnectionString) =>
        new NpgsqlConnectionStringBuilder(adminConnectionString) { Options = $"-c role={Owner}" }.ConnectionString;

    public static string AsApp(string adminConnectionString, string appPassword) =>
        new NpgsqlConnectionStringBuilder(adminConnectionString) { Username = App, Password = appPassword, Options = null }.ConnectionString;

    /// <summary>The same, wearing the role of the accounts: who asks for a password has no actor yet, and reads nothing of the trade.</summary>
    public static string AsAcces(string appConnectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(appConnectionString);
        builder.Options = $"{builder.Options} -c role={Acces}".Trim();
        return builder.ConnectionString;
    }

    public static DbContextOptions<T> OptionsFor<T>(string connectionString, string schema)
        where T : DbContext
    {
        var builder = new DbContextOptionsBuilder<T>();
        Configure(builder, connectionString, schema);
        return builder.Options;
    }

    internal static void Configure(DbContextOptionsBuilder builder, string connectionString, string schema) => builder
        .UseNpgsql(connectionString, npgsql => npgsql.UseNodaTime().MigrationsHistoryTable("migrations", schema))
        .UseSnakeCaseNamingConvention();

    /// <summary>
    /// Roles belong to the server, and two who change one at once are refused. A lock belongs to a database: those who prepare different
    /// ones wait for each other in the one that every server has.
    /// </summary>
    private static async Task PrepareRolesAsync(string adminConnectionString, string appPassword, CancellationToken cancellationToken)
    {
        await using var turn = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(adminConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await RunAsync(turn, "select pg_advisory_lock(7236501)", cancellationToken);
        await using var admin = new NpgsqlConnection(adminConnectionString);
        await RunAsync(admin, Roles(appPassword), cancellationToken);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // Policies make the planner expect millions where it reads fifty rows: a PostgreSQL that can would compile every read.
    private static string Roles(string appPassword) =>
        $"""
        do $$
        begin
          if not exists (select from pg_roles where rolname = '{Owner}') then create role {Owner} nologin; end if;
          if not exists (select from pg_roles where rolname = '{App}') then create role {App} login nobypassrls; end if;
          if not exists (select from pg_roles where rolname = '{Acces}') then create role {Acces} nologin; end if;
        end $$;
        alter role {App} noinherit;
        grant {Acces} to {App};
        alter role {App} password '{appPassword.Replace("'", "''", StringComparison.Ordinal)}';
        alter role {App} set jit = off;
        do $$ begin execute format('grant create, connect on database %I to {Owner}', current_database()); end $$;
        do $$ begin execute format('grant connect on database %I to {App}', current_database()); end $$;
        do $$ begin if not pg_has_role(current_user, '{Owner}', 'member') then execute format('grant {Owner} to %I', current_user); end if; end $$;
        create extension if not exists btree_gist;
        create extension if not exists pg_trgm;
        create extension if not exists unaccent;
        """;
}

/// <summary>For the migrations tool only: it needs a model, not a server.</summary>
internal sealed class MaspDesignTime : Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory<MaspDbContext>
{
    public MaspDbContext CreateDbContext(string[] args) => new(MaspDatabase.OptionsFor<MaspDbContext>("Host=localhost", "masp"));
}

/// <summary>For the migrations tool only: it needs a model, not a server.</summary>
internal sealed class AccesDesignTime : Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory<AccesDbContext>
{
    public AccesDbContext CreateDbContext(string[] args) => new(MaspDatabase.OptionsFor<AccesDbContext>("Host=localhost", "acces"));
}
