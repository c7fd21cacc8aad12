using NodaTime;

namespace Masp.Application.Commun;

/// <summary>Today, as people in the département live it: Europe/Paris, through the injected clock.</summary>
public sealed class Horloge(IClock clock)
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    public LocalDate Aujourdhui => Maintenant.InZone(Paris).Date;

    public Instant Maintenant => clock.GetCurrentInstant();
}

/// <summary>UUIDv7 keys, in the order of the injected clock.</summary>
public sealed class Identifiants(IClock clock)
{
    public Guid Next() => Guid.CreateVersion7(clock.GetCurrentInstant().ToDateTimeOffset());
}
