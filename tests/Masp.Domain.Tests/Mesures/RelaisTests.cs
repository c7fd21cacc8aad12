using FsCheck.Xunit;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Domain.Tests.Attributions;
using Masp.Domain.Tests.Titulaires;
using Masp.Domain.Titulaires;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Masp.Domain.Tests.Mesures;

/// <summary>R24: a measure passes to another Titulaire on a boundary of its own months.</summary>
public sealed class RelaisTests
{
    private static readonly LocalDate Signature = new(2022, 1, 10);
    private static readonly LocalDate Aujourdhui = new(2022, 5, 2);

    [Theory]
    [InlineData("2022-05-10", "2022-05-10")]
    [InlineData("2022-05-11", "2022-06-10")]
    [InlineData("2022-12-10", "2022-12-10")]
    public void It_passes_on_its_first_month_that_begins_on_or_after_the_date(string demandee, string date)
    {
        var mesure = MesuresDEssai.Open(Signature);

        Assert.Equal(Date(date), HandOver(mesure, demandee).Value);
        Assert.Equal((EquipesDEssai.Titulaire, Repreneur.Id), (mesure.TitulaireOn(Date(date).PlusDays(-1)), mesure.TitulaireOn(Date(date))));
        Assert.Equal((Date(date), (Guid?)EquipesDEssai.Titulaire), (mesure.TitulaireDepuis, mesure.TitulairePrecedentId));
    }

    [Theory]
    [InlineData(ModeMoisMesure.DateADate, "2022-06-10")]
    [InlineData(ModeMoisMesure.ToutMoisCommence, "2022-06-10")]
    [InlineData(ModeMoisMesure.ProrataCalendaire, "2022-06-01")]
    [InlineData(ModeMoisMesure.EntreeDueSortieNon, "2022-06-01")]
    public void The_boundary_is_one_of_the_months_that_are_paid(ModeMoisMesure mode, string date) =>
        Assert.Equal(Date(date), MesuresDEssai.Open(Signature).HandOver(Repreneur, Date("2022-05-15"), _ => mode, Aujourdhui).Value);

    [Theory]
    [InlineData("2022-05-01", "relais.date-passee")]
    [InlineData("2022-05-02", null)]
    [InlineData("2022-12-11", "relais.apres-terme")]
    public void It_is_planned_between_today_and_the_last_month(string demandee, string? code) =>
        Assert.Equal(code, HandOver(MesuresDEssai.Open(Signature), demandee).Error?.Code);

    [Fact]
    public void The_next_titulaire_has_a_convention_on_the_lot_that_day()
    {
        var late = Titulaire(78, "2022-06-11");
        var elsewhere = Titulaire(79, "2022-01-01", lot: "2");

        Assert.Equal("relais.sans-convention", MesuresDEssai.Open(Signature).HandOver(late, Date("2022-05-15"), DateADate, Aujourdhui).Error?.Code);
        Assert.Equal("relais.sans-convention", MesuresDEssai.Open(Signature).HandOver(elsewhere, Date("2022-05-15"), DateADate, Aujourdhui).Error?.Code);
        Assert.True(MesuresDEssai.Open(Signature).HandOver(Titulaire(78, "2022-06-10"), Date("2022-05-15"), DateADate, Aujourdhui).IsSuccess);
    }

    [Fact]
    public void It_passes_once_at_a_time_and_to_somebody_else()
    {
        var mesure = MesuresDEssai.Open(Signature);
        _ = HandOver(mesure, "2022-06-10").Value;

        Assert.Equal("relais.deja-prevu", HandOver(mesure, "2022-07-10").Error?.Code);
        Assert.Equal("relais.meme-titulaire", mesure.HandOver(Repreneur, Date("2022-07-10"), DateADate, Date("2022-06-10")).Error?.Code);
        Assert.Equal("mesure.terminee", HandOver(Closed(), "2022-06-10").Error?.Code);
    }

