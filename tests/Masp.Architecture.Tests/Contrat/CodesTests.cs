using System.Text.RegularExpressions;
using Masp.Architecture.Tests.Fichiers;

namespace Masp.Architecture.Tests.Contrat;

/// <summary>Error codes are for programs: well-formed, and each with one meaning.</summary>
public sealed partial class CodesTests
{
    /// <summary>One meaning, told in the words of the place: by the field itself or about the record that holds it.</summary>
    private static readonly string[] SaidInSeveralWays =
    [
        "attribution.aucun-titulaire", "attribution.numero-pris", "commune.sans-lot", "demande.inconnue", "facture.deja-emise", "montant.invalide",
        "suspension.hors-contrat", "texte.caractere-interdit",
    ];

    [Fact]
    public void Every_code_is_well_formed()
    {
        var told = Told(Sources());

        Assert.True(told.Count > 80, $"Only {told.Count} refusals were found.");
        Assert.Empty(Malformed(told));
    }

    [Fact]
    public void Planted_codes_of_another_form_are_refused() => Assert.Equal(
        ["Demande.Absente", "demande", "demande.deja_faite", "demande.déjà-faite"],
        Malformed(Told([
            """Error.Invalid("Demande.Absente", "Un.");""", """Error.Conflict("demande", "Deux.");""", """.WithErrorCode("demande.déjà-faite").WithMessage("Trois.");""",
            """Problemes.Of(409, "demande.deja_faite", "Quatre.")""", """Error.NotFound("demande.introuvable", "Cinq.");""",
        ])));

    [Fact]
    public void A_code_means_one_thing_everywhere() => Assert.Empty(Ambiguous(Told(Sources())));

    [Fact]
    public void A_planted_code_with_two_meanings_is_refused() => Assert.Equal(
        ["commune.sans-lot: Conflict / Invalid", "demande.absente: Elle n'est pas là. / Autre chose."],
        Ambiguous(Told([
            """Error.Invalid("demande.absente", "Elle n'est pas là.");""", """Error.Invalid("demande.absente", "Elle n'est pas là.", "id");""",
            """new(ErrorKind.Invalid, "demande.absente", "Autre chose.");""",
            """Error.Conflict("commune.sans-lot", "Sans lot.");""", """Check(lot.Length > 0, "lot", "commune.sans-lot", "Sans lot.");""", """.WithErrorCode("commune.sans-lot").WithMessage("Sans lot.");""",
        ])).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Sources() =>
        Depot.Code.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal) && f.Extension == ".cs").Select(f => string.Join('\n', f.Lines));

    private static IReadOnlyList<Refus> Told(IEnumerable<string> sources) =>
        [.. sources.SelectMany(s => Refusal().Matches(s)).Select(m => new Refus(m.Groups["code"].Value, Value().Replace(m.Groups["message"].Value, "{}"), Kind(m.Groups["kind"].Value)))];

    private static IReadOnlyList<string> Malformed(IEnumerable<Refus> told) =>
        [.. told.Select(t => t.Code).Where(code => !code.Contains('{', StringComparison.Ordinal) && !WellFormed().IsMatch(code)).Distinct().Order(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Ambiguous(IReadOnlyList<Refus> told) =>
    [
        .. from refus in told
           group refus by refus.Code into same
           from said in (string[])[Several(same.Select(r => r.Kind)), SaidInSeveralWays.Contains(same.Key) ? string.Empty : Several(same.Select(r => r.Message))]
           where said.Length > 0
           select $"{same.Key}: {said}",
    ];

    private static string Several(IEnumerable<string> values) => values.Distinct().ToList() is { Count: > 1 } different ? string.Join(" / ", different) : string.Empty;

    // A converter and a validator refuse what is malformed; a status says its kind.
    private static string Kind(string told) => told switch
    {
        "new ValeurRefusee" or ".WithErrorCode" or "Check" => "Invalid",
        _ => told.Split('.', ' ')[^1],
    };

    private sealed record Refus(string Code, string Message, string Kind);

    [GeneratedRegex("""(?:(?<kind>Error\.\w+|new ValeurRefusee|\.WithErrorCode)\(|(?<kind>Check)\(.+?, "\w+", |(?<kind>ErrorKind\.\w+),|Problemes\.Of\(\s*(?<kind>\d+),)\s*\$?"(?<code>[^"]+)"\s*(?:,|\)\s*\.WithMessage\()\s*\$?"(?<message>[^"]*)"?""")]
    private static partial Regex Refusal();

    // The same sentence about another value is the same sentence.
    [GeneratedRegex(@"\{[^}]*\}?")]
    private static partial Regex Value();

    [GeneratedRegex("^[a-z]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+$")]
    private static partial Regex WellFormed();
}
