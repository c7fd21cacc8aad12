using System.Net;
using System.Security.Cryptography;
using System.Text;
using Masp.Application.Commun;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Infrastructure.Acces;

/// <summary>Whose tries are counted.</summary>
/// <param name="Max">Tries that fail before the door closes.</param>
/// <param name="Fenetre">Failures further apart than that do not add up.</param>
/// <param name="Fermeture">How long it stays closed.</param>
public sealed record Essai(string Genre, byte[] Empreinte, int Max, Duration Fenetre, Duration Fermeture, string? Nom)
{
    // As long as the lock of the account itself, and as often: whether there is such an account is then told by neither.
    private static readonly Duration Verrou = Duration.FromMinutes(5);
    private static readonly Duration QuartDHeure = Duration.FromMinutes(15);

    /// <summary>By the name that is typed, whether an account has it or not.</summary>
    public static Essai OfCompte(string identifiant) =>
        new("compte", Hash(identifiant.ToUpperInvariant()), 5, Duration.FromDays(30), Verrou, identifiant.ToUpperInvariant());

    /// <summary>A whole office may share one address, and one subscriber has a whole network of IPv6.</summary>
    public static Essai OfAdresse(IPAddress? address) => new("adresse", Hash(Prefix(address)), 50, QuartDHeure, QuartDHeure, null);

    /// <summary>By address too: nobody keeps a program out by asking in its name from elsewhere.</summary>
    public static Essai OfProgramme(string clientId, IPAddress? address) => new("programme", Hash($"{Prefix(address)} {clientId}"), 10, QuartDHeure, Verrou, null);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static string Prefix(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        return address?.GetAddressBytes() is { } bytes ? Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, 8))) : "-";
    }
}

/// <summary>Counts tries in PostgreSQL, for every replica at once.</summary>
public sealed class Essais(AccesDbContext db, Horloge horloge, Identifiants identifiants)
{
    /// <summary>Counts one try, before it is made.</summary>
    /// <returns>Null when it may be made, else how long the door stays closed.</returns>
    public async Task<Duration?> TryAsync(Essai essai, CancellationToken cancellationToken)
    {
        var now = horloge.Maintenant;
        var closed = await db.Database.SqlQuery<Instant?>(
            $"""
            select acces.tenter({essai.Genre}, {essai.Empreinte}, {essai.Max}, {essai.Fenetre}, {essai.Fermeture}, {now}, {essai.Nom}, {identifiants.Next()}) as "Value"
            """).ToListAsync(cancellationToken);
        return closed[0] is { } until ? until - now : null;
    }

    /// <summary>The try succeeded, or the lock is lifted by who may: what was counted does not count any more.</summary>
    public Task SucceedAsync(Essai essai, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select acces.reussir({essai.Genre}, {essai.Empreinte}, {essai.Max})", cancellationToken);
}
