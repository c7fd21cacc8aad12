using System.Data.Common;
using Masp.Application.Commun;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NodaTime.Text;
using Npgsql;

namespace Masp.Infrastructure.Donnees;

/// <summary>
/// Tells PostgreSQL who acts before anything else of a unit of work, without a round trip of its own where it can: a lone
/// read carries it in front of itself, a transaction is told once, by its first command. The lock of a row goes the same way, in
/// front of the command that loads it: each statement has a snapshot of its own, so the row is read as it is once it is held.
/// </summary>
internal sealed class QuiAgitInterceptor : DbCommandInterceptor
{
    private const string Prefix = "select set_config('masp.departement', @qui0, true), set_config('masp.utilisateur', @qui1, true), "
        + "set_config('masp.role', @qui2, true), set_config('masp.titulaire', @qui3, true), set_config('masp.service', @qui4, true), set_config('masp.aujourdhui', @qui5, true), "
        + "set_config('masp.beneficiaire', @qui6, true), set_config('masp.validite', @qui7, true)";

    /// <summary>What the journal of acts writes beside who acts; a lone read has no use for it.</summary>
    private const string Requete = ", set_config('masp.acte', @requete0, true), set_config('masp.requete', @requete1, true), set_config('masp.instant', @requete2, true)";

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Put(command, eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Put(command, eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        for (var i = Answers(command); i > 0; i--)
            result.NextResult();
        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        for (var i = Answers(command); i > 0; i--)
            await result.NextResultAsync(cancellationToken);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Put(command, eventData.Context);
        return ValueTask.FromResult(result);
    }

    /// <summary>How many answers come before the command's own.</summary>
    private static int Answers(DbCommand command) =>
        (command.Parameters.Contains("qui0") ? 1 : 0) + (command.Parameters.Contains("verrou0") ? 1 : 0) + (command.Parameters.Contains("acces0") ? 1 : 0);

    private static void Put(DbCommand command, DbContext? context)
    {
        if (context is not MaspDbContext { Acteur: { } acteur } db)
            return;
        if (db.TakeVerrou() is { } verrou)
        {
            command.CommandText = $"{verrou.Sql};\n{command.CommandText}";
            command.Parameters.Add(new NpgsqlParameter<string>("verrou0", acteur.DepartementCode));
            command.Parameters.Add(new NpgsqlParameter("verrou1", verrou.Cle));
        }

        if (!db.MustTell())
            return;
        if (db.TakeAcces() is { } look)
        {
            command.CommandText = $"{look.Nomme};\n{command.CommandText}";
            for (var i = 0; i < look.Values.Count; i++)
            {
                look.Values[i].ParameterName = $"acces{i}";
                command.Parameters.Add(look.Values[i]);
            }
        }

        var requete = db.Database.CurrentTransaction is null ? null : db.Requete;
        command.CommandText = $"{Prefix}{(requete is null ? string.Empty : Requete)};\n{command.CommandText}";
        Tell(command, "qui", QuiAgit.Values(acteur, db.Aujourdhui));
        if (requete is not null)
            Tell(command, "requete", [requete.Operation, requete.Id.ToString(), InstantPattern.ExtendedIso.Format(requete.Instant)]);
    }

    private static void Tell(DbCommand command, string name, IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
            command.Parameters.Add(new NpgsqlParameter<string>($"{name}{i}", values[i]));
    }
}
