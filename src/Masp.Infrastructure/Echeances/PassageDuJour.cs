using System.Diagnostics.CodeAnalysis;
using Masp.Application.Commun;
using Masp.Application.Echeances;
using Masp.Domain.Acces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Masp.Infrastructure.Echeances;

/// <summary>
/// Every hour, on every replica, in every Departement: opens what the day starts (R18, R31, R47, R48). Two replicas wait for each other at each Mesure and find
/// what the other opened, so nothing has to remember that the day was passed.
/// </summary>
public sealed class PassageDuJour(IServiceScopeFactory scopes, NpgsqlDataSource source, ILogger<PassageDuJour> logger) : BackgroundService
{
    /// <summary>As the journal of acts names who opened them: nobody's account.</summary>
    public static readonly Guid Calendrier = new("00000000-0000-7000-8000-00000000ca1e");

    private static readonly TimeSpan Heure = TimeSpan.FromHours(1);

    /// <returns>How many deadlines were opened.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var opened = 0;
        foreach (var departement in await DepartementsAsync(cancellationToken))
        {
            Guid? apres = null;
            do
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<ActeurCourant>().Tell(new Acteur(departement, Calendrier, Role.Integrateur));
                scope.ServiceProvider.GetRequiredService<RequeteCourante>().Tell("ouvrirEcheancesDuJour");
                var part = await scope.ServiceProvider.GetRequiredService<OuvertureDuJour>().OpenAsync(apres, cancellationToken);
                if (!part.IsSuccess)
                {
                    logger.LogWarning("The deadlines of the day were not all opened: {Code}", part.Error.Code);
                    break;
                }

                opened += part.Value.Ouvertes;
                apres = part.Value.Apres;
            }
            while (apres is not null);
        }

        return opened;
    }

    [SuppressMessage("Design", "CA1031", Justification = "An hour that fails is told in the log and tried again; the application goes on.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Heure);
        try
        {
            do
            {
                try
                {
                    await RunAsync(stoppingToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    logger.LogError("The deadlines of the day were not opened: {Type} {SqlState}", exception.GetType().Name, (exception as PostgresException)?.SqlState);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }
    }

    private async Task<List<string>> DepartementsAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select masp.departements_installes()");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var codes = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            codes.Add(reader.GetString(0));
        return codes;
    }
}
