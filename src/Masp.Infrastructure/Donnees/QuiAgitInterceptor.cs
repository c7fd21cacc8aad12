using System.Data.Common;
using Masp.Application.Commun;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Masp.Infrastructure.Donnees;

/// <summary>
/// Tells PostgreSQL who acts before anything else of a unit of work, without a round trip of its own where it can: a lone
/// read carries it in front of itself, a transaction is told once, by its first command.
/// </summary>
internal sealed class QuiAgitInterceptor : DbCommandInterceptor
{
    private const string Prefix = "select set_config('masp.departement', @qui0, true), set_config('masp.utilisateur', @qui1, true), "
        + "set_config('masp.role', @qui2, true), set_config('masp.titulaire', @qui3, true), set_config('masp.service', @qui4, true);\n";

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
        if (command.Parameters.Contains("qui0"))
            result.NextResult();
        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (command.Parameters.Contains("qui0"))
            await result.NextResultAsync(cancellationToken);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Put(command, eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Put(DbCommand command, DbContext? context)
    {
        if (context is not MaspDbContext { Acteur: { } acteur } db || !db.MustTell())
            return;
        command.CommandText = Prefix + command.CommandText;
        var values = QuiAgit.Values(acteur);
        for (var i = 0; i < values.Count; i++)
            command.Parameters.Add(new NpgsqlParameter<string>($"qui{i}", values[i]));
    }
}
