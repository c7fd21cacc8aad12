using Masp.Domain.Echeances;
using Masp.Domain.Tests.Vecteurs;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Echeances;

public sealed class JoursFeriesTests
{
    public static TheoryData<int> Annees() => [.. Enumerable.Range(1889, 224)];

    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1913-03-23")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2008-03-23")]
    [InlineData("2022-04-17")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    public void Paques_tombe_a_sa_date_connue(string date)
    {
        var attendue = Vecteur.Date(date);
        Assert.Equal(attendue, JoursFeries.Paques(attendue.Year));
    }

    [Fact]
    public void Easter_is_refused_before_its_calendar_began()
    {
        Assert.Equal(new LocalDate(1583, 4, 10), JoursFeries.Paques(1583));
        Assert.Throws<ArgumentOutOfRangeException>(() => JoursFeries.Paques(1582));
    }

    [Theory]
    [MemberData(nameof(Annees))]
    public void The_holidays_of_a_year_are_those_of_an_independent_list(int annee)
    {
        foreach (var calendrier in Enum.GetValues<Calendrier>())
        {
            var trouves = Enumerable.Range(0, DateTime.IsLeapYear(annee) ? 366 : 365)
                .Select(jour => new LocalDate(annee, 1, 1).PlusDays(jour))
                .Where(jour => JoursFeries.Find(jour, calendrier) is not null)
                .Select(jour => jour.ToDateOnly());

            Assert.Equal(CalendrierIndependant.Holidays(annee, calendrier).Order(), trouves);
        }
    }

    [Theory]
    [InlineData("2022-01-01", "Jour de l'an")]
    [InlineData("2022-04-18", "Lundi de Pâques")]
    [InlineData("2022-05-01", "Fête du Travail")]
    [InlineData("2022-05-08", "Victoire de 1945")]
    [InlineData("2022-05-26", "Ascension")]
    [InlineData("2022-06-06", "Lundi de Pentecôte")]
    [InlineData("2022-07-14", "Fête nationale")]
    [InlineData("2022-08-15", "Assomption")]
    [InlineData("2022-11-01", "Toussaint")]
    [InlineData("2022-11-11", "Armistice de 1918")]
    [InlineData("2022-12-25", "Noël")]
    [InlineData("2022-04-15", null)]
    [InlineData("2022-12-26", null)]
    public void Un_jour_ferie_de_metropole_a_son_nom(string date, string? nom) =>
        Assert.Equal(nom, JoursFeries.Find(Vecteur.Date(date), Calendrier.Metropole));

    [Theory]
    [InlineData("2022-04-15", "Vendredi saint")]
    [InlineData("2022-12-26", "deuxième jour de Noël")]
    [InlineData("2022-07-14", "Fête nationale")]
    [InlineData("2022-12-27", null)]
    public void L_Alsace_Moselle_a_deux_jours_de_plus(string date, string? nom) =>
        Assert.Equal(nom, JoursFeries.Find(Vecteur.Date(date), Calendrier.AlsaceMoselle));

    [Fact]
    public void Une_Ascension_le_1er_mai_porte_le_nom_du_jour_fixe() =>
        Assert.Equal("Fête du Travail", JoursFeries.Find(new LocalDate(2008, 5, 1), Calendrier.Metropole));
}
