using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Masp.Infrastructure.Journal;

/// <summary>
/// Every minute, on every replica: the lock inside the sealing lets one of them through and sends the others away. A minute that was missed is
/// caught up by the next one, so nothing has to remember when it last ran.
/// </summary>
internal sealed class ScellementPeriodique(NpgsqlDataSource source, ILogger<ScellementPeriodique> logger) : BackgroundService
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [SuppressMessage("Design", "CA1031", Justification = "A minute that fails is told in the log and tried again; the application goes on.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Minute);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await Scellement.RunAsync(source, stoppingToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    logger.LogError("The journals were not sealed this minute: {Type} {SqlState}", exception.GetType().Name, (exception as PostgresException)?.SqlState);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Told to stop; a host that is disposed of without being stopped cancels too.
        }
    }
}