    [Fact]
    public void The_worker_stops_with_the_titulaire_and_the_next_one_begins_with_the_other()
    {
        var mesure = MesuresDEssai.Open(Signature);
        _ = mesure.Assign(EquipesDEssai.Worker(1), Signature).Value;
        var date = HandOver(mesure, "2022-06-01").Value;
        _ = mesure.Assign(EquipesDEssai.Worker(2, Repreneur.Id), date).Value;

        Assert.Equal((BonsDEssai.Id(1), BonsDEssai.Id(2)), (mesure.IntervenantOn(date.PlusDays(-1)), mesure.IntervenantOn(date)));
        Assert.Equal(date.PlusDays(-1), mesure.Tenues.MinBy(t => t.Debut)!.Fin);
        Assert.Equal("suivi.autre-titulaire", mesure.Assign(EquipesDEssai.Worker(3), date).Error?.Code);
    }

    [Fact]
    public void A_renewal_already_recorded_passes_too()
    {
        var mesure = MesuresDEssai.Open(Signature);
        _ = mesure.Renew(mesure.Next(12) with { TitulaireId = EquipesDEssai.Titulaire }, ChaineDeContrats.Vide, MesuresDEssai.Regles).Value;
        _ = HandOver(mesure, "2022-06-10").Value;

        Assert.Equal([EquipesDEssai.Titulaire, Repreneur.Id, Repreneur.Id], mesure.Tenues.OrderBy(t => t.Debut).Select(t => t.TitulaireId));
        Assert.Equal(Repreneur.Id, mesure.DernierContrat.TitulaireId);
        Assert.Equal(EquipesDEssai.Titulaire, mesure.Contrats[0].TitulaireId);
    }

    [Fact]
    public void An_end_before_the_day_leaves_it_where_it_is()
    {
        var mesure = MesuresDEssai.Open(Signature);
        _ = mesure.Assign(EquipesDEssai.Worker(1), Signature).Value;
        _ = HandOver(mesure, "2022-06-10").Value;
        _ = mesure.Close(Date("2022-06-09"), MotifFin.Deces, Date("2022-06-09")).Value;

        Assert.Equal((EquipesDEssai.Titulaire, (Guid?)BonsDEssai.Id(1), 1), (mesure.TitulaireId, mesure.IntervenantId, mesure.Tenues.Count));
    }

    [Fact]
    public void The_price_is_frozen_by_the_convention_of_the_day_it_ended_whoever_serves_after()
    {
        var gel = Date("2024-12-31");
        var (perdue, tenue) = (BonsDEssai.Id(1), BonsDEssai.Id(2));
        LocalDate? GelOf(Guid convention) => convention == perdue ? gel : null;

        Assert.Equal(gel, Tenue.Freeze([(perdue, Periode.Of(Date("2024-03-10"), Date("2025-01-09"))), (tenue, Periode.Of(Date("2025-01-10")))], GelOf));
        Assert.Equal(gel, Tenue.Freeze([(perdue, Periode.Of(Date("2024-03-10"), gel)), (tenue, Periode.Of(gel.PlusDays(1)))], GelOf));
        Assert.Equal(gel, Tenue.Freeze([(perdue, Periode.Of(gel.PlusDays(20)))], GelOf));
        Assert.Null(Tenue.Freeze([(perdue, Periode.Of(Date("2024-03-10"), gel.PlusDays(-1))), (tenue, Periode.Of(gel))], GelOf));
    }

    /// <summary>Whatever the date asked for: each mois-mesure has one Titulaire from its first to its last day.</summary>
    [Property(MaxTest = 400)]
    public void No_month_is_shared(byte jours, byte duree, byte premier)
    {
        var debut = new LocalDate(2022, 1, 1).PlusDays(premier);
        var mesure = MesuresDEssai.Open(debut, 6 + (duree % 19));
        var handed = mesure.HandOver(Repreneur, debut.PlusDays(jours * 3), DateADate, debut);
        if (!handed.IsSuccess)
        {
            Assert.Equal("relais.apres-terme", handed.Error.Code);
            return;
        }

        for (var mois = 0; mois < mesure.DernierContrat.DureeMois; mois++)
        {
            var (first, last) = (debut.PlusMonths(mois), debut.PlusMonths(mois + 1).PlusDays(-1));
            Assert.Equal(mesure.TitulaireOn(first), mesure.TitulaireOn(last));
        }
    }

