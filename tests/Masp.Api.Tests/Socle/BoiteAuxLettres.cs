using System.Text.RegularExpressions;
using Masp.Infrastructure.Courriels;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Masp.Api.Tests.Socle;

/// <summary>What people find in their mail.</summary>
public sealed partial class BoiteAuxLettres(ApiDeTest api, string folder)
{
    /// <summary>Every letter to an address, oldest first, once all that was due has left.</summary>
    public async Task<IReadOnlyList<MimeMessage>> OfAsync(string address)
    {
        await api.Services.GetRequiredService<Facteur>().SendDueAsync(TestContext.Current.CancellationToken);
        var letters = Directory.GetFiles(folder, "*.eml").OrderBy(File.GetLastWriteTimeUtc).Select(path => MimeMessage.Load(path, TestContext.Current.CancellationToken));
        return [.. letters.Where(l => l.To.Mailboxes.Any(m => m.Address == address))];
    }

    /// <summary>The secret of the last link sent to an address.</summary>
    public async Task<string> LinkAsync(string address) =>
        (await OfAsync(address)).Select(l => Secret().Match(l.TextBody!)).Last(m => m.Success).Groups[1].Value;

    [GeneratedRegex("/acces#([A-Za-z0-9_-]+)")]
    private static partial Regex Secret();
}
