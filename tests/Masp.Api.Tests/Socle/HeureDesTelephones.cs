using System.Diagnostics.CodeAnalysis;

namespace Masp.Api.Tests.Socle;

/// <summary>The time of the world outside, stopped when the test began: a code does not change between being read and being typed.</summary>
public sealed class HeureDesTelephones : TimeProvider
{
    private DateTimeOffset _now = Started();

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Lets half minutes go by.</summary>
    public void Advance(int steps) => _now = _now.AddSeconds(30 * steps);

    [SuppressMessage("ApiDesign", "RS0030", Justification = "Tokens and cookies are compared with it as well as codes: it must be about now, whatever now is.")]
    private static DateTimeOffset Started() => System.GetUtcNow();
}
