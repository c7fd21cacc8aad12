using System.Security.Cryptography;
using Masp.Application.Commun;
using Masp.Infrastructure.Acces;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using NodaTime;

namespace Masp.Infrastructure.Courriels;

/// <summary>
/// Takes letters out of the box, one by one, and sends them. Several replicas do it at once: a row is held by one of them. A letter that is refused is
/// tried again, later each time, and given up after a day.
/// </summary>
public sealed class Facteur(IServiceScopeFactory scopes, IMailSender sender, BoiteDEnvoi boite, Horloge horloge, IOptions<OptionsDeCourriels> options, TimeProvider time, ILogger<Facteur> logger)
    : BackgroundService
{
    public const int EssaisMax = 10;

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Sends all that is due; returns when nothing is.</summary>
    /// <returns>How many left.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var sent = 0;
            while (await SendNextAsync(cancellationToken) is { } left)
                sent += left ? 1 : 0;
            return sent;
        }
        finally
        {
            _turn.Release();
        }
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.TourneeSecondes), time);
        try
        {
            do
            {
                try
                {
                    await SendDueAsync(stoppingToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    // PostgreSQL is away: the letters are there still, and the next round finds them.
                    logger.LogWarning("The letters could not be looked for: {Type}", exception.GetType().Name);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }
    }

    /// <returns>True when one left, false when one was refused, null when none is due.</returns>
    private async Task<bool?> SendNextAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccesDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = horloge.Maintenant;
        var row = (await db.Courriels.FromSql(
                $"""
                select * from acces.courriels where envoye_le is null and abandonne_le is null and prochain_essai <= {now}
                order by prochain_essai limit 1 for update skip locked
                """).ToListAsync(cancellationToken))
            .SingleOrDefault();
        if (row is null)
            return null;
        var sent = await TrySendAsync(row, cancellationToken);
        row.Essais++;
        if (sent)
            row.EnvoyeLe = now;
        else if (row.Essais >= EssaisMax)
            row.AbandonneLe = now;
        else
            row.ProchainEssai = now + Duration.FromMinutes(1L << row.Essais);
        if (row.EnvoyeLe is not null || row.AbandonneLe is not null)
            row.Scelle = null;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return sent;
    }

    private async Task<bool> TrySendAsync(CourrielEnAttente row, CancellationToken cancellationToken)
    {
        try
        {
            using var message = Compose(row.Id, boite.Open(row));
            await sender.SendAsync(message, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The type only: a mail server quotes the address it refuses.
            logger.LogWarning("Letter {Id} was not taken: {Type}", row.Id, exception is CryptographicException ? "the key that sealed it is gone" : exception.GetType().Name);
            return false;
        }
    }

    /// <summary>The row's id is the message's: whoever receives it twice knows it for one. Dispose of it.</summary>
    public MimeMessage Compose(Guid id, Courriel letter)
    {
        var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(options.Value.Expediteur));
        message.To.Add(MailboxAddress.Parse(letter.Destinataire));
        message.Subject = letter.Objet;
        message.MessageId = $"{id:N}@masp";
        message.Date = horloge.Maintenant.ToDateTimeOffset();
        message.Body = new TextPart("plain") { Text = letter.Corps.ReplaceLineEndings("\r\n") };
        return message;
    }
}
