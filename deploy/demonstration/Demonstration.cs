using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Infrastructure.Donnees;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace Masp.Demonstration;

/// <summary>Loads the demonstration into a migrated, empty database.</summary>
public static class Demonstration
{
    /// <summary>Simulates, then writes everything in one transaction: after a failure the database is as it was.</summary>
    /// <param name="ownerConnectionString">As <see cref="MaspDatabase.AsOwner"/> makes it: the owner of the tables.</param>
    /// <param name="date">Last day lived, as <see cref="Simulation.Run"/> bounds it.</param>
    /// <param name="mesuresEnCours">About how many measures run on that date.</param>
    /// <param name="progress">Told a French sentence at each step.</param>
    /// <param name="cancellationToken">Leaves nothing behind.</param>
    /// <returns>What the accounts of the demonstration have to be tied to.</returns>
    public static async Task<Chargement> LoadAsync(
        string ownerConnectionString,
        LocalDate date,
        int mesuresEnCours = Simulation.MesuresEnCoursParDefaut,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default)
    {
        progress?.Report("Simulation des dossiers…");
        var jeu = await Task.Run(() => Simulation.Run(Simulation.GraineParDefaut, date, mesuresEnCours), cancellationToken);
        progress?.Report(string.Create(Francais.Nombres, $"Écriture de {jeu.Mesures.Count:N0} mesures et {jeu.Factures.Count:N0} factures…"));
        await using var source = Source(ownerConnectionString);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await WriteAsync(connection, jeu, date, cancellationToken);
        progress?.Report("Statistiques de la base…");
        await ExecuteAsync(connection, "analyze", cancellationToken);
        return new Chargement(jeu.TitulaireA.Id, jeu.TitulaireB.Id, jeu.Ccas.Id, jeu.Personne);
    }

    private static NpgsqlDataSource Source(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.UseNodaTime();
        return builder.Build();
    }

    private static async Task WriteAsync(NpgsqlConnection connection, JeuDeDonnees jeu, LocalDate date, CancellationToken cancellationToken)
    {
        await using var context = new MaspDbContext(MaspDatabase.OptionsFor<MaspDbContext>(connection.ConnectionString, "masp"));
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await TellActorAsync(connection, date, cancellationToken);
        await ExecuteAsync(connection, Journal("disable"), cancellationToken);
        var copie = new Copie(connection, context.Model);
        foreach (var vague in jeu.Vagues())
            await copie.WriteAsync(vague, cancellationToken);
        await WriteSeriesAsync(connection, jeu, cancellationToken);

        // What waits for the end of the transaction is looked at now: a table with checks still to come cannot be altered.
        await ExecuteAsync(connection, "set constraints all immediate", cancellationToken);
        await ExecuteAsync(connection, Journal("enable"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Years that nobody lived are no acts: the journal of acts holds one, the installation of this Departement, and rests while the others are
    /// written. Only the owner of the tables can do that.
    /// </summary>
    private static string Journal(string enableOrDisable) =>
        $$"""
        do $$
        declare t regclass;
        begin
          for t in select g.tgrelid from pg_trigger g where g.tgfoid = 'journal.journaliser'::regproc and g.tgrelid <> 'masp.departements'::regclass loop
            execute format('alter table %s {{enableOrDisable}} trigger journaliser', t);
          end loop;
        end $$
        """;

    /// <summary>The database refuses who does not say who writes.</summary>
    private static async Task TellActorAsync(NpgsqlConnection connection, LocalDate date, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select set_config('masp.departement', $1, true), set_config('masp.utilisateur', $2, true), set_config('masp.role', $3, true), "
            + "set_config('masp.acte', 'installerDemonstration', true), set_config('masp.instant', $4, true)", connection)
        {
            Parameters =
            {
                new() { Value = Reperes.Departement }, new() { Value = Agents.Agent.ToString() }, new() { Value = nameof(Role.Agent) },
                new() { Value = LocalDatePattern.Iso.Format(date) },
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task WriteSeriesAsync(NpgsqlConnection connection, JeuDeDonnees jeu, CancellationToken cancellationToken)
    {
        foreach (var (code, dernier) in jeu.Series)
        {
            await using var command = new NpgsqlCommand("insert into masp.series (departement_code, code, dernier) values ($1, $2, $3)", connection)
            {
                Parameters = { new() { Value = Reperes.Departement }, new() { Value = code }, new() { Value = dernier } },
            };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>Whom the accounts of the demonstration belong to.</summary>
public sealed record Chargement(Guid TitulaireA, Guid TitulaireB, Guid ServiceReferent, Guid Beneficiaire);
