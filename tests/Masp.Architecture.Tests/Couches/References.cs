namespace Masp.Architecture.Tests.Couches;

/// <summary>Which assembly may know which.</summary>
internal static class References
{
    private static readonly string[] Web = ["Masp.Api", "Microsoft.AspNetCore", "Swashbuckle", "Serilog", "OpenIddict"];

    /// <returns>The references the layer may not have, by name.</returns>
    public static IReadOnlyList<string> Forbidden(string layer, IEnumerable<string> references) => layer switch
    {
        "Masp.Domain" => [.. references.Where(r => !(r == "NodaTime" || IsBcl(r)))],
        "Masp.Application" => [.. references.Where(r => StartsWithAny(r, ["Masp.Infrastructure", "Polly", .. Web]))],
        "Masp.Infrastructure" => [.. references.Where(r => StartsWithAny(r, ["Masp.Api", "MediatR", "Swashbuckle"]))],
        "Masp.Api" => [.. references.Where(r => StartsWithAny(r, ["Polly", "Masp.Local", "Masp.Demonstration", "Masp.Postgres"]))],
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer, "Not a layer."),
    };

    private static bool IsBcl(string reference) => reference is "mscorlib" or "netstandard" or "System" || reference.StartsWith("System.", StringComparison.Ordinal);

    private static bool StartsWithAny(string reference, IEnumerable<string> prefixes) =>
        prefixes.Any(prefix => reference == prefix || reference.StartsWith(prefix + ".", StringComparison.Ordinal));
}
