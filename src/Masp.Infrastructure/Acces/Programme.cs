using System.Net;
using NodaTime;

namespace Masp.Infrastructure.Acces;

/// <summary>What the Administrateur decides of a program client; OpenIddict keeps its id and its scopes.</summary>
public sealed class Programme
{
    public Guid Id { get; init; }

    public string ClientId { get; init; } = string.Empty;

    public string DepartementCode { get; init; } = string.Empty;

    public string Nom { get; init; } = string.Empty;

    public Domain.Acces.Role Role { get; init; }

    public string[] Scopes { get; init; } = [];

    /// <summary>Last day it may be used, included; null while nobody knows of one.</summary>
    public LocalDate? Fin { get; set; }

    /// <summary>Networks it may call from (<c>192.0.2.0/24</c>); from anywhere when there is none.</summary>
    public string[] Adresses { get; set; } = [];

    public Instant CreeLe { get; init; }

    /// <summary>Its last token.</summary>
    public Instant? DernierUsage { get; set; }

    public Instant? RevoqueLe { get; set; }

    public int Revision { get; set; } = 1;

    /// <summary>Oldest first.</summary>
    public List<SecretDeProgramme> Secrets { get; } = [];

    public bool IsOpen(LocalDate aujourdhui) => RevoqueLe is null && !(Fin < aujourdhui);

    public bool Admits(IPAddress? address) => Admits(Adresses, address);

    /// <param name="networks">As the Administrateur wrote them; none for anywhere.</param>
    public static bool Admits(IReadOnlyList<string> networks, IPAddress? address) =>
        networks.Count == 0 || (address is not null && networks.Any(text => IPNetwork.Parse(text).Contains(Plain(address))));

    // A socket that listens on both families tells an IPv4 caller in the clothes of IPv6.
    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}

/// <summary>One secret of a program. While one is being replaced, two are good.</summary>
public sealed class SecretDeProgramme
{
    public Guid Id { get; init; }

    public string Empreinte { get; init; } = string.Empty;

    public Instant CreeLe { get; init; }

    /// <summary>Null for the one that is not being replaced.</summary>
    public Instant? ExpireLe { get; set; }
}
