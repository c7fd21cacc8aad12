using FsCheck.Xunit;
using Masp.Domain.Mesures;
using Masp.Domain.Tests.Attributions;
using Masp.Domain.Tests.Titulaires;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Masp.Domain.Tests.Mesures;

/// <summary>Who is in charge of a Mesure, day by day (R26, R61).</summary>
public sealed class SuiviTests
{
    private static readonly LocalDate Signature = new(2022, 1, 10);
    private static readonly LocalDate Terme = new(2023, 1, 9);

    [Theory]
    [InlineData("2022-01-09", "suivi.date-invalide")]
    [InlineData("2022-01-10", null)]
    [InlineData("2023-01-09", null)]
    [InlineData("2023-01-10", "suivi.date-invalide")]
    public void A_worker_takes_charge_between_the_signature_and_the_term(string debut, string? code) =>
        Assert.Equal(code, MesuresDEssai.Open(Signature).Assign(EquipesDEssai.Worker(1), Date(debut)).Error?.Code);

    [Fact]
    public void The_one_before_stops_the_day_before()
    {
        var mesure = MesuresDEssai.Open(Signature);
        _ = mesure.Assign(EquipesDEssai.Worker(1), Signature).Value;
        _ = mesure.Assign(EquipesDEssai.Worker(2), Date("2022-05-02")).Value;

        Assert.Equal((BonsDEssai.Id(1), BonsDEssai.Id(2)), (mesure.IntervenantOn(Date("2022-05-01")), mesure.IntervenantOn(Date("2022-05-02"))));
        Assert.Equal((BonsDEssai.Id(2), Date("2022-05-02")), (mesure.IntervenantId, mesure.IntervenantDepuis));
    }

    [Fact]
    public void Somebody_else_the_same_day_replaces_the_first_choice()
    {
        var mesure = MesuresDEssai.Open(Signature);
        _ = mesure.Assign(EquipesDEssai.Worker(1), Signature).Value;
        _ = mesure.Assign(EquipesDEssai.Worker(2), Signature).Value;

        Assert.Equal(BonsDEssai.Id(2), mesure.Suivis.Single().IntervenantId);
    }

    [Fact]
    public void The_worker_belongs_to_the_titulaire_and_is_there_that_day()
    {
        var mesure = MesuresDEssai.Open(Signature);
        var gone = EquipesDEssai.Worker(3);
        _ = gone.Leave(Date("2022-04-30"), []).Value;

        Assert.Equal("suivi.autre-titulaire", mesure.Assign(EquipesDEssai.Worker(1, BonsDEssai.Id(77)), Signature).Error?.Code);
        Assert.Equal("suivi.intervenant-parti", mesure.Assign(gone, Date("2022-05-01")).Error?.Code);
        Assert.True(mesure.Assign(gone, Date("2022-04-30")).IsSuccess);
        Assert.Equal("suivi.deja-en-charge", mesure.Assign(gone, Date("2022-04-30")).Error?.Code);
    }

    [Fact]
    public void An_ended_mesure_changes_hands_no_more_and_keeps_its_worker()
    {
        var mesure = MesuresDEssai.Open(Signature);
        _ = mesure.Assign(EquipesDEssai.Worker(1), Signature).Value;
        _ = mesure.Close(Date("2022-06-30"), MotifFin.Deces, Date("2022-07-04")).Value;

        Assert.Equal("mesure.terminee", mesure.Assign(EquipesDEssai.Worker(2), Date("2022-06-30")).Error?.Code);
        Assert.Equal(BonsDEssai.Id(1), mesure.IntervenantOn(Date("2022-09-01")));
    }

    [Fact]
    public void The_worker_named_on_the_order_is_in_charge_from_the_signature()
    {
        var bon = BonsDEssai.Emis(Signature);
        _ = bon.Assign(EquipesDEssai.Worker(1), Signature).Value;
        _ = bon.Sign(Signature, Signature, MesuresDEssai.Regles, Signature).Value;

        Assert.Equal(BonsDEssai.Id(1), Mesure.Open(BonsDEssai.Id(10), "34-2022-0001", bon, BonsDEssai.Id(11), ChaineDeContrats.Vide, MesuresDEssai.Regles, Signature).Value.IntervenantOn(Signature));
        Assert.Equal("bon-de-commande.deja-signe", bon.Assign(EquipesDEssai.Worker(2), Signature).Error?.Code);
    }

    [Fact]
    public void A_renewal_at_another_titulaire_ends_the_charge_with_the_term_and_opens_a_tenue()
    {
        var mesure = MesuresDEssai.Open(Signature);
        _ = mesure.Assign(EquipesDEssai.Worker(1), Signature).Value;
        var autre = BonsDEssai.Id(77);
        _ = mesure.Renew(mesure.Next(12) with { TitulaireId = autre }, ChaineDeContrats.Vide, MesuresDEssai.Regles).Value;

        Assert.Equal((EquipesDEssai.Titulaire, autre), (mesure.TitulaireOn(Terme), mesure.TitulaireOn(Terme.PlusDays(1))));
        Assert.Equal((BonsDEssai.Id(1), (Guid?)null), (mesure.IntervenantOn(Terme), mesure.IntervenantOn(Terme.PlusDays(1))));
        Assert.Equal((Terme.PlusDays(1), (Guid?)EquipesDEssai.Titulaire, (Guid?)null), (mesure.TitulaireDepuis, mesure.TitulairePrecedentId, mesure.IntervenantId));
    }

    [Fact]
    public void Before_the_other_titulaire_begins_the_first_one_still_changes_its_worker_to_its_own_last_day()
    {
        var mesure = MesuresDEssai.Open(Signature);
        _ = mesure.Assign(EquipesDEssai.Worker(1), Signature).Value;
        _ = mesure.Renew(mesure.Next(12) with { TitulaireId = BonsDEssai.Id(77) }, ChaineDeContrats.Vide, MesuresDEssai.Regles).Value;
        _ = mesure.Assign(EquipesDEssai.Worker(2), Date("2022-12-01")).Value;
        _ = mesure.Assign(EquipesDEssai.Worker(3, BonsDEssai.Id(77)), Terme.PlusDays(1)).Value;

        Assert.Equal([Date("2022-11-30"), Terme, (LocalDate?)null], mesure.Suivis.OrderBy(s => s.Debut).Select(s => s.Fin));
    }

    /// <summary>Whatever is tried, in whatever order: no day has two workers, and no day between two of them has none.</summary>
    [Property(MaxTest = 300)]
    public void No_day_has_two_workers_and_none_is_left_out_between_two(byte[] essais)
    {
        var mesure = MesuresDEssai.Open(Signature);
        for (var i = 0; i + 1 < essais.Length; i += 2)
            mesure.Assign(EquipesDEssai.Worker(1 + (essais[i] % 4)), Signature.PlusDays(essais[i + 1] - 10));

        var suivis = mesure.Suivis.OrderBy(s => s.Debut).ToList();
        Assert.All(suivis.Zip(suivis.Skip(1)), pair => Assert.Equal(pair.Second.Debut.PlusDays(-1), pair.First.Fin));
        Assert.True(suivis.Count == 0 || suivis[^1].Fin is null);
    }

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