    [Theory]
    [InlineData("2022-05-01", "relais.rencontre-date")]
    [InlineData("2022-05-02", null)]
    [InlineData("2022-05-20", null)]
    [InlineData("2022-05-21", "relais.rencontre-date")]
    public void A_meeting_lies_between_the_planning_and_today(string date, string? code) =>
        Assert.Equal(code, Planned(out var mesure).Meet([mesure], RencontreDeRelais.Equipes, Date(date), Date("2022-05-20")).Error?.Code);

    [Fact]
    public void The_teams_meet_first_then_the_person_each_once()
    {
        var relais = Planned(out var mesure);
        var jour = Date("2022-05-10");

        Assert.Equal("relais.rencontre-ordre", relais.Meet([mesure], RencontreDeRelais.Personne, jour, jour).Error?.Code);
        _ = relais.Meet([mesure], RencontreDeRelais.Equipes, jour, jour).Value;
        Assert.Equal("relais.rencontre-ordre", relais.Meet([mesure], RencontreDeRelais.Personne, jour.PlusDays(-1), jour).Error?.Code);
        Assert.Equal("relais.rencontre-deja-tenue", relais.Meet([mesure], RencontreDeRelais.Equipes, jour, jour).Error?.Code);
        Assert.Equal(RencontreDeRelais.Personne, relais.Mesures.Single().Reste);
        _ = relais.Meet([mesure], RencontreDeRelais.Personne, jour, jour).Value;
        Assert.Null(relais.Mesures.Single().Reste);
    }

    [Fact]
    public void A_meeting_of_several_measures_is_logged_for_all_or_for_none()
    {
        var relais = Planned(out var mesure);

        Assert.Equal("relais.mesure-absente", relais.Meet([mesure, BonsDEssai.Id(99)], RencontreDeRelais.Equipes, Aujourdhui, Aujourdhui).Error?.Code);
        Assert.Equal(RencontreDeRelais.Equipes, relais.Mesures.Single().Reste);
    }

    private static Titulaire Repreneur { get; } = Titulaire(77, "2022-01-01");

    private static Titulaire Titulaire(int n, string debut, string lot = "1")
    {
        var titulaire = new Titulaire(BonsDEssai.Id(n), "34", "Association reprise", "00000000000000", "1 rue", "FR00", "R");
        _ = titulaire.Open(BonsDEssai.Id(n + 100), lot, "C", Periode.Of(Date(debut)), 1).Value;
        return titulaire;
    }

    private static PassageDeRelais Planned(out Guid mesureId)
    {
        var mesure = MesuresDEssai.Open(Signature);
        mesureId = mesure.Id;
        var ligne = new MesureRelayee(mesure, HandOver(mesure, "2022-06-10").Value, null);
        return new PassageDeRelais(
            new RelaisPrevu(BonsDEssai.Id(500), "34", EtendueRelais.Mesure, EquipesDEssai.Titulaire, Repreneur.Id, "1", Date("2022-06-10"), Aujourdhui, "Essai"), [ligne]);
    }

    private static Mesure Closed()
    {
        var mesure = MesuresDEssai.Open(Signature);
        _ = mesure.Close(Date("2022-05-31"), MotifFin.Deces, Date("2022-05-31")).Value;
        return mesure;
    }

    private static ModeMoisMesure DateADate(LocalDate debut) => ModeMoisMesure.DateADate;

    private static Result<LocalDate> HandOver(Mesure mesure, string demandee) => mesure.HandOver(Repreneur, Date(demandee), DateADate, Aujourdhui);

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
