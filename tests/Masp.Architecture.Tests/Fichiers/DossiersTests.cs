using System.Text.RegularExpressions;

namespace Masp.Architecture.Tests.Fichiers;

public sealed partial class DossiersTests
{
    /// <summary>The rooms of the house: the same name in every layer, in the tests and in the client.</summary>
    private static readonly string[] Rooms =
    [
        "Acces", "AFaire", "Attributions", "Beneficiaires", "Consultations", "Demandes", "Echeances", "Facturation", "Indicateurs", "Journal", "LivreJournal", "Mesures", "Territoires", "Titulaires",
    ];

    /// <summary>Where each layer keeps its machinery.</summary>
    private static readonly Dictionary<string, string[]> Machinery = new()
    {
        ["src/Masp.Domain"] = ["Commun"],
        ["src/Masp.Application"] = ["Commun"],
        ["src/Masp.Infrastructure"] = ["Donnees", "Courriels", "Documents"],
        ["src/Masp.Api"] = ["Commun", "OpenApi"],
        ["client/src/features"] = [],
    };

    [Theory]
    [InlineData("src/Masp.Domain")]
    [InlineData("src/Masp.Application")]
    [InlineData("src/Masp.Infrastructure")]
    [InlineData("src/Masp.Api")]
    [InlineData("client/src/features")]
    public void Every_layer_has_the_same_rooms(string layer)
    {
        Assert.Empty(Strangers(layer, Depot.Code.Select(f => f.Path)));
        Assert.Contains(Depot.Code, f => f.Path.StartsWith(layer + "/Acces/", StringComparison.Ordinal) || f.Path.StartsWith(layer + "/Demandes/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_planted_room_of_another_name_is_refused() =>
        Assert.Equal(["Orders"], Strangers("src/Masp.Api", ["src/Masp.Api/Orders/Routes.cs", "src/Masp.Api/Demandes/Routes.cs", "src/Masp.Api/Program.cs"]));

    [Fact]
    public void A_namespace_is_its_folder() => Assert.Empty(Displaced(Depot.Code));

    [Fact]
    public void A_planted_file_in_another_folder_than_its_namespace_is_refused() => Assert.Equal(
        ["src/Masp.Domain/Demandes/Avis.cs: Masp.Domain.Mesures"],
        Displaced([
            new Fichier("src/Masp.Domain/Demandes/Avis.cs", ["namespace Masp.Domain.Mesures;"]),
            new Fichier("src/Masp.Domain/Demandes/Demande.cs", ["using System;", "namespace Masp.Domain.Demandes;"]),
        ]));

    private static IReadOnlyList<string> Strangers(string layer, IEnumerable<string> paths) =>
    [
        .. paths.Where(p => p.StartsWith(layer + "/", StringComparison.Ordinal)).Select(p => p[(layer.Length + 1)..].Split('/'))
            .Where(parts => parts.Length > 1).Select(parts => parts[0]).Distinct()
            .Where(folder => !Rooms.Contains(folder) && !Machinery[layer].Contains(folder)),
    ];

    private static IReadOnlyList<string> Displaced(IEnumerable<Fichier> files) =>
    [
        .. from file in files
           where file.Path.StartsWith("src/", StringComparison.Ordinal) && file.Extension == ".cs" && !file.IsGenerated
           from line in file.Lines
           let declared = Declaration().Match(line)
           where declared.Success && declared.Groups[1].Value != file.Path[4..file.Path.LastIndexOf('/')].Replace('/', '.')
           select $"{file.Path}: {declared.Groups[1].Value}",
    ];

    [GeneratedRegex(@"^namespace ([\w.]+);$")]
    private static partial Regex Declaration();
}
