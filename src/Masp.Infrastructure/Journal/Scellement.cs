using Npgsql;

namespace Masp.Infrastructure.Journal;

/// <summary>Seals what both journals have written since the last block.</summary>
public static class Scellement
{
    /// <summary>Rows of one journal in one block at most: what a verification compares in one statement.</summary>
    public const int LignesAuPlus = 20_000;

    /// <summary>Goes on until nothing is left, or another replica is at it. Each block is a transaction of its own; writers are never kept waiting.</summary>
    /// <returns>How many blocks were tried.</returns>
    public static async Task<int> RunAsync(NpgsqlDataSource source, CancellationToken cancellationToken, int lignesAuPlus = LignesAuPlus)
    {
        var blocs = 0;
        while (await NextAsync(source, lignesAuPlus, cancellationToken) > 0)
            blocs++;
        return blocs;
    }

    private static async Task<long> NextAsync(NpgsqlDataSource source, int lignesAuPlus, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select journal.sceller($1)");
        command.CommandTimeout = 120;
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = lignesAuPlus });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
