using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Attributions;

/// <summary>R11, rule by rule.</summary>
public sealed class TourDeRoleTests
{
    [Fact]
    public void At_the_very_start_the_order_of_rank_decides() => Assert.Equal("ABC", LotDEssai.With("A", "B", "C").Turns(3));

    [Fact]
    public void On_a_tie_the_one_not_served_last_is_served() => Assert.Equal("ABABAB", LotDEssai.With("A", "B").Turns(6));

    [Fact]
    public void A_manual_choice_counts_and_the_next_turns_compensate()
    {
        var lot = LotDEssai.With("A", "B");
        lot.Choose("A");
        lot.Choose("A", CategorieChoix.MesureAnterieure);

        Assert.Equal("BBAB", lot.Turns(4));
    }

    [Theory]
    [InlineData(RaisonRestitution.Abandon, "abandonné avant signature")]
    [InlineData(RaisonRestitution.Annulation, "annulé par le département")]
    public void A_turn_given_back_is_served_again_first(RaisonRestitution raison, string phrase)
    {
        var lot = LotDEssai.With("A", "B");
        lot.Turns(4);
        lot.GiveBack(1, raison);

        var rendu = lot.Registre[^1];
        Assert.Equal((NatureInscription.Restitution, (int?)null, 2, 1), (rendu.Nature, rendu.Numero, rendu.CompteAvant, rendu.CompteApres));
        Assert.Contains(phrase, rendu.Explication, StringComparison.Ordinal);
        Assert.Equal("AB", lot.Turns(2));
    }

    [Fact]
    public void A_late_joiner_starts_at_the_smallest_count_of_the_others()
    {
        var lot = LotDEssai.With("A", "B");
        lot.Turns(5);
        lot.Open("C", LotDEssai.Conventions);
        lot.Seat(LotDEssai.Debut);

        Assert.Equal((3, 2, 2), (lot.CompteOf("A"), lot.CompteOf("B"), lot.CompteOf("C")));
        Assert.Equal((NatureInscription.Entree, 2, 2), (lot.Registre[^1].Nature, lot.Registre[^1].CompteAvant, lot.Registre[^1].CompteApres));
    }

    [Fact]
    public void New_conventions_start_again_from_zero_for_everybody_and_numbers_go_on()
    {
        var lot = LotDEssai.With("A", "B");
        lot.Turns(5);
        lot.Open("B", Periode.Of(new LocalDate(2025, 1, 1), new LocalDate(2027, 12, 31)));
        lot.Open("A", Periode.Of(new LocalDate(2025, 1, 1), new LocalDate(2027, 12, 31)));
        lot.Seat(new LocalDate(2025, 1, 1));

        Assert.Equal((0, 0), (lot.CompteOf("A"), lot.CompteOf("B")));
        Assert.Equal("B", lot.Turn(new LocalDate(2025, 1, 1)));
        Assert.Equal(6, lot.Registre[^1].Numero);
    }

    [Theory]
    [InlineData("2024-12-31", true)]
    [InlineData("2025-01-01", false)]
    public void The_last_day_of_a_convention_may_be_served_and_the_next_may_not(string jour, bool servi)
    {
        var lot = LotDEssai.With("A");
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(jour).Value;

        var turn = lot.Tour.Allocate(date);

        Assert.Equal(servi, turn.IsSuccess);
        Assert.Equal(servi ? null : "attribution.aucun-titulaire", turn.Error?.Code);
        Assert.Equal(servi ? 1 : 0, lot.Tour.DernierNumero);
    }

    [Fact]
    public void The_first_day_of_a_convention_may_be_seated_and_the_day_before_may_not()
    {
        var lot = LotDEssai.With();
        lot.Open("A", LotDEssai.Conventions);

        lot.Seat(new LocalDate(2021, 12, 31));
        Assert.Empty(lot.Tour.Places);
        lot.Seat(new LocalDate(2022, 1, 1));
        Assert.Single(lot.Tour.Places);
    }

    [Fact]
    public void A_choice_of_somebody_without_a_convention_on_the_lot_is_refused_and_takes_no_number()
    {
        var lot = LotDEssai.With("A", "B");

        Assert.Equal("attribution.titulaire-hors-lot", lot.Tour.AllocateTo(LotDEssai.Id("C"), CategorieChoix.Autre, LotDEssai.Debut).Error?.Code);
        Assert.Equal((0, 2), (lot.Tour.DernierNumero, lot.Tour.DernierOrdre));
    }

    [Fact]
    public void A_turn_given_back_to_a_place_that_left_changes_nothing_for_the_others()
    {
        var lot = LotDEssai.With("A", "B");
        lot.Turns(2);
        lot.Open("C", Periode.Of(new LocalDate(2025, 1, 1)));
        lot.Seat(new LocalDate(2025, 1, 1));
        lot.GiveBack(1);

        Assert.Equal(0, lot.CompteOf("C"));
        Assert.Equal([LotDEssai.Id("C")], lot.Registre[^1].Comptes.Select(c => c.TitulaireId));
    }

    [Fact]
    public void Looking_at_who_is_next_changes_nothing()
    {
        var lot = LotDEssai.With("A", "B");

        var first = lot.Tour.Next(LotDEssai.Debut).Value;
        var second = lot.Tour.Next(LotDEssai.Debut).Value;

        Assert.Same(first.Place, second.Place);
        Assert.Equal(0, lot.Tour.DernierNumero);
    }

    [Fact]
    public void Each_reason_is_told_in_its_own_sentence()
    {
        var lot = LotDEssai.With("A", "B");
        lot.Turns(3);
        lot.Choose("A", CategorieChoix.Autre);
        lot.Turn();

        Assert.Equal(
            [
                "A : égalité à 0, personne n'a encore été servi, l'ordre de rang décide (rang 1) (R11, art. 3).",
                "B : le moins servi (0 contre 1) (R11, art. 3).",
                "A : égalité à 1, B a été servi plus récemment (n° 2) (R11, art. 3).",
                "A : choix manuel, autre motif écrit ; il compte, les tours suivants compensent (R11, art. 3).",
                "B : le moins servi (1 contre 3) (R11, art. 3).",
            ],
            lot.Registre.Where(m => m.Numero is not null).Select(m => m.Explication));
    }

    [Fact]
    public void A_titulaire_alone_on_its_lot_is_always_next() =>
        Assert.Contains("seul titulaire du lot", LotDEssai.With("A").Tour.Next(LotDEssai.Debut).Value.Explication, StringComparison.Ordinal);
}
