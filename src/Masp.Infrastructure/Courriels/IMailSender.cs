using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Masp.Infrastructure.Courriels;

/// <summary>Hands one letter over to the outside. Throws when it was not taken: it is tried again later.</summary>
public interface IMailSender
{
    Task SendAsync(MimeMessage message, CancellationToken cancellationToken);
}

/// <summary>By SMTP, one connection a letter: there are a few a day.</summary>
internal sealed class EnvoiParSmtp(IOptions<OptionsDeCourriels> options) : IMailSender
{
    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync(settings.SmtpHote!, settings.SmtpPort, settings.SmtpTls ? SecureSocketOptions.Auto : SecureSocketOptions.None, cancellationToken);
        if (settings.SmtpUtilisateur is { } user)
            await smtp.AuthenticateAsync(user, settings.SmtpMotDePasse ?? string.Empty, cancellationToken);
        await smtp.SendAsync(message, cancellationToken);
        await smtp.DisconnectAsync(quit: true, cancellationToken);
    }
}

/// <summary>Into a folder, where somebody without a mail server reads them. A letter written twice is one file.</summary>
internal sealed class EnvoiDansUnDossier(IOptions<OptionsDeCourriels> options) : IMailSender
{
    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(options.Value.Dossier);
        Directory.CreateDirectory(folder);
        var draft = Path.Combine(folder, $".{message.MessageId}.tmp");
        await message.WriteToAsync(draft, cancellationToken);
        File.Move(draft, Path.Combine(folder, $"{message.MessageId!.Split('@')[0]}.eml"), overwrite: true);
    }
}
