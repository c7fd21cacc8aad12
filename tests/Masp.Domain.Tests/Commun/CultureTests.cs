using System.Globalization;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using Masp.Domain.Facturation;
using Masp.Domain.Tests.Facturation;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Commun;

/// <summary>What is written does not depend on the machine: Turkish has another i, Arabic other digits and another calendar.</summary>
public sealed class CultureTests
{
    [Theory]
    [InlineData("fr-FR")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("en-US")]
    public void What_is_written_is_the_same_under_every_culture(string culture)
    {
        Assert.Equal(Under(CultureInfo.InvariantCulture), Under(CultureInfo.GetCultureInfo(culture)));
    }

    [Fact]
    public void Les_nombres_et_les_dates_s_ecrivent_a_la_francaise()
    {
        Assert.Equal("1\u202f215,42\u202f€", new Money(121542).ToString());
        Assert.Equal("-0,05\u202f€", new Money(-5).ToString());
        Assert.Equal("1er déc. 2022", Francais.Date(new LocalDate(2022, 12, 1)));
        Assert.Equal("lundi 12 déc. 2022", Francais.DateEtJour(new LocalDate(2022, 12, 12)));
        Assert.Equal(["0 jour", "1 jour", "2 jours", "-2 jours"], new[] { 0, 1, 2, -2 }.Select(n => Francais.Compte(n, "jour")));
    }

    private static string[] Under(CultureInfo culture)
    {
        var avant = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return Texts();
        }
        finally
        {
            CultureInfo.CurrentCulture = avant;
        }
    }

    private static string[] Texts()
    {
        var delais =
            from sens in Enum.GetValues<Sens>()
            from mode in Enum.GetValues<ModeDelai>()
            from phrase in JoursFrancs.Compute(new LocalDate(2022, 10, 20), 1234, sens, mode, Calendrier.AlsaceMoselle).Value.Explain()
            select phrase;
        var contrat = CasTarif.Contrat_simple(new(2022, 1, 10), new(2024, 1, 9)) with
        {
            FinReelle = new(2023, 12, 20),
            Suspensions = [Periode.Of(new(2022, 4, 24), new(2022, 5, 9))],
            DateGel = new LocalDate(2022, 12, 31),
        };
        var motifs =
            from mode in Enum.GetValues<ModeMoisMesure>()
            from mois in CalculTarif.Months(contrat, [CasTarif.Prix2021], mode, 15).Value
            select $"{mois.Motif} {mois.Trimestre} {mois.PrixUnitaire} {mois.Montant}";
        var refus = CalculTarif.Months(contrat with { Suspensions = [Periode.Of(contrat.Debut)] }, [], ModeMoisMesure.DateADate, 15).Errors.Select(e => e.Field + e.Message);
        return [.. delais, .. motifs, .. refus, new Money(-123456789).ToString(), Trimestre.Parse("2022-T1").Value.ToString()];
    }
}
