using NodaTime;
using NodaTime.Extensions;

namespace Masp.Local.Etapes;

/// <summary>The day this installation lives in.</summary>
internal static class Calendrier
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    /// <summary>The real clock, which this composition root alone may name.</summary>
    public static IClock Real { get; } =
#pragma warning disable RS0030 // A composition root chooses the clock.
        SystemClock.Instance;
#pragma warning restore RS0030

    public static LocalDate Today() => Real.InZone(Paris).GetCurrentDate();
}
