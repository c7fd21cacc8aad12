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
        _ = mesure.Move(new LocalDate(2022, 5, 2), "34002", new LocalDate(2022, 5, 2)).Value;

        var contrat = Price(mesure);

        Assert.Equal(Zone.Urbaine, contrat.Zone);
        Assert.Equal(
            [(new LocalDate(2022, 5, 2), Zone.Rurale), (new LocalDate(2022, 9, 1), Zone.Urbaine)], contrat.Changements.Select(c => (c.Date, c.Zone!.Value)));
    }

    [Fact]
    public void A_renewal_begins_with_the_zone_of_the_commune_of_that_day()
    {
        var mesure = MesuresDEssai.Open(Signature, 6);
        _ = mesure.Move(new LocalDate(2022, 3, 1), "34002", new LocalDate(2022, 3, 1)).Value;
        _ = mesure.Renew(mesure.Next(6), ChaineDeContrats.Vide, MesuresDEssai.Regles).Value;

        Assert.Equal(Zone.Rurale, Price(mesure).Zone);
    }

    [Fact]
    public void Changes_of_another_contract_of_the_chain_are_left_out()
    {
        var mesure = MesuresDEssai.Open(Signature, 6);
        _ = mesure.ChangeGestion(new LocalDate(2022, 3, 1), true, new LocalDate(2022, 3, 1)).Value;
        _ = mesure.Suspend(Guid.Empty, Periode.Of(new LocalDate(2022, 4, 1), new LocalDate(2022, 4, 30)), new LocalDate(2022, 4, 1)).Value;
        _ = mesure.Renew(mesure.Next(6), ChaineDeContrats.Vide, MesuresDEssai.Regles).Value;

        Assert.Empty(Price(mesure).Changements);
        Assert.Empty(Price(mesure).Suspensions);
    }

    [Theory]
    [InlineData("34002", "2020-12-31", null)]
    [InlineData("34002", "2021-01-01", Zone.Rurale)]
    [InlineData("34002", "2022-08-31", Zone.Rurale)]
    [InlineData("34002", "2022-09-01", Zone.Urbaine)]
    [InlineData("99999", "2022-09-01", null)]
    public void A_mapping_holds_from_its_first_day_and_no_zone_is_guessed(string commune, string jour, Zone? zone) =>
        Assert.Equal(zone, Zones.ZoneOf(commune, NodaTime.Text.LocalDatePattern.Iso.Parse(jour).Value));

    [Fact]
    public void A_contract_begun_in_a_commune_without_zone_has_no_price() =>
        Assert.Equal("commune.sans-zone", new Zonage(new Dictionary<string, IReadOnlyList<(LocalDate, Zone)>>()).Price(MesuresDEssai.Open(Signature).DernierContrat, [], [], MesuresDEssai.Open(Signature).Residences, null).Error?.Code);

    [Fact]
    public void A_move_to_a_commune_without_zone_is_not_billed_as_urban()
    {
        var mesure = MesuresDEssai.Open(Signature);
        _ = mesure.Move(new LocalDate(2022, 5, 2), "99999", new LocalDate(2022, 5, 2)).Value;

        Assert.Equal("commune.sans-zone", Zones.Price(mesure.DernierContrat, [], [], mesure.Residences, null).Error?.Code);
    }

    /// <summary>R21, R38: the first day of a mois-mesure says what it costs, the very first one too.</summary>
    [Theory]
    [InlineData(0, TypeMesure.AGU)]
    [InlineData(1, TypeMesure.SGU)]
    public void A_change_of_gestion_is_shown_and_billed_from_the_same_day(int joursApresSignature, TypeMesure premierMois)
    {
        var mesure = MesuresDEssai.Open(Signature);
        _ = mesure.ChangeGestion(Signature.PlusDays(joursApresSignature), true, Signature).Value;
        Prix[] prix = [new(Guid.Empty, "2021", new LocalDate(2021, 1, 1), new Money(1), new Money(1), new Money(1), new Money(1), new Money(1))];

        var mois = CalculTarif.Months(Price(mesure), prix, ModeMoisMesure.DateADate, 15).Value;

        Assert.Equal((true, premierMois, TypeMesure.AGU), (mesure.AvecGestion, mois[0].Type, mois[1].Type));
    }

    private static ContratAFacturer Price(Mesure mesure) =>
        Zones.Price(mesure.DernierContrat, mesure.Suspensions, mesure.Changements, mesure.Residences, null).Value;
}
