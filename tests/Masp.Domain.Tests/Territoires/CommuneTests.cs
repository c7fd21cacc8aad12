using Masp.Domain.Territoires;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Territoires;

/// <summary>R64: a commune's Lot and Zone over time.</summary>
public sealed class CommuneTests
{
    private static readonly LocalDate Debut = new(2022, 1, 1);

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, "1")]
    [InlineData(364, "1")]
    [InlineData(365, "2")]
    public void A_mapping_holds_from_its_first_day_until_the_next(int jours, string? lot)
    {
        var commune = NewCommune();
        commune.Assign(Debut.PlusDays(365), "2", Zone.Rurale, demonstration: false);
        commune.Assign(Debut, "1", Zone.Urbaine, demonstration: true);

        Assert.Equal(lot, commune.AffectationOn(Debut.PlusDays(jours))?.LotCode);
    }

    [Fact]
    public void A_mapping_of_the_same_day_is_replaced()
    {
        var commune = NewCommune();
        commune.Assign(Debut, "1", Zone.Urbaine, demonstration: true);
        commune.Assign(Debut, "3", Zone.Rurale, demonstration: false);

        var affectation = Assert.Single(commune.Affectations);
        Assert.Equal(("3", Zone.Rurale, false), (affectation.LotCode, affectation.Zone, affectation.Demonstration));
    }

    private static Commune NewCommune() => new("34", "34001", "Abeilhan", ["34290"], 1850);
}
