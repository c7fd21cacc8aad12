using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using Masp.Domain.Mesures.Rencontres;
using Masp.Domain.Territoires;
using Masp.Domain.Tests.Attributions;
using Masp.Domain.Tests.Mesures;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Echeances;

/// <summary>Each deadline of the table of art. 5 and of the rules, against days counted by hand on a calendar.</summary>
public sealed class PlanificateurTests
{
    private static readonly Reglements Regles = new([]);

    [Theory]
    [InlineData("2022-01-03", "2022-01-04")] // Monday to Tuesday
    [InlineData("2022-01-07", "2022-01-10")] // Friday, over the weekend
    [InlineData("2022-04-15", "2022-04-19")] // Friday before Easter Monday
    public void R12_an_order_is_deemed_received_on_the_first_working_day_after(string emis, string limite)
    {
        var calcul = Planificateur.Reception(BonsDEssai.Emis(Date(emis)), Regles);

        Assert.Equal(Date(limite), calcul.Terme.Limite);
    }

    [Theory]
    [InlineData(null, "2022-02-14")] // issued 3 Jan, deemed 4 Jan: 4 + 41 = Monday 14 Feb
    [InlineData("2022-01-03", "2022-02-14")] // 3 + 41 = Sunday 13 Feb
    [InlineData("2022-01-04", "2022-02-14")]
    [InlineData("2022-01-20", "2022-02-14")] // told after it was deemed: moves nothing
    public void R13_the_first_Rencontre_is_counted_from_the_reception_acknowledged_or_deemed(string? recu, string limite)
    {
        var bon = BonsDEssai.Emis();
        if (recu is not null)
            _ = bon.Acknowledge(Date(recu), Date(recu)).Value;

        Assert.Equal(Date(limite), Planificateur.PremiereRencontre(bon, Regles).Terme.Limite);
    }

    [Theory]
    [InlineData("2022-02-08", "2022-03-28")] // + 46 = Saturday 26 March
    [InlineData("2022-02-10", "2022-03-28")] // + 46 = Monday 28 March
    [InlineData("2022-02-11", "2022-03-29")]
    [InlineData("2022-03-03", "2022-04-19")] // + 46 = Easter Monday 18 April
    public void R17_the_projet_is_due_45_jours_francs_after_the_first_Rencontre(string rencontre, string limite) =>
        Assert.Equal(Date(limite), Planificateur.ProjetIntervention(Date(rencontre), Regles).Terme.Limite);

    [Theory]
    [InlineData("2022-01-10", "2022-04-09", 8, "2022-04-08")] // a Saturday: Friday in practice
    [InlineData("2022-04-10", "2022-05-09", 2, "2022-05-09")] // a Monday
    [InlineData("2022-04-19", "2022-05-18", 2, "2022-05-18")]
    public void R18_a_window_is_kept_until_its_last_day(string debut, string fin, int minimum, string limite)
    {
        var calcul = Planificateur.Rencontres(new CompteDeFenetre(Date(debut), Date(fin), minimum, 0, EtatFenetre.EnCours, string.Empty, string.Empty), Regles);

        Assert.Equal((debut, Date(fin), Date(limite)), (calcul.Occurrence, calcul.Terme.DateBrute, calcul.Terme.Limite));
    }

    [Theory]
    [InlineData(6, "")]
    [InlineData(11, "")]
    [InlineData(12, "1-M6 2022-07-11")] // 10 July is a Sunday
    [InlineData(15, "1-M6 2022-07-11")] // the last three months begin on the day of M12
    [InlineData(16, "1-M6 2022-07-11, 1-M12 2023-01-10")]
    [InlineData(18, "1-M6 2022-07-11, 1-M12 2023-01-10")]
    [InlineData(24, "1-M6 2022-07-11, 1-M12 2023-01-10, 1-M18 2023-07-10")]
    public void R19_a_bilan_every_six_months_and_none_in_the_last_three(int mois, string bilans) => Assert.Equal(
        bilans,
        string.Join(", ", Planificateur.BilansEtape(MesuresDEssai.Open(Date("2022-01-10"), mois).DernierContrat, Regles).Select(b => $"{b.Occurrence} {b.Terme.Limite:uuuu-MM-dd}")));

    [Theory]
    [InlineData("2022-01-10", 12, "2022-11-09", "2022-11-09")] // last day 9 Jan: both counts say 9 Nov
    [InlineData("2022-03-01", 6, "2022-06-30", "2022-06-30")] // last day 31 Aug: months 30 June, days 1 July
    [InlineData("2021-09-10", 6, "2022-01-07", "2022-01-07")] // last day 9 March: months 9 Jan, days 7 Jan
    [InlineData("2021-09-11", 6, "2022-01-08", "2022-01-07")] // days fall on a Saturday: never later, Friday in practice
    public void R20_the_earlier_of_two_months_and_sixty_jours_francs(string signature, int mois, string brute, string limite) =>
        Assert.Equal((Date(brute), Date(limite)), Both(Planificateur.BilanFinal(MesuresDEssai.Open(Date(signature), mois).DernierContrat, Regles)));

