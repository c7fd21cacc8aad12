using Masp.Domain.Commun;
using Masp.Domain.Tests.Attributions;
using Masp.Domain.Titulaires;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Masp.Domain.Tests.Titulaires;

/// <summary>R25 and R26: working time, supervision, absences each with a stand-in.</summary>
public sealed class IntervenantTests
{
    private static readonly Periode Absence = Periode.Of(new LocalDate(2022, 3, 7), new LocalDate(2022, 3, 18));

    [Theory]
    [InlineData(0, "intervenant.etp-invalide")]
    [InlineData(0.01, null)]
    [InlineData(0.8, null)]
    [InlineData(1, null)]
    [InlineData(1.01, "intervenant.etp-invalide")]
    [InlineData(0.333, "intervenant.etp-invalide")]
    [InlineData(-0.5, "intervenant.etp-invalide")]
    public void Working_time_is_more_than_nothing_and_at_most_a_full_time_in_hundredths(double etp, string? code) =>
        Assert.Equal(code, Intervenant.Enter(EquipesDEssai.Embauche(1) with { Etp = (decimal)etp }, EquipesDEssai.Chef()).Error?.Code);

    [Fact]
    public void A_worker_is_supervised_by_a_manager_of_the_same_titulaire()
    {
        Assert.Equal("intervenant.chef-obligatoire", Intervenant.Enter(EquipesDEssai.Embauche(1), null).Error?.Code);
        Assert.Equal("intervenant.chef-invalide", Intervenant.Enter(EquipesDEssai.Embauche(1), EquipesDEssai.Worker(2)).Error?.Code);
        Assert.Equal("intervenant.chef-invalide", Intervenant.Enter(EquipesDEssai.Embauche(1), EquipesDEssai.Chef(3, BonsDEssai.Id(77))).Error?.Code);
        Assert.Equal(EquipesDEssai.Chef().Id, EquipesDEssai.Worker(1).ChefId);
    }

    [Fact]
    public void Working_time_changes_on_a_day_and_the_day_before_keeps_the_old_one()
    {
        var worker = EquipesDEssai.Worker(1);
        _ = worker.ChangeEtp(new LocalDate(2022, 9, 1), 0.5m).Value;
        _ = worker.ChangeEtp(new LocalDate(2022, 4, 1), 0.8m).Value;

        Assert.Equal((1m, 0.8m, 0.8m, 0.5m), (worker.EtpOn(Date("2022-03-31")), worker.EtpOn(Date("2022-04-01")), worker.EtpOn(Date("2022-08-31")), worker.EtpOn(Date("2022-09-01"))));
        Assert.Equal(0m, worker.EtpOn(Date("2021-12-31")));
        Assert.Equal("intervenant.hors-presence", worker.ChangeEtp(Date("2021-12-31"), 0.5m).Error?.Code);
    }

    [Theory]
    [InlineData("2022-03-06", true)]
    [InlineData("2022-03-07", false)]
    [InlineData("2022-03-18", false)]
    [InlineData("2022-03-19", true)]
    public void Both_days_of_an_absence_are_days_away(string jour, bool present)
    {
        var worker = EquipesDEssai.Worker(1);
        _ = worker.Miss(BonsDEssai.Id(50), Absence, EquipesDEssai.Worker(2), []).Value;

        Assert.Equal(present, worker.IsPresent(Periode.Of(Date(jour), Date(jour))));
        Assert.Equal(!present, worker.AbsenceOn(Date(jour)) is not null);
    }

    [Theory]
    [InlineData("2022-03-01", "2022-03-06", null)]
    [InlineData("2022-03-01", "2022-03-07", "absence.chevauchement")]
    [InlineData("2022-03-18", "2022-03-20", "absence.chevauchement")]
    [InlineData("2022-03-19", "2022-03-20", null)]
    [InlineData("2021-12-31", "2022-01-02", "intervenant.hors-presence")]
    public void Two_absences_share_no_day(string debut, string fin, string? code)
    {
        var worker = EquipesDEssai.Worker(1);
        _ = worker.Miss(BonsDEssai.Id(50), Absence, EquipesDEssai.Worker(2), []).Value;

        Assert.Equal(code, worker.Miss(BonsDEssai.Id(51), Periode.Of(Date(debut), Date(fin)), EquipesDEssai.Worker(2), []).Error?.Code);
    }

