using System.Security.Cryptography;
using System.Text;
using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Testing.Postgres;
using NodaTime;
using Npgsql;

namespace Masp.Api.Tests.Socle;

/// <summary>What the rows say, asked of PostgreSQL itself.</summary>
public sealed class SqlDeTest(BaseClonee clone)
{
    /// <summary>Sees and writes everything; triggers still ask who acts.</summary>
    public static readonly Acteur Agent = new("34", new Guid("0190f3a4-7c11-7000-8000-000000000001"), Role.Agent);

    /// <summary>One value, as a superuser.</summary>
    public async Task<T> ReadAsync<T>(string sql) => (T)(await InTransactionAsync(clone.Administration, Agent, sql))!;

    /// <summary>Writes as a superuser: policies do not bind, triggers and constraints do.</summary>
    public Task WriteAsync(string sql) => InTransactionAsync(clone.Administration, Agent, sql);

    /// <summary>One value as <c>masp_app</c> for that actor, or for nobody.</summary>
    /// <param name="acteur">Who asks.</param>
    /// <param name="sql">One statement.</param>
    /// <param name="jour">The day it is asked on; that of the demonstration when not told.</param>
    public Task<object?> AsAsync(Acteur? acteur, string sql, LocalDate? jour = null) => InTransactionAsync(clone.Application, acteur, sql, jour);

    public async Task<PostgresException> RefusedAsync(Acteur? acteur, string sql) =>
        await Assert.ThrowsAsync<PostgresException>(() => AsAsync(acteur, sql));

    /// <summary>Statements as a superuser in one transaction that is then undone; the last one's value.</summary>
    public async Task<object?> UndoneAsync(params string[] statements)
    {
        await using var session = new NpgsqlConnection(clone.Administration);
        await session.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await session.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await TellAsync(session, Agent);
        object? answer = null;
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, session);
            answer = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        }

        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        return answer;
    }

    /// <summary>What the journal of looks says of one call: a line for each row, columns apart by a space, nulls left out.</summary>
    /// <param name="answer">What the call was answered.</param>
    /// <param name="columns">Of <c>journal.acces</c>, apart by commas.</param>
    public Task<string[]> LooksAsync(Reponse answer, string columns) =>
        ReadAsync<string[]>($"select coalesce(array_agg(concat_ws(' ', {columns}) order by id), '{{}}') from journal.acces where requete_id = '{answer.Requete}'");

    public async Task<IReadOnlyList<string>> TablesAsync() =>
        await ReadAsync<string[]>("select array_agg(tablename::text order by tablename) from pg_tables where schemaname = 'masp' and tablename <> 'migrations'");

    /// <summary>
    /// One hash over every row of every table of the trade and of the journal of acts, with the transaction that wrote it: a row written again as it was
    /// shows too. Looks are left out: a refused attempt is one, and leaves its row.
    /// </summary>
    public async Task<string> EmpreinteAsync() =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', await EmpreintesAsync()))));

    /// <summary>The same by table, in order of name: <c>table:rows:hash</c>, for whoever must say where something was left.</summary>
    public async Task<string[]> EmpreintesAsync()
    {
        var parts = (await TablesAsync()).Select(t => "masp." + t).Append("journal.actes")
            .Select(t => $"select '{t}' as nom, count(*) as n, coalesce(sum(hashtextextended(t::text || t.xmin::text, 0)::numeric), 0) as h from {t} t");
        return await ReadAsync<string[]>($"select array_agg(nom || ':' || n || ':' || h order by nom) from ({string.Join(" union all ", parts)}) as empreintes");
    }

    /// <summary>Runs what must change nothing, and sees that it did not.</summary>
    public async Task UnchangedAsync(Func<Task> refused)
    {
        var before = await EmpreinteAsync();
        await refused();
        Assert.Equal(before, await EmpreinteAsync());
    }

    private static async Task<object?> InTransactionAsync(string way, Acteur? acteur, string sql, LocalDate? jour = null)
    {
        await using var session = new NpgsqlConnection(way);
        await session.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await session.BeginTransactionAsync(TestContext.Current.CancellationToken);
        if (acteur is not null)
            await TellAsync(session, acteur, jour);
        await using var command = new NpgsqlCommand(sql, session);
        var answer = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        return answer;
    }

    private static async Task TellAsync(NpgsqlConnection session, Acteur acteur, LocalDate? jour = null)
    {
        await using var who = new NpgsqlCommand(QuiAgit.Sql, session);
        foreach (var value in QuiAgit.Values(acteur, jour ?? DemonstrationDeTest.Jour))
            who.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        await who.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
