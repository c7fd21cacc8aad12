using Masp.Local.Etapes;
using NodaTime;
using NodaTime.Testing;
using NodaTime.Text;

namespace Masp.Browser.Tests.Socle;

public sealed class HorlogeDecaleeTests
{
    [Theory]
    [InlineData("2026-07-01T21:59:00Z", "2024-01-15T22:59:00Z")] // a minute to midnight in Paris, in summer then in winter
    [InlineData("2026-07-01T22:00:00Z", "2024-01-14T23:00:00Z")] // midnight
    [InlineData("2026-07-01T09:00:00Z", "2024-01-15T10:00:00Z")]
    public void The_day_asked_for_is_lived_at_the_same_time_of_day_whatever_the_season(string real, string expected)
    {
        var clock = new Calendrier.HorlogeDecalee(new FakeClock(InstantPattern.General.Parse(real).Value), new LocalDate(2024, 1, 15));

        Assert.Equal(expected, InstantPattern.General.Format(clock.GetCurrentInstant()));
    }

    [Fact]
    public void It_runs_on()
    {
        var real = new FakeClock(Instant.FromUtc(2026, 7, 1, 9, 0));
        var clock = new Calendrier.HorlogeDecalee(real, new LocalDate(2024, 7, 1));

        real.AdvanceHours(24);

        Assert.Equal(Instant.FromUtc(2024, 7, 2, 9, 0), clock.GetCurrentInstant());
    }
}
