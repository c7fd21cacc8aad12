using Masp.Domain.Attributions;
using Masp.Domain.Echeances;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Masp.Domain.Tests.Attributions;

/// <summary>From the order to the signed Contrat (R13 to R15), on both sides of each bound.</summary>
public sealed class PreparationTests
{
    private static readonly LocalDate Emis = new(2022, 1, 10);
    private static readonly ContenuDeContrat Contenu = ContenuDeContrat.Usuel with { Depenses = [DepenseReglee.Loyer] };

    [Theory]
    [InlineData("2022-01-19", "rendez-vous.date-passee")]
    [InlineData("2022-01-20", null)]
    public void An_appointment_is_taken_for_today_or_later(string jour, string? code) =>
        Assert.Equal(code, New(out var bon).Meet(BonsDEssai.Id(1), bon, Date(jour), null, "Domicile", Date("2022-01-20")).Error?.Code);

    [Fact]
    public void Another_appointment_takes_the_place_of_the_first()
    {
        var preparation = New(out var bon);
        _ = preparation.Meet(BonsDEssai.Id(1), bon, Date("2022-01-25"), null, "Domicile", Emis).Value;
        _ = preparation.Meet(BonsDEssai.Id(2), bon, Date("2022-01-27"), new LocalTime(14, 0), "Mairie", Emis).Value;

        Assert.Equal([EtatRendezVous.Annule, EtatRendezVous.Pris], preparation.RendezVous.Select(r => r.Etat));
        Assert.Equal(BonsDEssai.Id(2), preparation.Prochain?.Id);
    }

    [Theory]
    [InlineData("2022-01-24", true, null, null, "rendez-vous.a-venir")]
    [InlineData("2022-01-25", true, null, null, null)]
    [InlineData("2022-01-25", false, null, "Absent", "rendez-vous.cause-obligatoire")]
    [InlineData("2022-01-25", false, CauseRetard.Beneficiaire, " ", "rendez-vous.cause-obligatoire")]
    [InlineData("2022-01-25", false, CauseRetard.Beneficiaire, "Absent", null)]
    [InlineData("2022-01-25", true, CauseRetard.Beneficiaire, null, "rendez-vous.cause-sans-objet")]
    public void It_is_held_or_missed_from_its_day_on_and_a_missed_one_has_its_cause(string jour, bool tenu, CauseRetard? cause, string? commentaire, string? code)
    {
        var preparation = New(out var bon);
        _ = preparation.Meet(BonsDEssai.Id(1), bon, Date("2022-01-25"), null, "Domicile", Emis).Value;

        Assert.Equal(code, preparation.Settle(tenu, cause, commentaire, Date(jour)).Error?.Code);
        Assert.Equal(code is null ? tenu ? EtatRendezVous.Tenu : EtatRendezVous.Manque : EtatRendezVous.Pris, preparation.RendezVous.Single().Etat);
    }

    [Fact]
    public void Without_an_appointment_nothing_is_held() => Assert.Equal("rendez-vous.aucun", New(out _).Settle(true, null, null, Emis).Error?.Code);

    [Theory]
    [InlineData(true, "D271-2-01", null, null)]
    [InlineData(true, "D271-2-99", null, "autorisation.prestation-inconnue")]
    [InlineData(true, "D271-2-16", null, "autorisation.prestation-inconnue")]
    [InlineData(false, "D271-2-01", null, "contrat.gestion-sans-objet")]
    public void An_authorisation_names_a_benefit_that_may_be_managed_and_needs_gestion(bool gestion, string prestation, string? motif, string? code) =>
        Assert.Equal(code, New(out var bon, gestion).Write(bon, gestion ? Contenu : ContenuDeContrat.Usuel, [(prestation, motif)]).Error?.Code);

    [Fact]
    public void A_benefit_of_group_B_needs_a_written_reason_and_none_is_named_twice()
    {
        var b = Masp.Domain.Demandes.Prestations.Toutes.First(p => p.Groupe == Masp.Domain.Demandes.GroupePrestation.B).Code;

        Assert.Equal("autorisation.motif-obligatoire", New(out var bon, gestion: true).Write(bon, Contenu, [(b, " ")]).Error?.Code);
        Assert.True(New(out bon, gestion: true).Write(bon, Contenu, [(b, "Loyer impayé")]).IsSuccess);
        Assert.Equal("autorisation.en-double", New(out bon, gestion: true).Write(bon, Contenu, [(b, "Un"), (b, "Deux")]).Error?.Code);
    }

    [Fact]
    public void Other_expenses_are_said() => Assert.Equal(
        "contrat.depense-a-preciser", New(out var bon, gestion: true).Write(bon, Contenu with { Depenses = [DepenseReglee.Autre] }, [("D271-2-01", null)]).Error?.Code);

    [Theory]
    [InlineData("2022-01-09", "contrat.date-presignature")]
    [InlineData("2022-01-10", null)]
    [InlineData("2022-01-20", null)]
    [InlineData("2022-01-21", "contrat.date-presignature")]
    public void It_is_pre_signed_between_the_order_and_today(string jour, string? code)
    {
        var preparation = Written(out var bon);

        Assert.Equal(code, preparation.PreSign(bon, Date(jour), Date("2022-01-20")).Error?.Code);
    }

