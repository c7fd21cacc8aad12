namespace Masp.Architecture.Tests.Fichiers;

public sealed class FichiersTests
{
    [Fact]
    public void The_walk_finds_the_house()
    {
        var folders = Depot.Code.Select(f => f.Path.Split('/')[0]).Distinct().Order();

        Assert.Equal(["client", "deploy", "src", "tests"], folders);
        Assert.Contains(Depot.All, f => f.Path == "openapi.yaml");
    }

    [Fact]
    public void No_file_is_longer_than_300_lines() => Assert.Empty(ReglesDesFichiers.TooLong(Depot.Code));

    [Theory]
    [InlineData(300, 0)]
    [InlineData(301, 1)]
    public void A_planted_file_is_refused_from_301_lines_on(int lines, int refused) =>
        Assert.Equal(refused, ReglesDesFichiers.TooLong([Planted([.. Enumerable.Repeat("x", lines)])]).Count);

    [Fact]
    public void Nothing_is_left_unfinished() => Assert.Empty(ReglesDesFichiers.LeftUnfinished(Depot.All));

    [Fact]
    public void A_planted_reminder_is_refused() =>
        Assert.Single(ReglesDesFichiers.LeftUnfinished([Planted("// TO" + "DO: later", "// toutes les demandes", "const string Methodo = \"\";")]));

    [Fact]
    public void No_code_is_put_to_sleep_in_a_comment() => Assert.Empty(ReglesDesFichiers.CommentedOut(Depot.Code));

    [Theory]
    [InlineData("    // var total = lignes.Sum(l => l.Montant);")]
    [InlineData("// if (demande is null) {")]
    [InlineData("// }")]
    [InlineData("// <Facture facture={facture} />")]
    public void Planted_sleeping_code_is_refused(string line) => Assert.Single(ReglesDesFichiers.CommentedOut([Planted(line)]));

    [Fact]
    public void Planted_sleeping_SQL_is_refused() =>
        Assert.Single(ReglesDesFichiers.CommentedOut([new Fichier("src/Plante.sql", ["-- drop table masp.facture;", "-- A Decision is taken once (R9)."])]));

    [Theory]
    [InlineData("// The antiforgery token is bound to who is signed in: from here on, the new person.")]
    [InlineData("/// <c>return;</c> ends it;")]
    [InlineData("total += 1;")]
    public void A_sentence_is_no_sleeping_code(string line) => Assert.Empty(ReglesDesFichiers.CommentedOut([Planted(line)]));

    [Fact]
    public void No_file_names_where_packages_come_from() => Assert.Empty(ReglesDesFichiers.NamedPackageHosts(Depot.All));

    [Fact]
    public void A_planted_package_host_is_refused() =>
        Assert.Single(ReglesDesFichiers.NamedPackageHosts([Planted("\"resolved\": \"https://registry.np" + "mjs.org/x.tgz\"", "https://redocly.com/docs")]));

    [Fact]
    public void The_repository_speaks_of_the_product_only() => Assert.Empty(ReglesDesFichiers.ToldOfItsMaking(Depot.All));

    [Fact]
    public void A_planted_word_on_its_making_is_refused() =>
        Assert.Equal(2, ReglesDesFichiers.ToldOfItsMaking([Planted("Co-auth" + "ored-by: x", "see /wo" + "rk/notes", "assistant de service social", "the work/life balance")]).Count);

    private static Fichier Planted(params string[] lines) => new("src/Plante.cs", lines);
}
