using System.Security.Cryptography;
using System.Text.Json;
using Masp.Application.Commun;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Infrastructure.Acces;

/// <summary>
/// What the server gives to somebody who must bring it back unchanged: sealed by the shared keys, so any replica reads it, and good for a time only.
/// </summary>
public sealed class Scelles(IDataProtectionProvider protection, Horloge horloge, AccesDbContext db)
{
    /// <param name="purpose">What is sealed for one is worth nothing for another.</param>
    public string Seal<T>(string purpose, T value, Duration duration) =>
        Protector(purpose).Protect(JsonSerializer.Serialize(new Contenu<T>(horloge.Maintenant + duration, value), Json.Options));

    /// <returns>Null when it is not ours, was sealed for something else, or has expired.</returns>
    public T? Open<T>(string purpose, string? text)
        where T : class => Read<T>(purpose, text)?.Valeur;

    /// <summary>The same, and never again: the trace of its use is kept for as long as it would have been good.</summary>
    public async Task<T?> OpenOnceAsync<T>(string purpose, string? text, CancellationToken cancellationToken)
        where T : class
    {
        if (Read<T>(purpose, text) is not { } content)
            return null;
        await db.Database.ExecuteSqlAsync($"delete from acces.scelles_servis where expire_le < {horloge.Maintenant}", cancellationToken);
        var first = await db.Database.ExecuteSqlAsync(
            $"insert into acces.scelles_servis (empreinte, expire_le) values ({Empreintes.Of(text!)}, {content.ExpireLe}) on conflict do nothing", cancellationToken);
        return first == 1 ? content.Valeur : null;
    }

    private Contenu<T>? Read<T>(string purpose, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            var content = JsonSerializer.Deserialize<Contenu<T>>(Protector(purpose).Unprotect(text), Json.Options);
            return content is not null && content.ExpireLe > horloge.Maintenant ? content : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string purpose) => protection.CreateProtector("Masp.Acces", purpose);

    private sealed record Contenu<T>(Instant ExpireLe, T Valeur);
}
