using Masp.Domain.Commun;
using Masp.Domain.Mesures.Rencontres;
using Masp.Domain.Tests.Attributions;
using Masp.Domain.Tests.Titulaires;
using Xunit;
using static Masp.Domain.Tests.Mesures.Rencontres.VieDEssai;

namespace Masp.Domain.Tests.Mesures.Rencontres;

/// <summary>What refuses a Rencontre, on both sides of each bound (R18, R24, R61).</summary>
public sealed class RencontreTests
{
    [Theory]
    [InlineData("2022-01-09", "rencontre.avant-mesure")]
    [InlineData("2022-01-10", null)]
    [InlineData("2023-01-09", null)]
    [InlineData("2023-01-10", "rencontre.apres-mesure")]
    public void A_rencontre_lies_between_the_signature_and_the_end(string jour, string? code) =>
        Assert.Equal(code, Record(Tenue(jour), "2023-06-01").Error?.Code);

    [Theory]
    [InlineData("2022-06-15", null)]
    [InlineData("2022-06-16", "rencontre.date-future")]
    public void One_that_was_held_is_not_dated_in_the_future(string jour, string? code) => Assert.Equal(code, Record(Tenue(jour)).Error?.Code);

    [Theory]
    [InlineData("2022-06-14", "rencontre.prevue-passee")]
    [InlineData("2022-06-15", null)]
    [InlineData("2022-06-16", null)]
    public void One_in_the_plan_is_of_today_or_later(string jour, string? code) =>
        Assert.Equal(code, Record(Tenue(jour) with { Etat = EtatRencontre.Prevue, DureeMinutes = null }).Error?.Code);

    [Theory]
    [InlineData("2022-03-31", null)]
    [InlineData("2022-04-01", "rencontre.mesure-suspendue")]
    [InlineData("2022-04-30", "rencontre.mesure-suspendue")]
    [InlineData("2022-05-01", null)]
    public void None_takes_place_inside_a_suspension(string jour, string? code) =>
        Assert.Equal(code, Record(Tenue(jour), vie: Vie(Periode.Of(Date("2022-04-01"), Date("2022-04-30")))).Error?.Code);

    [Theory]
    [InlineData(0, "rencontre.duree-invalide")]
    [InlineData(1, null)]
    [InlineData(600, null)]
    [InlineData(601, "rencontre.duree-invalide")]
    [InlineData(30_000, "rencontre.duree-invalide")]
    [InlineData(null, "rencontre.duree-invalide")]
    public void It_lasts_from_one_minute_to_ten_hours(int? minutes, string? code) =>
        Assert.Equal(code, Record(Tenue("2022-06-15") with { DureeMinutes = minutes }).Error?.Code);

