using Masp.Domain.Demandes;
using Masp.Domain.Tests.Attributions;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Demandes;

public sealed class BeneficiaireTests
{
    private static readonly LocalDate Aujourdhui = new(2022, 1, 31);

    [Theory]
    [InlineData(1, "beneficiaire.date-naissance-invalide")]
    [InlineData(0, null)]
    public void Nobody_is_born_in_the_future(int jours, string? code) => Assert.Equal(code, Create(Aujourdhui.PlusDays(jours)));

    [Theory]
    [InlineData(0, null)]
    [InlineData(-1, "beneficiaire.date-naissance-invalide")]
    public void Nobody_is_older_than_130(int jours, string? code) => Assert.Equal(code, Create(Aujourdhui.PlusYears(-130).PlusDays(jours)));

    [Fact]
    public void Prestations_of_the_decree_are_found_by_their_code_and_the_repealed_one_is_not()
    {
        Assert.Equal(28, Prestations.Toutes.Count);
        Assert.Equal((GroupePrestation.B, true), (Prestations.Find("D271-2-29")!.Groupe, Prestations.Find("D271-2-29")!.Affectee));
        Assert.Equal(new Prestation("D271-2-17", "Revenu de solidarité active (RSA)", GroupePrestation.A, false, null), Prestations.Find("D271-2-17"));
        Assert.Null(Prestations.Find("D271-2-16"));
    }

    private static string? Create(LocalDate naissance) => Beneficiaire.Create(BonsDEssai.Id(1), "34", " Valbrune ", "Zoé", naissance, Aujourdhui).Error?.Code;
}
