using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Mesures;

/// <summary>R38: the Zone follows the commune of residence, and the mapping of that commune.</summary>
public sealed class ZonageTests
{
    private static readonly LocalDate Signature = new(2022, 1, 10);
    private static readonly Zonage Zones = new(new Dictionary<string, IReadOnlyList<(LocalDate, Zone)>>
    {
        ["34172"] = [(new LocalDate(2021, 1, 1), Zone.Urbaine)],
        ["34002"] = [(new LocalDate(2021, 1, 1), Zone.Rurale), (new LocalDate(2022, 9, 1), Zone.Urbaine)],
    });

    [Fact]
    public void A_move_brings_the_zone_of_the_new_commune_and_its_later_mappings()
    {
        var mesure = MesuresDEssai.Open(Signature);
        mesure.Move(new LocalDate(2022, 5, 2), "34002", new LocalDate(2022, 5, 2));

        var contrat = Price(mesure);

        Assert.Equal(Zone.Urbaine, contrat.Zone);
        Assert.Equal(
            [(new LocalDate(2022, 5, 2), Zone.Rurale), (new LocalDate(2022, 9, 1), Zone.Urbaine)], contrat.Changements.Select(c => (c.Date, c.Zone!.Value)));
    }

    [Fact]
    public void A_renewal_begins_with_the_zone_of_the_commune_of_that_day()
    {
        var mesure = MesuresDEssai.Open(Signature, 6);
        mesure.Move(new LocalDate(2022, 3, 1), "34002", new LocalDate(2022, 3, 1));
        _ = mesure.Renew(mesure.Next(6), ChaineDeContrats.Vide, MesuresDEssai.Regles).Value;

        Assert.Equal(Zone.Rurale, Price(mesure).Zone);
    }

    [Fact]
    public void Changes_of_another_contract_of_the_chain_are_left_out()
    {
        var mesure = MesuresDEssai.Open(Signature, 6);
        mesure.ChangeGestion(new LocalDate(2022, 3, 1), true, new LocalDate(2022, 3, 1));
        _ = mesure.Suspend(Guid.Empty, Periode.Of(new LocalDate(2022, 4, 1), new LocalDate(2022, 4, 30)), new LocalDate(2022, 4, 1)).Value;
        _ = mesure.Renew(mesure.Next(6), ChaineDeContrats.Vide, MesuresDEssai.Regles).Value;

        Assert.Empty(Price(mesure).Changements);
        Assert.Empty(Price(mesure).Suspensions);
    }

    [Theory]
    [InlineData("34002", "2020-01-01", Zone.Rurale)]
    [InlineData("34002", "2022-08-31", Zone.Rurale)]
    [InlineData("34002", "2022-09-01", Zone.Urbaine)]
    [InlineData("99999", "2022-09-01", Zone.Urbaine)]
    public void Before_the_first_mapping_the_first_one_holds_and_an_unknown_commune_is_urban(string commune, string jour, Zone zone) =>
        Assert.Equal(zone, Zones.ZoneOf(commune, NodaTime.Text.LocalDatePattern.Iso.Parse(jour).Value));

    private static ContratAFacturer Price(Mesure mesure) =>
        Zones.Price(mesure.DernierContrat, mesure.Suspensions, mesure.Changements, mesure.Residences, null);
}
