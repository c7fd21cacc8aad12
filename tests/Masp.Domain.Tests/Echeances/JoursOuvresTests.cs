using FsCheck.Xunit;
using Masp.Domain.Echeances;
using Masp.Domain.Tests.Vecteurs;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Echeances;

[Properties(Arbitrary = [typeof(Generateurs)], QuietOnSuccess = true)]
public sealed class JoursOuvresTests
{
    [Theory]
    [InlineData("2022-05-05", 1, "2022-05-06")]
    [InlineData("2022-05-06", 1, "2022-05-09")]
    [InlineData("2022-05-07", 1, "2022-05-09")]
    [InlineData("2022-05-25", 1, "2022-05-27")]
    [InlineData("2022-12-30", 2, "2023-01-03")]
    [InlineData("2022-05-06", 0, "2022-05-06")]
    [InlineData("2022-05-07", 0, "2022-05-09")]
    public void Une_commande_est_reputee_recue_le_nieme_jour_ouvre_suivant(string date, int nombre, string attendue) =>
        Assert.Equal(Vecteur.Date(attendue), JoursOuvres.AddWorkingDays(Vecteur.Date(date), nombre, Calendrier.Metropole));

    [Fact]
    public void A_number_of_working_days_out_of_bounds_is_a_mistake_of_the_caller()
    {
        var date = new LocalDate(2022, 1, 3);

        Assert.Throws<ArgumentOutOfRangeException>(() => JoursOuvres.AddWorkingDays(date, -1, Calendrier.Metropole));
        Assert.Throws<ArgumentOutOfRangeException>(() => JoursOuvres.AddWorkingDays(date, JoursFrancs.JoursMax + 1, Calendrier.Metropole));
        Assert.True(JoursOuvres.AddWorkingDays(date, JoursFrancs.JoursMax, Calendrier.Metropole) > date);
    }

    [Property]
    public void Next_and_previous_enclose_the_date_with_no_working_day_between(LocalDate date, Calendrier calendrier)
    {
        var suivant = JoursOuvres.NextWorkingDay(date, calendrier);
        var precedent = JoursOuvres.PreviousWorkingDay(date, calendrier);

        Assert.True(precedent <= date && date <= suivant);
        Assert.True(JoursOuvres.IsWorkingDay(precedent, calendrier) && JoursOuvres.IsWorkingDay(suivant, calendrier));
        for (var jour = precedent.PlusDays(1); jour < suivant; jour = jour.PlusDays(1))
            Assert.False(CalendrierIndependant.IsWorkingDay(jour.ToDateOnly(), calendrier));
    }

    [Property]
    public void N_working_days_later_there_were_n_working_days(LocalDate date, Calendrier calendrier, byte nombre)
    {
        var arrivee = JoursOuvres.AddWorkingDays(date, nombre + 1, calendrier);

        var comptes = Enumerable.Range(1, Period.DaysBetween(date, arrivee)).Count(i => CalendrierIndependant.IsWorkingDay(date.PlusDays(i).ToDateOnly(), calendrier));
        Assert.Equal(nombre + 1, comptes);
    }
}
