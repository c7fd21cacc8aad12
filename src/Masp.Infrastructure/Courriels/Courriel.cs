using NodaTime;

namespace Masp.Infrastructure.Courriels;

/// <summary>A letter by mail: plain text, in French.</summary>
/// <param name="Destinataire">One address.</param>
public sealed record Courriel(string Destinataire, string Objet, string Corps);

/// <summary>A letter that was decided in the same transaction as the act it tells of, and is sent after it.</summary>
public sealed class CourrielEnAttente
{
    public Guid Id { get; init; }

    public Instant CreeLe { get; init; }

    /// <summary>Address, subject and text, sealed: a link is in it. Emptied once sent, or given up.</summary>
    public string? Scelle { get; set; }

    public int Essais { get; set; }

    /// <summary>Not before.</summary>
    public Instant ProchainEssai { get; set; }

    public Instant? EnvoyeLe { get; set; }

    public Instant? AbandonneLe { get; set; }
}
