using Masp.Application.Journal;
using Npgsql;

namespace Masp.Infrastructure.Journal;

/// <summary>The verification as who owns the database runs it, with statements of this program and none of the database's own functions.</summary>
public static class VerificationDuJournal
{
    /// <param name="connectionString">Of a role that reads every row: a superuser, or the owner.</param>
    /// <param name="connue">A head exported earlier; null when none is told.</param>
    /// <param name="progress">Told the rows compared so far.</param>
    /// <param name="cancellationToken">Stops between two blocks.</param>
    public static async Task<VerificationDto> RunAsync(string connectionString, TeteDto? connue, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.UseNodaTime();
        await using var source = builder.Build();
        return await new Verification(source, FormesScellees.Controle, FormesScellees.Ajouts).RunAsync(1, long.MaxValue, connue, progress, cancellationToken);
    }
}
