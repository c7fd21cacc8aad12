using System.Globalization;
using Masp.Application.Commun;
using Masp.Domain.Commun;

namespace Masp.Api.Commun;

/// <summary>The version a caller says it changes.</summary>
internal static class Entetes
{
    /// <returns>Refused with <c>version.manquante</c> (428), or <c>version.perimee</c> (412) for one we never gave.</returns>
    public static Result<uint> RequiredVersion(HttpRequest request) =>
        request.Headers.IfMatch.Count == 0 ? Refus.VersionManquante : OptionalVersion(request).Map(v => v!.Value);

    /// <returns>Null when none is told; refused with <c>version.perimee</c> for one we never gave.</returns>
    public static Result<uint?> OptionalVersion(HttpRequest request)
    {
        var text = request.Headers.IfMatch.ToString();
        if (text.Length == 0)
            return Result<uint?>.Of(null!);
        return uint.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : Refus.Perime;
    }
}
