using Masp.Domain.Mesures;
using Masp.Testing.Postgres;
using NodaTime;

namespace Masp.Api.Tests.Demonstration;

/// <summary>The teams of the demonstration, and the relais of the Titulaire that was not kept (R24 to R26).</summary>
public sealed class EquipesSimuleesTests
{
    private static readonly LocalDate Jour = DemonstrationDeTest.Jour;

    [Fact]
    public void Nearly_every_running_measure_has_a_worker_of_the_titulaire_that_serves_it()
    {
        var jeu = JeuxDEssai.Reference;
        var workers = jeu.Intervenants.ToDictionary(i => i.Id);
        var running = jeu.Mesures.Where(m => m.Etat == EtatMesure.EnCours).ToList();
        var followed = running.Where(m => m.IntervenantOn(Jour) is not null).ToList();

        Assert.True(followed.Count >= running.Count * 97 / 100, $"{followed.Count} of {running.Count} are followed");
        Assert.All(followed, m => Assert.Equal(m.TitulaireOn(Jour), workers[m.IntervenantOn(Jour)!.Value].TitulaireId));
    }

    [Fact]
    public void Loads_are_around_34_measures_for_a_full_time_and_the_signed_in_worker_has_about_30()
    {
        var jeu = JeuxDEssai.Reference;
        var charge = jeu.Mesures.Where(m => m.Etat == EtatMesure.EnCours).ToLookup(m => m.IntervenantOn(Jour));
        var equipe = jeu.Intervenants.Where(i => !i.EstChef && i.Presence.Contains(Jour)).ToList();
        var alix = jeu.Intervenants.Single(i => i.UtilisateurId is not null && !i.EstChef);

        Assert.InRange(equipe.Sum(i => charge[i.Id].Count()) / equipe.Sum(i => i.EtpOn(Jour)), 20m, 36m);
        Assert.InRange(charge[alix.Id].Count(), 20, 34);
    }

    [Fact]
    public void Each_absence_has_its_stand_in_at_work_on_all_its_days()
    {
        var jeu = JeuxDEssai.Reference;
        var workers = jeu.Intervenants.ToDictionary(i => i.Id);
        var absences = jeu.Intervenants.SelectMany(i => i.Absences.Select(a => (Absent: i, Absence: a))).ToList();

        Assert.True(absences.Count > 50);
        Assert.All(absences, a => Assert.True(workers[a.Absence.RemplacantId].TitulaireId == a.Absent.TitulaireId && a.Absence.RemplacantId != a.Absent.Id));
    }

    [Fact]
    public void One_lot_passed_in_one_act_each_measure_on_a_month_of_its_own_and_a_few_persons_are_still_to_be_met()
    {
        var jeu = JeuxDEssai.Reference;
        var relais = Assert.Single(jeu.Relais);
        var mesures = jeu.Mesures.ToDictionary(m => m.Id);

        Assert.True(relais.Mesures.Count > 5, $"{relais.Mesures.Count} passed");
        Assert.Contains(relais.Mesures, m => m.Reste == RencontreDeRelais.Personne);
        Assert.All(relais.Mesures, ligne =>
        {
            var mesure = mesures[ligne.MesureId];
            var contrat = mesure.Contrats.Single(c => c.Debut <= ligne.Date && c.FinPrevue >= ligne.Date);
            Assert.Equal(ligne.Date, contrat.Debut.PlusMonths(Period.Between(contrat.Debut, ligne.Date, PeriodUnits.Months).Months));
        });
    }
}
