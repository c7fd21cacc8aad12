using Masp.Domain.Demandes;
using Masp.Domain.Tests.Attributions;
using Xunit;
using static Masp.Domain.Tests.Demandes.DossiersDEssai;

namespace Masp.Domain.Tests.Demandes;

/// <summary>R1, R3: whether the person of a Demande is somebody known is settled once, and before a favourable Decision.</summary>
public sealed class RapprochementTests
{
    private static readonly Guid Connu = BonsDEssai.Id(55);

    [Fact]
    public void The_demande_of_the_known_person_belongs_to_their_file()
    {
        var demande = ToMatch();
        _ = demande.Reconcile(Connu).Value;

        Assert.Equal((Rapprochement.MemePersonne, Connu), (demande.Rapprochement!.Value, demande.BeneficiaireId));
    }

    [Fact]
    public void The_demande_of_a_homonym_stays_theirs()
    {
        var demande = ToMatch();
        _ = demande.TellApart().Value;

        Assert.Equal((Rapprochement.Homonyme, NewDepot().BeneficiaireId), (demande.Rapprochement!.Value, demande.BeneficiaireId));
    }

    [Fact]
    public void It_is_settled_once_and_only_when_it_waits()
    {
        var settled = ToMatch();
        _ = settled.TellApart().Value;

        Assert.Equal("rapprochement.rien-a-trancher", settled.Reconcile(Connu).Error?.Code);
        Assert.Equal("rapprochement.rien-a-trancher", Deposee().TellApart().Error?.Code);
        Assert.Equal((NewDepot().BeneficiaireId, (Rapprochement?)null), (settled.BeneficiaireId, Deposee().Rapprochement));
    }

    [Fact]
    public void A_favourable_decision_waits_for_it_and_a_refusal_does_not()
    {
        Assert.Equal("decision.rapprochement-a-trancher", Advised(SensAvis.Favorable).Decide(Favorable).Error?.Code);
        Assert.True(Advised(SensAvis.Defavorable).Decide(Defavorable).IsSuccess);

        var settled = Advised(SensAvis.Favorable);
        _ = settled.TellApart().Value;
        Assert.True(settled.Decide(Favorable).IsSuccess);
    }

    private static Demande ToMatch() => Demande.File(NewDepot() with { ARapprocher = true }, serviceHabilite: true, Aujourdhui).Value;

    private static Demande Advised(SensAvis sens)
    {
        var demande = ToMatch();
        var commission = Session();
        _ = commission.Enrol(demande).Value;
        _ = commission.RecordAvis(demande, sens, "Motif", Aujourdhui).Value;
        return demande;
    }
}
