using Masp.Api.Commun;

namespace Masp.Api.Tests.Journal;

/// <summary>What a spreadsheet makes of a cell.</summary>
public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+33", "'+33")]
    [InlineData("-2", "'-2")]
    [InlineData("@somme", "'@somme")]
    [InlineData(" =1", "' =1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("Le Goff", "Le Goff")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("dit \"x\"", "\"dit \"\"x\"\"\"")]
    [InlineData("deux\nlignes", "\"deux\nlignes\"")]
    public void A_text_is_never_run(string text, string cell) => Assert.Equal(cell, Csv.Cell(text));

    [Fact]
    public void A_number_stays_one_whatever_the_culture() => Assert.Equal("-2;1234;\r\n", Csv.Row([-2, 1234L, null]));
}
