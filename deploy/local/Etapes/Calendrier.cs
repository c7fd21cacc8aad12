using NodaTime;
using NodaTime.Extensions;

namespace Masp.Local.Etapes;

/// <summary>The day this installation lives in.</summary>
internal static class Calendrier
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    private static readonly IClock Real =
#pragma warning disable RS0030 // This composition root chooses the clock.
        SystemClock.Instance;
#pragma warning restore RS0030

    public static LocalDate Today() => Real.InZone(Paris).GetCurrentDate();

    /// <summary>The real clock, or one that shows the same time of day from the day asked for on.</summary>
    public static IClock ClockFor(LocalDate? date) => date is { } jour ? new HorlogeDecalee(Real, jour) : Real;

    /// <summary>Shifts what the wall shows, not the instant: summer time would else move midnight, and the day with it.</summary>
    internal sealed class HorlogeDecalee(IClock real, LocalDate jour) : IClock
    {
        private readonly int _jours = Period.Between(real.InZone(Paris).GetCurrentDate(), jour, PeriodUnits.Days).Days;

        public Instant GetCurrentInstant() =>
            real.InZone(Paris).GetCurrentLocalDateTime().PlusDays(_jours).InZoneLeniently(Paris).ToInstant();
    }
}
