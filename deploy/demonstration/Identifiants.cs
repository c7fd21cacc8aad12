using System.Buffers.Binary;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>
/// UUIDv7 of the simulated day: they sort in the order in which things were made, as real ones do, and nothing of them comes
/// from the real clock.
/// </summary>
internal sealed class Identifiants(Hasard hasard)
{
    private const long OuvertureEnMs = 7 * 3_600_000L;

    private LocalDate _jour;
    private int _rang;

    /// <param name="jour">Never earlier than the one before, so that the order holds.</param>
    public Guid Next(LocalDate jour)
    {
        if (jour != _jour)
            (_jour, _rang) = (jour, 0);
        var ms = ((long)Period.DaysBetween(new LocalDate(1970, 1, 1), jour) * NodaConstants.MillisecondsPerDay) + OuvertureEnMs + _rang++;
        Span<byte> octets = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(octets, ((ulong)ms << 16) | 0x7000 | (hasard.Next() >> 52));
        BinaryPrimitives.WriteUInt64BigEndian(octets[8..], 0x8000_0000_0000_0000 | (hasard.Next() >> 2));
        return new Guid(octets, bigEndian: true);
    }
}