    [Theory]
    [InlineData("2022-03-31", "2022-03", "2022-04-15")] // Good Friday is worked in the Hérault
    [InlineData("2022-04-30", "2022-04", "2022-05-16")] // the 15th is a Sunday
    [InlineData("2022-07-31", "2022-07", "2022-08-16")] // the 15th is a holiday
    public void R31_a_statement_on_the_15th_of_the_next_month(string fin, string occurrence, string limite)
    {
        var calcul = Planificateur.Releve(Date(fin), Regles);

        Assert.Equal((occurrence, Date(limite)), (calcul.Occurrence, calcul.Terme.Limite));
    }

    [Theory]
    [InlineData("2023-01-09", "2023-01-25")] // + 16
    [InlineData("2023-01-12", "2023-01-30")] // + 16 = Saturday 28
    public void R33_the_operations_15_jours_francs_after_the_end(string fin, string limite) =>
        Assert.Equal(Date(limite), Planificateur.EtatDesOperations(Date(fin), Regles).Terme.Limite);

    [Theory]
    [InlineData("2023-01-02", "2023-04-03")] // + 91 = Monday 3 April
    [InlineData("2023-01-09", "2023-04-11")] // + 91 = Easter Monday 10 April
    public void R33_the_accounts_90_jours_francs_after_the_decision(string recue, string limite) =>
        Assert.Equal(Date(limite), Planificateur.ComptesDeGestion(Date(recue), Regles).Terme.Limite);

    [Theory]
    [InlineData("2022-02-01", "2022-T1", "2022-04-15")]
    [InlineData("2022-09-30", "2022-T3", "2022-10-17")] // the 15th is a Saturday
    public void R47_the_quarter_is_told_on_the_15th(string jour, string occurrence, string limite)
    {
        var calcul = Planificateur.RapportTrimestriel(Trimestre.Of(Date(jour)), Regles);

        Assert.Equal((occurrence, Date(limite)), (calcul.Occurrence, calcul.Terme.Limite));
    }

    [Theory]
    [InlineData(2021, "2022-04-29", "2022-02-28", "2022-03-31")] // 30 April is a Saturday
    [InlineData(2022, "2023-04-28", "2023-02-28", "2023-03-31")] // a Sunday
    [InlineData(2023, "2024-04-30", "2024-02-28", "2024-03-29")] // 31 March 2024 is Easter Sunday
    public void R48_end_of_April_with_an_earlier_target_and_end_of_March_for_the_State(int annee, string limite, string cible, string etat)
    {
        var calcul = Planificateur.StatistiquesAnnuelles(annee, Regles);

        Assert.Equal((Date(limite), Date(cible)), (calcul.Terme.Limite, calcul.Cible!.Value));
        Assert.Equal(Date(etat), Planificateur.StatistiquesEtat(annee, Regles).Terme.Limite);
    }

    [Fact]
    public void R46_the_sentence_tells_the_event_the_clause_the_days_and_what_was_skipped() => Assert.Equal(
        """
        Événement : Première rencontre, mardi 8 févr. 2022.
        Délai de 45 jours francs après l'événement (R17, art. 4 et 5) : ni le jour de l'événement ni le dernier jour ne comptent ; le terme est le 46e jour suivant, samedi 26 mars 2022.
        Le samedi 26 mars 2022 tombe en fin de semaine : report au lendemain.
        Le dimanche 27 mars 2022 tombe en fin de semaine : report au lendemain.
        Échéance : lundi 28 mars 2022.
        """,
        Planificateur.ProjetIntervention(Date("2022-02-08"), Regles).Terme.Explication);

    [Theory]
    [InlineData("2022-02-28", "2022-04-15", 1)] // 45 jours francs: + 46, a Friday
    [InlineData("2022-03-01", "2022-04-01", 2)] // 30 jours francs: + 31, a Friday
    public void R60_another_rule_set_touches_only_later_events(string rencontre, string limite, int reglement)
    {
        var regles = new Reglements(
        [
            new Reglement(BonsDEssai.Id(1), "34", Date("2022-01-01"), "Premier", new Parametres()),
            new Reglement(BonsDEssai.Id(2), "34", Date("2022-03-01"), "Second", new Parametres { DelaiProjet = 30 }),
        ]);

        var calcul = Planificateur.ProjetIntervention(Date(rencontre), regles);

        Assert.Equal((Date(limite), BonsDEssai.Id(reglement)), (calcul.Terme.Limite, calcul.ReglementId!.Value));
    }

    private static (LocalDate Brute, LocalDate Limite) Both(Calcul calcul) => (calcul.Terme.DateBrute, calcul.Terme.Limite);

    private static LocalDate Date(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