    [Fact]
    public void Steps_follow_one_another()
    {
        var preparation = New(out var bon, gestion: true);
        Assert.Equal("contrat.contenu-absent", preparation.PreSign(bon, Emis, Emis).Error?.Code);
        _ = preparation.Write(bon, Contenu, []).Value;
        Assert.Equal("contrat.autorisation-obligatoire", preparation.PreSign(bon, Emis, Emis).Error?.Code);
        _ = preparation.Write(bon, Contenu, [("D271-2-01", null)]).Value;
        _ = preparation.PreSign(bon, Date("2022-01-12"), Date("2022-01-12")).Value;

        Assert.Equal("contrat.deja-presigne", preparation.PreSign(bon, Date("2022-01-12"), Date("2022-01-12")).Error?.Code);
        Assert.Equal("contrat.deja-presigne", preparation.Write(bon, Contenu, []).Error?.Code);
        Assert.Equal("copie.avant-signature", preparation.Send(bon, DestinataireDeCopie.Personne, Emis, Emis).Error?.Code);
    }

    [Theory]
    [InlineData("2022-01-11", "signature.avant-presignature")]
    [InlineData("2022-01-12", null)]
    public void The_person_signs_from_the_pre_signature_on(string signature, string? code)
    {
        var preparation = Written(out var bon);
        _ = preparation.PreSign(bon, Date("2022-01-12"), Date("2022-01-20")).Value;

        Assert.Equal(code, preparation.Conclude(Date(signature), Date(signature)).Error?.Code);
    }

    [Theory]
    [InlineData("2022-01-25", EtatRendezVous.Tenu)]
    [InlineData("2022-01-26", EtatRendezVous.Annule)]
    public void The_signature_ends_the_appointment(string rencontre, EtatRendezVous etat)
    {
        var preparation = New(out var bon);
        _ = preparation.Meet(BonsDEssai.Id(1), bon, Date("2022-01-25"), null, "Domicile", Emis).Value;
        _ = preparation.Conclude(Date(rencontre), Date(rencontre)).Value;

        Assert.Equal(etat, preparation.RendezVous.Single().Etat);
    }

    [Theory]
    [InlineData(true, 6)]
    [InlineData(false, 4)]
    public void Copies_go_to_the_payers_and_the_bank_with_gestion_only_each_once_from_the_signature_on(bool gestion, int count)
    {
        var preparation = New(out var bon, gestion);
        _ = bon.Sign(Date("2022-01-25"), Date("2022-01-25"), new(), Date("2022-01-30")).Value;

        Assert.Equal(count, preparation.ExpectedCopies(bon).Count());
        Assert.Equal("copie.date-invalide", preparation.Send(bon, DestinataireDeCopie.Personne, Date("2022-01-24"), Date("2022-01-30")).Error?.Code);
        Assert.True(preparation.Send(bon, DestinataireDeCopie.Personne, Date("2022-01-25"), Date("2022-01-30")).IsSuccess);
        Assert.Equal("copie.deja-envoyee", preparation.Send(bon, DestinataireDeCopie.Personne, Date("2022-01-26"), Date("2022-01-30")).Error?.Code);
        Assert.Equal("copie.date-invalide", preparation.Send(bon, DestinataireDeCopie.Titulaire, Date("2022-01-31"), Date("2022-01-30")).Error?.Code);
        Assert.Equal(gestion ? null : "copie.gestion-sans-objet", preparation.Send(bon, DestinataireDeCopie.Banque, Date("2022-01-30"), Date("2022-01-30")).Error?.Code);
        Assert.Equal(gestion ? count - 2 : count - 1, preparation.ExpectedCopies(bon).Count());
    }

    [Fact]
    public void A_closed_order_prepares_nothing_more()
    {
        var preparation = New(out var bon);
        _ = bon.Abandon(Date("2022-01-12"), "Perdue de vue", new(), Date("2022-01-12")).Value;

        Assert.Equal("bon-de-commande.abandonne", preparation.Meet(BonsDEssai.Id(1), bon, Date("2022-01-25"), null, "Domicile", Date("2022-01-12")).Error?.Code);
        Assert.Equal("bon-de-commande.abandonne", preparation.Write(bon, ContenuDeContrat.Usuel, []).Error?.Code);
        Assert.Equal("bon-de-commande.abandonne", preparation.PreSign(bon, Emis, Emis).Error?.Code);
    }

    private static PreparationDeContrat New(out BonDeCommande bon, bool gestion = false)
    {
        bon = BonsDEssai.Emis(Emis, 12, gestion);
        return new PreparationDeContrat(bon);
    }

    private static PreparationDeContrat Written(out BonDeCommande bon)
    {
        var preparation = New(out bon);
        _ = preparation.Write(bon, ContenuDeContrat.Usuel, []).Value;
        return preparation;
    }

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
