using Masp.Domain.Acces;
using Xunit;

namespace Masp.Domain.Tests.Acces;

public sealed class MotDePasseTests
{
    [Theory]
    [InlineData("Cigales-9-pl")]
    [InlineData("Cigales9platan")]
    [InlineData("sept petites chèvres montent lentement vers la combe")]
    [InlineData("Été-chaud-à-Sète-7")]
    public void A_password_of_eighty_bits_is_admitted(string mot) => Assert.True(Check(mot).IsSuccess, Check(mot).Error?.Code);

    [Theory]
    [InlineData("Cigales-9-p")]
    [InlineData("Cigales9plata")]
    [InlineData("cigales-9-platanes")]
    [InlineData("CIGALES-9-PLATANES")]
    [InlineData("Cigales-platanes")]
    [InlineData("Aa1!Aa1!Aa1!")]
    [InlineData("six petites chèvres montent lentement là")]
    [InlineData("mot mot mot mot mot mot mot mot")]
    [InlineData("")]
    public void One_that_falls_short_of_it_is_refused(string mot) => Assert.Equal("mot-de-passe.trop-faible", Check(mot).Error?.Code);

    [Theory]
    [InlineData("Motdepasse123!")]
    [InlineData("M0tdep@sse-M0tdep@sse1")]
    [InlineData("Azertyuiop123!")]
    [InlineData("P@ssw0rd2026!!")]
    [InlineData("Bienvenue-2026")]
    [InlineData("Administrateur1!")]
    public void One_among_the_first_that_anybody_tries_is_refused(string mot) => Assert.Equal("mot-de-passe.courant", Check(mot).Error?.Code);

    [Theory]
    [InlineData("Dominique-9-platanes")]
    [InlineData("xXd0minique-9-platanes")]
    [InlineData("Exemple-9-platanes")]
    [InlineData("Conseillere-9-platanes")]
    public void One_that_says_whose_it_is_is_refused(string mot) => Assert.Equal("mot-de-passe.personnel", Check(mot).Error?.Code);

    [Fact]
    public void Its_length_is_bounded()
    {
        Assert.True(Check("Cigales-9-" + new string('z', 190)).IsSuccess);
        Assert.Equal("mot-de-passe.trop-long", Check("Cigales-9-" + new string('z', 191)).Error?.Code);
    }

    private static Masp.Domain.Commun.Result<Masp.Domain.Commun.Done> Check(string mot) => MotDePasse.Check(mot, "Dominique Exemple", "conseillere.34@herault.example");
}
