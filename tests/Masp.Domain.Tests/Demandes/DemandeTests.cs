using Masp.Domain.Demandes;
using NodaTime;
using Xunit;
using static Masp.Domain.Tests.Demandes.DossiersDEssai;

namespace Masp.Domain.Tests.Demandes;

/// <summary>R7, R8: filing, agenda, opinions, allocation.</summary>
public sealed class DemandeTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "demande.date-future")]
    public void A_demande_is_not_filed_in_the_future(int joursApresAujourdhui, string? code)
    {
        var depot = NewDepot() with { DeposeeLe = Aujourdhui.PlusDays(joursApresAujourdhui) };

        Assert.Equal(code, Demande.File(depot, serviceHabilite: true, Aujourdhui).Error?.Code);
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, null)]
    [InlineData(1, "demande.accord-apres-depot")]
    public void The_person_agrees_before_the_filing_or_on_its_day(int joursApresDepot, string? code)
    {
        var depot = NewDepot() with { AccordLe = JourDepot.PlusDays(joursApresDepot) };

        Assert.Equal(code, Demande.File(depot, serviceHabilite: true, Aujourdhui).Error?.Code);
    }

    [Fact]
    public void A_service_that_is_not_habilitated_cannot_file() =>
        Assert.Equal("demande.service-non-habilite", Demande.File(NewDepot(), serviceHabilite: false, Aujourdhui).Error?.Code);

    [Fact]
    public void A_prestation_named_twice_is_kept_once() =>
        Assert.Equal(["D271-2-17"], Demande.File(NewDepot() with { Prestations = ["D271-2-17", "D271-2-17"] }, serviceHabilite: true, Aujourdhui).Value.Prestations);

    [Fact]
    public void A_demande_is_on_one_agenda_at_a_time()
    {
        var demande = Deposee();
        var seance = Session();
        Assert.True(seance.Enrol(demande).IsSuccess);

        Assert.Equal("commission.point-en-double", seance.Enrol(demande).Error?.Code);
        Assert.Equal("demande.deja-inscrite", Session(21).Enrol(demande).Error?.Code);
        Assert.Single(seance.Points);
    }

    [Fact]
    public void A_demande_that_has_its_avis_is_not_enrolled_again() =>
        Assert.Equal("demande.hors-commission", Session(21).Enrol(WithAvis()).Error?.Code);

    [Fact]
    public void An_agenda_is_numbered_from_one()
    {
        var seance = Session();
        Assert.Equal(1, seance.Enrol(Deposee()).Value.Ordre);
        var autre = Demande.File(NewDepot() with { Id = Utilisateur }, serviceHabilite: true, Aujourdhui).Value;

        Assert.Equal(2, seance.Enrol(autre).Value.Ordre);
    }

    [Fact]
    public void An_adjourned_demande_comes_back_at_the_next_session()
    {
        var demande = WithAvis(SensAvis.Ajourne);
        Assert.Equal((EtatDemande.Ajournee, (Avis?)null), (demande.Etat, demande.AvisRendu));
        var suivante = Session(21, joursApres: 7);
        _ = suivante.Enrol(demande).Value;
        _ = suivante.RecordAvis(demande, SensAvis.Favorable, "Complété", Aujourdhui).Value;

        Assert.Equal(SensAvis.Favorable, demande.AvisRendu?.Sens);
        Assert.Equal(2, demande.Avis.Count);
    }

    [Theory]
    [InlineData(0, "commission.avant-ajournement")]
    [InlineData(1, null)]
    public void An_adjourned_demande_comes_back_after_its_adjournment(int joursApresSeance, string? code)
    {
        var demande = WithAvis(SensAvis.Ajourne);
        var seance = Session(21, joursApresSeance);

        Assert.Equal(code, seance.Enrol(demande).Error?.Code);
        Assert.Equal(code is null ? 1 : 0, seance.Points.Count);
    }

    [Theory]
    [InlineData(-1, "commission.avant-depot")]
    [InlineData(0, null)]
    public void A_session_holds_no_demande_filed_after_it(int joursApresDepot, string? code)
    {
        var demande = Deposee();
        var seance = Session(joursApres: Period.DaysBetween(Seance, JourDepot) + joursApresDepot);

        Assert.Equal(code, seance.Enrol(demande).Error?.Code);
        Assert.Equal(code is null ? EtatDemande.Inscrite : EtatDemande.Deposee, demande.Etat);
    }

    [Fact]
    public void A_session_gives_one_avis_on_what_is_on_its_agenda()
    {
        var demande = Deposee();
        var seance = Session();
        Assert.Equal("avis.hors-ordre-du-jour", seance.RecordAvis(demande, SensAvis.Favorable, "Motif", Aujourdhui).Error?.Code);
        _ = seance.Enrol(demande).Value;
        Assert.True(seance.RecordAvis(demande, SensAvis.Favorable, "Motif", Aujourdhui).IsSuccess);

        Assert.Equal("avis.deja-rendu", seance.RecordAvis(demande, SensAvis.Defavorable, "Motif", Aujourdhui).Error?.Code);
        Assert.Equal(SensAvis.Favorable, demande.AvisRendu?.Sens);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(-1, "avis.seance-future")]
    public void A_session_gives_no_avis_before_its_day(int joursApresSeance, string? code)
    {
        var demande = Deposee();
        var seance = Session();
        _ = seance.Enrol(demande).Value;

        Assert.Equal(code, seance.RecordAvis(demande, SensAvis.Favorable, "Motif", Seance.PlusDays(joursApresSeance)).Error?.Code);
    }

    [Fact]
    public void Only_a_favourable_decision_is_allocated_and_once()
    {
        Assert.Equal("attribution.decision-manquante", WithAvis().Allocate().Error?.Code);
        var refusee = WithAvis(SensAvis.Defavorable);
        _ = refusee.Decide(Defavorable).Value;
        Assert.Equal("attribution.decision-defavorable", refusee.Allocate().Error?.Code);
        var acceptee = Acceptee();
        Assert.True(acceptee.Allocate().IsSuccess);

        Assert.Equal("attribution.deja-faite", acceptee.Allocate().Error?.Code);
    }

    [Fact]
    public void A_cancelled_order_lets_the_demande_be_allocated_again()
    {
        var demande = Acceptee();
        _ = demande.Allocate().Value;
        demande.ReturnToTurn();

        Assert.True(demande.Allocate().IsSuccess);
    }

    [Fact]
    public void A_signed_or_abandoned_demande_is_not_allocated_again()
    {
        var signee = Acceptee();
        _ = signee.Allocate().Value;
        signee.MarkSigned();
        var abandonnee = Acceptee();
        _ = abandonnee.Allocate().Value;
        abandonnee.MarkAbandoned();

        Assert.Equal("attribution.deja-faite", signee.Allocate().Error?.Code);
        Assert.Equal("attribution.deja-faite", abandonnee.Allocate().Error?.Code);
    }
}