    [Fact]
    public void The_stand_in_is_another_worker_of_the_team_at_work_on_all_those_days()
    {
        var worker = EquipesDEssai.Worker(1);
        var away = EquipesDEssai.Worker(2);
        _ = away.Miss(BonsDEssai.Id(50), Periode.Of(Absence.Fin!.Value, Absence.Fin.Value), EquipesDEssai.Worker(3), []).Value;
        var late = EquipesDEssai.Worker(4, entree: Absence.Debut.PlusDays(1));

        Assert.Equal("absence.remplacant-invalide", worker.Miss(BonsDEssai.Id(51), Absence, worker, []).Error?.Code);
        Assert.Equal("absence.remplacant-invalide", worker.Miss(BonsDEssai.Id(51), Absence, EquipesDEssai.Worker(5, BonsDEssai.Id(77)), []).Error?.Code);
        Assert.Equal("absence.remplacant-absent", worker.Miss(BonsDEssai.Id(51), Absence, away, []).Error?.Code);
        Assert.Equal("absence.remplacant-absent", worker.Miss(BonsDEssai.Id(51), Absence, late, []).Error?.Code);
        Assert.Equal("absence.sans-fin", worker.Miss(BonsDEssai.Id(51), Periode.Of(Absence.Debut), EquipesDEssai.Worker(3), []).Error?.Code);
        Assert.Empty(worker.Absences);
    }

    [Fact]
    public void Who_stands_in_for_somebody_is_not_away_on_those_days()
    {
        var worker = EquipesDEssai.Worker(1);

        Assert.Equal("absence.remplacement-en-cours", worker.Miss(BonsDEssai.Id(50), Absence, EquipesDEssai.Worker(2), [Periode.Of(Absence.Fin!.Value, Absence.Fin.Value)]).Error?.Code);
        Assert.True(worker.Miss(BonsDEssai.Id(50), Absence, EquipesDEssai.Worker(2), [Periode.Of(Absence.Fin.Value.PlusDays(1), Absence.Fin.Value.PlusDays(1))]).IsSuccess);
    }

    [Theory]
    [InlineData("2022-03-06", "absence.fin-invalide")]
    [InlineData("2022-03-07", null)]
    [InlineData("2022-03-17", null)]
    [InlineData("2022-03-18", "absence.fin-invalide")]
    public void Coming_back_earlier_shortens_the_absence(string fin, string? code)
    {
        var worker = EquipesDEssai.Worker(1);
        _ = worker.Miss(BonsDEssai.Id(50), Absence, EquipesDEssai.Worker(2), []).Value;

        Assert.Equal(code, worker.ComeBack(BonsDEssai.Id(50), Date(fin)).Error?.Code);
        Assert.Equal("absence.introuvable", worker.ComeBack(BonsDEssai.Id(51), Date("2022-03-10")).Error?.Code);
    }

    [Fact]
    public void Leaving_ends_working_time_and_absences_with_the_last_day()
    {
        var worker = EquipesDEssai.Worker(1);
        _ = worker.Miss(BonsDEssai.Id(50), Absence, EquipesDEssai.Worker(2), []).Value;
        _ = worker.ChangeEtp(Date("2022-06-01"), 0.5m).Value;
        _ = worker.Leave(Date("2022-03-10"), []).Value;

        Assert.Equal((1m, 0m), (worker.EtpOn(Date("2022-03-10")), worker.EtpOn(Date("2022-03-11"))));
        Assert.Equal(Date("2022-03-10"), worker.Absences.Single().Fin);
        Assert.Equal("intervenant.deja-sorti", worker.Leave(Date("2022-03-11"), []).Error?.Code);
    }

    [Fact]
    public void Nobody_leaves_before_the_entry_nor_while_standing_in()
    {
        Assert.Equal("intervenant.sortie-invalide", EquipesDEssai.Worker(1).Leave(EquipesDEssai.Entree.PlusDays(-1), []).Error?.Code);
        Assert.Equal("absence.remplacement-en-cours", EquipesDEssai.Worker(1).Leave(Absence.Debut, [Absence]).Error?.Code);
        Assert.True(EquipesDEssai.Worker(1).Leave(Absence.Fin!.Value, [Absence]).IsSuccess);
        Assert.True(EquipesDEssai.Worker(1).Leave(EquipesDEssai.Entree, []).IsSuccess);
    }

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
