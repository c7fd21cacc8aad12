using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Masp.Infrastructure.Acces;

/// <summary>Secrets drawn by us, and what is kept of them. Drawn, not chosen: one plain hash of 256 bits says nothing of them.</summary>
public static class Empreintes
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>256 bits, fit for an address.</summary>
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Sixty bits, fit to be copied by hand.</summary>
    public static string NewRecoveryCode() => string.Join('-', RandomNumberGenerator.GetString(Alphabet, 12).Chunk(4).Select(group => new string(group)));

    public static string Of(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
