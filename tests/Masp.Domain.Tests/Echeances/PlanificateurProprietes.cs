using FsCheck.Xunit;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using Masp.Domain.Mesures.Rencontres;
using Masp.Domain.Territoires;
using Masp.Domain.Tests.Attributions;
using Masp.Domain.Tests.Mesures;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Echeances;

[Properties(MaxTest = 400, QuietOnSuccess = true)]
public sealed class PlanificateurProprietes
{
    [Property]
    public void No_deadline_of_any_kind_falls_on_a_day_off(ushort jour, byte mois, bool alsace)
    {
        var calendrier = alsace ? Calendrier.AlsaceMoselle : Calendrier.Metropole;

        Assert.All(All(Day(jour), 6 + (mois % 19), calendrier), c => Assert.True(CalendrierIndependant.IsWorkingDay(c.Terme.Limite.ToDateOnly(), calendrier), $"{c.Nature} {c.Terme.Limite}"));
    }

    [Property]
    public void A_later_event_never_has_an_earlier_deadline(ushort jour, byte mois)
    {
        var duree = 6 + (mois % 19);

        var earlier = All(Day(jour), duree, Calendrier.Metropole);
        var later = All(Day(jour).PlusDays(1), duree, Calendrier.Metropole);

        Assert.All(earlier.Zip(later), pair => Assert.True(pair.First.Terme.Limite <= pair.Second.Terme.Limite, $"{pair.First.Nature} {pair.First.Depart.Date}"));
    }

    [Property]
    public void The_sentence_begins_with_its_event_and_ends_with_its_limit(ushort jour)
    {
        Assert.All(All(Day(jour), 12, Calendrier.Metropole), c =>
        {
            Assert.StartsWith($"Événement : {c.Depart.Libelle}, {Francais.DateEtJour(c.Depart.Date)}.\n", c.Terme.Explication, StringComparison.Ordinal);
            Assert.EndsWith($"{Francais.DateEtJour(c.Terme.Limite)}{(c.Terme.Explication.EndsWith("reporté.", StringComparison.Ordinal) ? ", dernier jour ouvré avant le terme, qui n'est jamais reporté" : string.Empty)}.", c.Terme.Explication, StringComparison.Ordinal);
            Assert.Contains(Natures.Clause(c.Nature), c.Terme.Explication, StringComparison.Ordinal);
        });
    }

    private static LocalDate Day(ushort jour) => new LocalDate(2000, 1, 1).PlusDays(jour % 30000);

    private static List<Calcul> All(LocalDate jour, int duree, Calendrier calendrier)
    {
        var regles = new Reglements([new Reglement(BonsDEssai.Id(1), "34", new LocalDate(1990, 1, 1), "Essai", new Parametres { Calendrier = calendrier })]);
        var mesure = MesuresDEssai.Open(jour, duree);
        var contrat = mesure.DernierContrat;
        return
        [
            Planificateur.Reception(BonsDEssai.Emis(jour), regles),
            Planificateur.PremiereRencontre(BonsDEssai.Emis(jour), regles),
            Planificateur.ProjetIntervention(jour, regles),
            .. FrequenceDesRencontres.Count(VieDeMesure.Of(mesure), [], regles.On, contrat.FinPrevue).Where(f => f.Minimum > 0).Select(f => Planificateur.Rencontres(f, regles)),
            .. Planificateur.BilansEtape(contrat, regles),
            Planificateur.BilanFinal(contrat, regles),
            Planificateur.EtatDesOperations(jour, regles),
            Planificateur.ComptesDeGestion(jour, regles),
            Planificateur.Releve(new LocalDate(jour.Year, jour.Month, 1).PlusMonths(1).PlusDays(-1), regles),
            Planificateur.RapportTrimestriel(Trimestre.Of(jour), regles),
            Planificateur.StatistiquesAnnuelles(jour.Year, regles),
            Planificateur.StatistiquesEtat(jour.Year, regles),
        ];
    }
}
