using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using NodaTime;

namespace Masp.Domain.Acces;

/// <summary>
/// The six figures that change every thirty seconds (RFC 6238, SHA-1, as every authenticator knows them). A clock that is one step early or late is
/// let in; a step that served is not, nor any before it.
/// </summary>
public static class CodeTotp
{
    public const int OctetsDeCle = 20;
    public const int Chiffres = 6;
    public const int SecondesParPas = 30;

    private const int PasDEcart = 1;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The step of an instant: its number of half minutes since 1970.</summary>
    public static long StepAt(Instant instant) => instant.ToUnixTimeSeconds() / SecondesParPas;

    /// <returns>The step the code belongs to, or null: wrong, too old, or served already.</returns>
    /// <param name="key">Twenty bytes.</param>
    /// <param name="code">As typed, spaces between figures admitted.</param>
    /// <param name="now">As telephones know it.</param>
    /// <param name="lastStep">The last one that served; 0 when none did.</param>
    public static long? Find(ReadOnlySpan<byte> key, string code, Instant now, long lastStep)
    {
        var typed = code.Replace(" ", string.Empty, StringComparison.Ordinal);
        var current = StepAt(now);
        long? found = null;
        for (var step = current - PasDEcart; step <= current + PasDEcart; step++)
        {
            // Every step is compared, so that the time taken says nothing of which one.
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(Compute(key, step)), System.Text.Encoding.UTF8.GetBytes(typed)) && step > lastStep)
                found = step;
        }

        return found;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as authenticators know it; HMAC does not rest on collisions.")]
    public static string Compute(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);
        var offset = hash[^1] & 0x0f;
        var value = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7fffffff;
        return (value % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The key as it is typed into an authenticator (RFC 4648, without padding).</summary>
    public static string ToBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder((bytes.Length * 8 + 4) / 5);
        var (buffer, bits) = (0, 0);
        foreach (var octet in bytes)
        {
            buffer = (buffer << 8) | octet;
            for (bits += 8; bits >= 5; bits -= 5)
                text.Append(Base32[(buffer >> (bits - 5)) & 31]);
            buffer &= (1 << bits) - 1;
        }

        if (bits > 0)
            text.Append(Base32[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }
}
