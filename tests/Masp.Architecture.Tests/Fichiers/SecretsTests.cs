using System.Text.RegularExpressions;

namespace Masp.Architecture.Tests.Fichiers;

/// <summary>Secrets come from the environment: none is in a file that is kept, but for those of the demonstration, that open nothing else.</summary>
public sealed partial class SecretsTests
{
    /// <summary>Files that may hold one, and why.</summary>
    private static readonly Dictionary<string, string> Declared = new()
    {
        ["src/Masp.Infrastructure/Acces/ComptesDeDemonstration.cs"] = "The accounts and programs of the demonstration, printed when it starts.",
        ["src/Masp.Api/OpenApi/Exemples.cs"] = "The examples of the contract sign in to the demonstration.",
        ["openapi.yaml"] = "Written from those examples.",
    };

    [Fact]
    public void No_kept_file_holds_a_secret() => Assert.Empty(Found(Depot.All.Where(f => !IsTest(f.Path))));

    [Fact]
    public void What_is_declared_is_still_there() => Assert.Empty(Declared.Keys.Except(Depot.All.Select(f => f.Path)));

    [Theory]
    [InlineData("""    "Password": "Tr0ub4dor-3",""")]
    [InlineData("""{ "ConnectionStrings": { "Masp": "Host=base;Username=masp_app;Password=Tr0ub4dor-3" } }""")]
    [InlineData("""var motDePasse = "Tr0ub4dor-3";""")]
    [InlineData("""const string ClientSecret = "abcdef0123456789";""")]
    [InlineData("CLE_API=abcdef0123456789abcdef")]
    [InlineData("-----BEGIN PRIVATE " + "KEY-----")]
    [InlineData("    password: Tr0ub4dor-3")]
    public void A_planted_secret_is_refused(string line) => Assert.Single(Found([new Fichier("src/Masp.Api/appsettings.json", [line])]));

    [Theory]
    [InlineData("""      - ConnectionStrings__Masp=Host=base;Username=masp_app;Password=${MASP_MOT_DE_PASSE}""")]
    [InlineData("""alter role {App} password '{appPassword.Replace("'", "''", StringComparison.Ordinal)}';""")]
    [InlineData("""motDePasse: string().required()""")]
    [InlineData("""<PasswordInput label="Mot de passe" />""")]
    [InlineData("Le mot de passe compte douze caractères.")]
    [InlineData("""["motDePasse"] = "Mot de passe",""")]
    public void What_takes_it_from_elsewhere_is_no_secret(string line) => Assert.Empty(Found([new Fichier("deploy/compose.yaml", [line])]));

    private static bool IsTest(string path) => path.StartsWith("tests/", StringComparison.Ordinal) || path.Contains(".test.ts", StringComparison.Ordinal) || path.StartsWith("client/src/testing/", StringComparison.Ordinal);

    private static IReadOnlyList<string> Found(IEnumerable<Fichier> files) =>
    [
        .. from file in files
           where !Declared.ContainsKey(file.Path) && !file.Path.EndsWith("package-lock.json", StringComparison.Ordinal) && file.Path != "client/src/api/schema.d.ts"
           from line in file.Lines.Index()
           where Secret().Matches(line.Item).Any(m => m.Groups["valeur"].Value is { } value && (value.Length == 0 || LooksSecret(value)))
           select $"{file.Path}:{line.Index + 1}",
    ];

    // A secret is one word that holds a figure; a label, a name of a variable and a placeholder are not.
    private static bool LooksSecret(string value) => value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter) && !value.Contains('{', StringComparison.Ordinal) && !value.Contains('$', StringComparison.Ordinal);

    [GeneratedRegex(
        @"-----BEGIN [A-Z ]*PRIVATE KEY-----|\b\w*(password|passwd|mot_?de_?passe|secret|cle_?api|api_?key|token|jeton)\w*[""']?\s*[:=]\s*[""']?(?<valeur>[^\s""';,(){}<>]{8,})",
        RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