    [Theory]
    [InlineData(EtatRencontre.Manquee, null, null, null, "rencontre.cause-obligatoire")]
    [InlineData(EtatRencontre.Manquee, CauseRencontreManquee.PersonneAbsente, null, null, null)]
    [InlineData(EtatRencontre.Manquee, CauseRencontreManquee.PersonneAbsente, 60, null, "rencontre.duree-sans-objet")]
    [InlineData(EtatRencontre.Manquee, CauseRencontreManquee.Autre, null, " ", "rencontre.note-obligatoire")]
    [InlineData(EtatRencontre.Manquee, CauseRencontreManquee.Autre, null, "Route coupée.", null)]
    [InlineData(EtatRencontre.Tenue, CauseRencontreManquee.PersonneAbsente, 60, null, "rencontre.cause-sans-objet")]
    [InlineData(EtatRencontre.Annulee, null, 60, null, "rencontre.etat-invalide")]
    public void A_missed_one_has_a_cause_and_no_other_has(EtatRencontre etat, CauseRencontreManquee? cause, int? minutes, string? note, string? code) =>
        Assert.Equal(code, Record(Tenue("2022-06-15") with { Etat = etat, Cause = cause, DureeMinutes = minutes, Note = note }).Error?.Code);

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(600, 999, null)]
    [InlineData(601, 0, "rencontre.trajet-invalide")]
    [InlineData(0, 1000, "rencontre.trajet-invalide")]
    [InlineData(-1, 0, "rencontre.trajet-invalide")]
    public void A_journey_stays_within_a_day_and_the_departement(int minutes, int km, string? code) =>
        Assert.Equal(code, Record(Tenue("2022-06-15") with { TrajetMinutes = minutes, TrajetKm = km }).Error?.Code);

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, "rencontre.intervenant-non-suivi")]
    [InlineData(3, null)]
    [InlineData(4, "intervenant.inconnu")]
    public void It_is_held_by_the_worker_in_charge_or_a_manager(int par, string? code) => Assert.Equal(code, Record(Tenue("2022-06-15", BonsDEssai.Id(par))).Error?.Code);

    [Theory]
    [InlineData("2022-06-05", "rencontre.intervenant-non-suivi")]
    [InlineData("2022-06-06", null)]
    [InlineData("2022-06-10", null)]
    [InlineData("2022-06-11", "rencontre.intervenant-non-suivi")]
    public void A_stand_in_holds_it_on_the_days_of_the_absence_only(string jour, string? code)
    {
        var equipe = Equipe();
        _ = equipe[Alix].Miss(BonsDEssai.Id(60), Periode.Of(Date("2022-06-06"), Date("2022-06-10")), equipe[Collegue], []).Value;

        Assert.Equal(code, Record(Tenue(jour, Collegue), equipe: equipe).Error?.Code);
    }

    [Theory]
    [InlineData("2022-05-09", "rencontre.autre-titulaire")]
    [InlineData("2022-05-10", null)]
    public void The_titulaire_is_the_one_of_that_day(string jour, string? code)
    {
        var suivant = BonsDEssai.Id(77);
        var vie = Vie() with
        {
            Tenues = [(Titulaire, Periode.Of(Signature, Date("2022-05-09"))), (suivant, Periode.Of(Date("2022-05-10")))],
            Suivis = [(Alix, Periode.Of(Signature, Date("2022-05-09"))), (BonsDEssai.Id(7), Periode.Of(Date("2022-05-10")))],
        };
        var equipe = new[] { EquipesDEssai.Worker(7, suivant) }.ToDictionary(i => i.Id);

        Assert.Equal(code, Record(Tenue(jour, BonsDEssai.Id(7)), vie: vie, equipe: equipe).Error?.Code);
    }

    [Fact]
    public void A_worker_who_left_holds_none_after()
    {
        var equipe = Equipe();
        _ = equipe[Alix].Leave(Date("2022-06-10"), []).Value;

        Assert.Null(Record(Tenue("2022-06-10"), equipe: equipe).Error);
        Assert.Equal("rencontre.intervenant-parti", Record(Tenue("2022-06-11"), equipe: equipe).Error?.Code);
    }

    [Fact]
    public void What_was_planned_is_held_or_missed_once()
    {
        var rencontre = Record(Tenue("2022-06-15") with { Etat = EtatRencontre.Prevue, DureeMinutes = null }).Value;

        Assert.Equal("rencontre.date-future", rencontre.Settle(Tenue("2022-06-16"), Vie(), Equipe(), Date("2022-06-15")).Error?.Code);
        Assert.Equal(EtatRencontre.Prevue, rencontre.Etat);
        Assert.True(rencontre.Settle(Tenue("2022-06-15"), Vie(), Equipe(), Date("2022-06-15")).IsSuccess);
        Assert.Equal((EtatRencontre.Tenue, 60, 0), (rencontre.Etat, rencontre.DureeMinutes, rencontre.Corrections.Count));
        Assert.Equal("rencontre.deja-constatee", rencontre.Settle(Tenue("2022-06-15"), Vie(), Equipe(), Date("2022-06-15")).Error?.Code);
    }

    [Fact]
    public void A_correction_keeps_what_was_told_before()
    {
        var rencontre = Record(Tenue("2022-06-15")).Value;
        var correction = new Correction(Date("2022-06-20"), Alix, "Autre lieu");

        Assert.Equal("rencontre.duree-invalide", rencontre.Correct(Tenue("2022-06-15") with { DureeMinutes = 0 }, correction, Vie(), Equipe()).Error?.Code);
        Assert.Empty(rencontre.Corrections);
        Assert.True(rencontre.Correct(Tenue("2022-06-14") with { Lieu = LieuRencontre.Locaux }, correction, Vie(), Equipe()).IsSuccess);
        Assert.True(rencontre.Cancel(correction with { Motif = "Saisie deux fois" }).IsSuccess);

        Assert.Equal(EtatRencontre.Annulee, rencontre.Etat);
        Assert.Equal([(1, "2022-06-15"), (2, "2022-06-14")], rencontre.Corrections.Select(c => (c.Rang, c.Avant.Date.ToString("uuuu-MM-dd", null))));
        Assert.Equal("rencontre.annulee", rencontre.Cancel(correction).Error?.Code);
        Assert.Equal("rencontre.annulee", rencontre.Correct(Tenue("2022-06-14"), correction, Vie(), Equipe()).Error?.Code);
        Assert.Equal("rencontre.annulee", rencontre.Settle(Tenue("2022-06-14"), Vie(), Equipe(), Date("2022-06-20")).Error?.Code);
    }
}
