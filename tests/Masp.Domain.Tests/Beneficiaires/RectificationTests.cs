using Masp.Domain.Beneficiaires;
using Masp.Domain.Demandes;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Beneficiaires;

/// <summary>R63: what was recorded of the person is corrected, and the correction says what was and what is.</summary>
public sealed class RectificationTests
{
    private static readonly LocalDate Jour = new(2026, 3, 16);

    [Fact]
    public void What_is_not_told_stays()
    {
        var personne = Personne();

        var rectification = personne.Rectify(new IdentiteRectifiee(" Autre ", null, null, Civilite.Madame), Jour).Value;

        Assert.Equal(new Identite("Exemple", "Dominique", new LocalDate(1980, 5, 17), null), rectification.Avant);
        Assert.Equal(new Identite("Autre", "Dominique", new LocalDate(1980, 5, 17), Civilite.Madame), rectification.Apres);
        Assert.Equal(rectification.Apres, Identite.Of(personne));
        Assert.Equal("nom, civilité", rectification.Champs);
    }

    [Fact]
    public void A_rectification_that_changes_nothing_is_refused()
    {
        Assert.Equal("rectification.sans-changement", Personne().Rectify(new IdentiteRectifiee(null, null, null, null), Jour).Error?.Code);
        Assert.Equal("rectification.sans-changement", Personne().Rectify(new IdentiteRectifiee("Exemple", "Dominique", new LocalDate(1980, 5, 17), null), Jour).Error?.Code);
    }

    [Theory]
    [InlineData("2026-03-16", true)]
    [InlineData("2026-03-17", false)]
    [InlineData("1896-03-16", true)]
    [InlineData("1896-03-15", false)]
    public void A_birth_is_past_and_of_less_than_130_years(string naissance, bool admise)
    {
        var rectification = Personne().Rectify(new IdentiteRectifiee(null, null, NodaTime.Text.LocalDatePattern.Iso.Parse(naissance).Value, null), Jour);

        Assert.Equal(admise ? "" : "beneficiaire.date-naissance-invalide dateNaissance", rectification.Error is { } e ? $"{e.Code} {e.Field}" : "");
    }

    private static Beneficiaire Personne() => Beneficiaire.Create(Guid.Empty, "34", "Exemple", "Dominique", new LocalDate(1980, 5, 17), Jour).Value;
}
