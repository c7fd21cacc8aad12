using Masp.Local;
using NodaTime;

namespace Masp.Browser.Tests.Socle;

public sealed class LocalOptionsTests
{
    [Fact]
    public void Without_options_the_address_is_5080_and_the_data_lie_in_the_clone()
    {
        var (options, _) = LocalOptions.Parse([]);

        Assert.Equal((5080, false, false, null, false), (options!.Port, options.Reset, options.SansDemo, options.Date, options.National));
        Assert.EndsWith(".donnees", options.Donnees, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_option_is_understood_with_a_space_or_an_equals_sign()
    {
        var (options, _) = LocalOptions.Parse(["--port", "65535", "--date=2024-02-29", "--donnees", "/tmp/autre", "--reset", "--national"]);

        Assert.Equal(new LocalOptions(65535, true, false, new LocalDate(2024, 2, 29), "/tmp/autre", true), options);
    }

    [Theory]
    [InlineData("2022-03-01")]
    [InlineData("2099-12-31")]
    public void The_first_and_the_last_day_of_the_demonstration_are_taken(string date) => Assert.NotNull(LocalOptions.Parse(["--date", date]).Options);

    [Theory]
    [InlineData("--port", "0")]
    [InlineData("--port", "65536")]
    [InlineData("--port", "cinq")]
    [InlineData("--port")]
    [InlineData("--date", "2023-02-29")]
    [InlineData("--date", "29/02/2024")]
    [InlineData("--date", "2022-02-28")]
    [InlineData("--date", "2100-01-01")]
    [InlineData("--donnees")]
    [InlineData("--sans-demo", "--national")]
    [InlineData("--inconnue")]
    public void What_is_not_understood_is_refused_by_name(params string[] args)
    {
        var (options, refusal) = LocalOptions.Parse(args);

        Assert.Null(options);
        Assert.Contains(args[0], refusal, StringComparison.Ordinal);
    }
}
