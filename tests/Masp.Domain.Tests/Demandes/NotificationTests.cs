using Masp.Domain.Demandes;
using Xunit;
using static Masp.Domain.Tests.Demandes.DossiersDEssai;

namespace Masp.Domain.Tests.Demandes;

/// <summary>R9: a Decision is notified to the person and to the service that asked, each on its own day.</summary>
public sealed class NotificationTests
{
    private static readonly Notification ALaPersonne = new(Destinataire.Personne, Seance, MoyenNotification.RemiseEnMainPropre);
    private static readonly Notification AuService = new(Destinataire.Service, Aujourdhui, MoyenNotification.Courriel);

    [Fact]
    public void The_person_and_the_service_are_each_told_with_a_day_of_their_own()
    {
        var demande = Acceptee();
        _ = demande.NotifyDecision(AuService, Aujourdhui).Value;

        Assert.Equal([AuService], demande.Decision!.Notifications);

        _ = demande.NotifyDecision(ALaPersonne, Aujourdhui).Value;

        Assert.Equal([ALaPersonne, AuService], demande.Decision.Notifications);
    }

    [Theory]
    [InlineData(-1, "notification.avant-decision")]
    [InlineData(0, null)]
    [InlineData(11, null)]
    [InlineData(12, "notification.date-future")]
    public void It_is_dated_from_the_day_of_the_decision_to_today(int jours, string? code) =>
        Assert.Equal(code, Acceptee().NotifyDecision(ALaPersonne with { Date = Seance.PlusDays(jours) }, Aujourdhui).Error?.Code);

    [Fact]
    public void Nobody_is_told_twice()
    {
        var demande = Acceptee();
        _ = demande.NotifyDecision(ALaPersonne, Aujourdhui).Value;

        Assert.Equal("notification.deja-faite", demande.NotifyDecision(ALaPersonne with { Date = Aujourdhui }, Aujourdhui).Error?.Code);
        Assert.Equal([ALaPersonne], demande.Decision!.Notifications);
    }

    [Fact]
    public void Nothing_is_told_before_it_is_decided() =>
        Assert.Equal("notification.decision-manquante", WithAvis().NotifyDecision(ALaPersonne, Aujourdhui).Error?.Code);
}
