using Masp.Domain.Echeances;
using Masp.Domain.Mesures.Rencontres;
using Masp.Domain.Territoires;
using Masp.Domain.Tests.Attributions;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Echeances;

/// <summary>One deadline: explained when late, moved by somebody, closed once (R46).</summary>
public sealed class EcheanceTests
{
    private static readonly MotifRetard Motif = new(CauseRetard.Titulaire, "Intervenant en arrêt.");
    private static readonly LocalDate Limite = new(2022, 3, 28);

    [Theory]
    [InlineData(0, "echeance.pas-en-retard")]
    [InlineData(1, null)]
    public void A_cause_is_taken_from_the_day_after_the_limit(int jours, string? code)
    {
        var projet = Projet();

        Assert.Equal(code, projet.Explain(Motif, EcheanciersDEssai.Agent, Limite.PlusDays(jours)).Error?.Code);
        Assert.Equal((code is null ? CauseRetard.Titulaire : (CauseRetard?)null, EtatEcheance.Ouverte), (projet.Cause, projet.Etat));
    }

    [Fact]
    public void A_cause_is_given_once()
    {
        var projet = Projet();
        _ = projet.Explain(Motif, EcheanciersDEssai.Agent, Limite.PlusDays(1)).Value;

        Assert.Equal("echeance.motif-deja-donne", projet.Explain(Motif, EcheanciersDEssai.Agent, Limite.PlusDays(2)).Error?.Code);
    }

    [Fact]
    public void A_window_that_is_over_is_closed_by_its_explanation_for_nothing_can_meet_it()
    {
        var fenetre = new CompteDeFenetre(new LocalDate(2022, 4, 10), new LocalDate(2022, 5, 9), 2, 0, EtatFenetre.NonAtteinte, string.Empty, string.Empty);
        var rencontres = New(Planificateur.Rencontres(fenetre, new Reglements([])));

        _ = rencontres.Explain(Motif, EcheanciersDEssai.Agent, new LocalDate(2022, 5, 10)).Value;

        Assert.Equal((EtatEcheance.NonTenue, new LocalDate(2022, 5, 10)), (rencontres.Etat, rencontres.CloseLe!.Value));
    }

    [Fact]
    public void A_limit_counted_backward_is_kept_until_its_own_day()
    {
        var statistiques = New(Planificateur.StatistiquesAnnuelles(2022, new Reglements([]))); // Friday 28 April in practice, Sunday 30 by contract
        Assert.False(statistiques.IsLate(new LocalDate(2023, 4, 30)));
        Assert.True(statistiques.IsLate(new LocalDate(2023, 5, 1)));

        _ = statistiques.Meet(new LocalDate(2023, 4, 30), null, EcheanciersDEssai.Agent, new LocalDate(2023, 5, 2)).Value;
        Assert.Equal(EtatEcheance.Tenue, statistiques.Etat);
        Assert.Equal("echeance.close", statistiques.Meet(new LocalDate(2023, 4, 30), null, EcheanciersDEssai.Agent, new LocalDate(2023, 5, 2)).Error?.Code);
    }

    [Theory]
    [InlineData("2022-03-20", "2022-04-04", null)] // a Monday
    [InlineData("2022-03-20", "2022-04-02", "decalage.jour-non-ouvre")] // a Saturday
    [InlineData("2022-03-20", "2022-04-18", "decalage.jour-non-ouvre")] // Easter Monday
    [InlineData("2022-04-05", "2022-04-04", "decalage.date-passee")]
    [InlineData("2022-04-04", "2022-04-04", null)]
    [InlineData("2022-03-20", "2022-03-28", "decalage.sans-effet")]
    public void It_moves_to_a_working_day_that_is_not_past(string aujourdhui, string limite, string? code)
    {
        var projet = Projet();

        var moved = projet.Move(Date(limite), "Hospitalisation", EcheanciersDEssai.Agent, Calendrier.Metropole, Date(aujourdhui));

        Assert.Equal(code, moved.Error?.Code);
        Assert.Equal(code is null ? Date(limite) : Limite, projet.Limite);
        Assert.Equal(code is null ? 1 : 0, projet.Decalages.Count);
        Assert.Equal(code is null, projet.Explication.EndsWith(": Hospitalisation", StringComparison.Ordinal));
    }

    private static Echeance Projet() => New(Planificateur.ProjetIntervention(new LocalDate(2022, 2, 8), new Reglements([])));

    private static Echeance New(Calcul calcul) => new(BonsDEssai.Id(1), "34", SujetEcheance.File(BonsDEssai.Id(2), "1"), calcul, new LocalDate(2022, 2, 8));

    private static LocalDate Date(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
