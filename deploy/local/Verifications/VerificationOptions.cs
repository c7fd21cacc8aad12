using System.Globalization;
using Masp.Application.Journal;
using Masp.Postgres;

namespace Masp.Local.Verifications;

/// <param name="Donnees">Folder of the instance.</param>
/// <param name="Tete">A head exported earlier.</param>
/// <param name="Toucher">Number of an act to be touched and put back, to see it found.</param>
internal sealed record VerificationOptions(string Donnees, TeteDto? Tete, long? Toucher)
{
    /// <returns>The options, or null and what was not understood.</returns>
    public static (VerificationOptions? Options, string Refusal) Parse(IReadOnlyList<string> args)
    {
        var options = new VerificationOptions(Path.Combine(RepositoryRoot.Find(), ".donnees"), null, null);
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : "";
            switch (args[i])
            {
                case "--donnees" when value.Length > 0:
                    options = options with { Donnees = Path.GetFullPath(value) };
                    break;
                case "--tete" when value.Split(':') is [var numero, { Length: 64 } empreinte] && Number(numero) is { } bloc:
                    options = options with { Tete = new TeteDto(bloc, default, empreinte) };
                    break;
                case "--toucher" when Number(value) is { } id:
                    options = options with { Toucher = id };
                    break;
                default:
                    return (null, $"Pas compris : {args[i]} {value}\n\n{LocalOptions.Usage}");
            }
        }

        return (options, "");
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
