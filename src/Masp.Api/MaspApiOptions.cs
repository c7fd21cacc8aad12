using NodaTime;

namespace Masp.Api;

/// <summary>What the host decides; everything else comes from configuration.</summary>
public sealed record MaspApiOptions
{
    /// <summary>Of <c>masp_app</c>. From <c>ConnectionStrings:Masp</c> when not told.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The clock; the machine's when not told.</summary>
    public IClock? Clock { get; init; }

    /// <summary>Folder of the built client; none is served when null.</summary>
    public string? ClientFolder { get; init; }

    /// <summary>Replaces the server's addresses, when told; plain HTTP is then admitted if it says so, else by <c>Acces:HttpAdmis</c>.</summary>
    public string? Url { get; init; }

    /// <summary>Whether this program seals the journals every minute, and opens the deadlines of the day every hour.</summary>
    public bool Scelle { get; init; } = true;

    /// <summary>Last word on the services: tests use it.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }
}
