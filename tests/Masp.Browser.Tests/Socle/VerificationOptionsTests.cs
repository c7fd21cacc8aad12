using Masp.Local.Verifications;

namespace Masp.Browser.Tests.Socle;

public sealed class VerificationOptionsTests
{
    private static readonly string Empreinte = new('a', 64);

    [Fact]
    public void Without_options_the_data_lie_in_the_clone_and_no_head_is_held_against_them()
    {
        var (options, _) = VerificationOptions.Parse([]);

        Assert.Equal((null, null), (options!.Tete, options.Toucher));
        Assert.EndsWith(".donnees", options.Donnees, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_option_is_understood()
    {
        var (options, _) = VerificationOptions.Parse(["--donnees", "/tmp/autre", "--tete", $"12:{Empreinte}", "--toucher", "3"]);

        Assert.Equal(("/tmp/autre", 12L, Empreinte, 3L), (options!.Donnees, options.Tete!.Numero, options.Tete.Empreinte, options.Toucher));
    }

    [Theory]
    [InlineData("--donnees")]
    [InlineData("--tete", "12")]
    [InlineData("--tete", "0:aa")]
    [InlineData("--toucher", "0")]
    [InlineData("--toucher", "un")]
    [InlineData("--inconnue")]
    public void What_is_not_understood_is_refused_by_name(params string[] args)
    {
        var (options, refusal) = VerificationOptions.Parse(args);

        Assert.Null(options);
        Assert.Contains(args[0], refusal, StringComparison.Ordinal);
    }
}
