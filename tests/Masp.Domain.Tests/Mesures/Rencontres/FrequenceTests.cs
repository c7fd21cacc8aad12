using FsCheck.Xunit;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Rencontres;
using Masp.Domain.Territoires;
using NodaTime;
using Xunit;
using static Masp.Domain.Tests.Mesures.Rencontres.VieDEssai;

namespace Masp.Domain.Tests.Mesures.Rencontres;

/// <summary>R18: eight in the first three months, then two in each whole month; counted by day, and recounted naively.</summary>
public sealed class FrequenceTests
{
    private static readonly Parametres Regles = new();

    [Fact]
    public void Seven_of_eight_are_told_with_the_day_until_which_one_is_missing()
    {
        var fenetre = Assert.Single(Count(Vie(), "2022-04-09", [.. Enumerable.Repeat("2022-02-01", 6), "2022-01-10"]));

        Assert.Equal((8, 7, 1, EtatFenetre.EnCours), (fenetre.Minimum, fenetre.Faites, fenetre.Manque, fenetre.Etat));
        Assert.Equal((Signature, Date("2022-04-09")), (fenetre.Debut, fenetre.Fin));
        Assert.Equal("7 rencontres sur 8 du 10 janv. 2022 au 9 avr. 2022 : il en manque 1, à tenir jusqu'au 9 avr. 2022 (R18, art. 4).", fenetre.Phrase);
    }

    [Theory]
    [InlineData("2022-04-09", 8, EtatFenetre.Atteinte)]
    [InlineData("2022-04-09", 7, EtatFenetre.EnCours)]
    [InlineData("2022-04-10", 7, EtatFenetre.NonAtteinte)]
    [InlineData("2022-04-10", 8, EtatFenetre.Atteinte)]
    public void The_first_window_is_open_to_its_last_day(string aujourdhui, int faites, EtatFenetre etat) =>
        Assert.Equal(etat, Count(Vie(), aujourdhui, Enumerable.Repeat("2022-04-09", faites))[0].Etat);

    [Theory]
    [InlineData("2022-01-09", 0, 0)]
    [InlineData("2022-01-10", 1, 0)]
    [InlineData("2022-04-09", 1, 0)]
    [InlineData("2022-04-10", 0, 1)]
    [InlineData("2022-05-09", 0, 1)]
    [InlineData("2022-05-10", 0, 0)]
    public void A_day_counts_in_its_own_window_only(string jour, int debut, int quatrieme) =>
        Assert.Equal((debut, quatrieme), (Count(Vie(), "2022-05-09", [jour])[0].Faites, Count(Vie(), "2022-05-09", [jour])[1].Faites));

    [Theory]
    [InlineData(7, null)]
    [InlineData(8, "2022-01-17")]
    [InlineData(9, "2022-01-17")]
    public void The_minimum_is_reached_on_the_day_of_the_eighth(int faites, string? jour) => Assert.Equal(
        jour is null ? null : Date(jour),
        FrequenceDesRencontres.ReachedOn(Vie(), [.. Enumerable.Range(0, faites).Select(n => Signature.PlusDays(n))], _ => Regles, Date("2022-02-01")));

    [Fact]
    public void Nothing_is_reached_where_nothing_is_asked_for() => Assert.Null(
        FrequenceDesRencontres.ReachedOn(Vie(Periode.Of(Date("2022-02-01"), Date("2022-02-01"))), [.. Enumerable.Repeat(Signature, 9)], _ => Regles, Date("2022-03-01")));

    [Fact]
    public void Each_later_whole_month_asks_for_two()
    {
        var fenetres = Count(Vie(), "2023-01-09", []);

        Assert.Equal([8, .. Enumerable.Repeat(2, 9)], fenetres.Select(f => f.Minimum));
        Assert.Equal(Terme, fenetres[^1].Fin);
    }

    [Fact]
    public void A_broken_last_month_asks_for_none()
    {
        var vie = Vie() with { Contrats = [Periode.Of(Signature, Date("2022-05-20"))] };

        Assert.Equal([(8, EtatFenetre.NonAtteinte), (2, EtatFenetre.NonAtteinte), (0, EtatFenetre.SansMinimum)], Count(vie, "2022-07-01", []).Select(f => (f.Minimum, f.Etat)));
    }

    [Theory]
    [InlineData("2022-04-08", 0)]
    [InlineData("2022-04-09", 8)]
    [InlineData("2022-02-09", 0)]
    public void An_end_in_the_first_months_leaves_no_minimum(string fin, int minimum) =>
        Assert.Equal(minimum, Assert.Single(Count(Vie() with { Contrats = [Periode.Of(Signature, Date(fin))] }, "2022-07-01", [])).Minimum);

    [Theory]
    [InlineData("2022-04-09", 0, 2)]
    [InlineData("2022-04-10", 8, 0)]
    [InlineData("2022-05-09", 8, 0)]
    [InlineData("2022-05-10", 8, 2)]
    public void A_window_that_a_suspension_touches_asks_for_none(string jour, int debut, int quatrieme)
    {
        var fenetres = Count(Vie(Periode.Of(Date(jour), Date(jour))), "2022-05-09", []);

        Assert.Equal((debut, quatrieme), (fenetres[0].Minimum, fenetres[1].Minimum));
    }

    [Fact]
    public void A_renewal_begins_no_second_start()
    {
        var vie = Vie() with { Contrats = [Periode.Of(Signature, Terme), Periode.Of(Date("2023-01-10"), Date("2023-07-09"))] };

        Assert.Equal(2, Count(vie, "2023-01-10", [])[^1].Minimum);
        Assert.Equal(Date("2023-01-10"), Count(vie, "2023-01-10", [])[^1].Debut);
    }

    [Fact]
    public void A_change_of_rule_set_touches_only_windows_that_begin_later()
    {
        var fenetres = FrequenceDesRencontres.Count(
            Vie(), [], jour => jour < Date("2022-05-10") ? Regles : Regles with { RencontresParMois = 4, RencontresDebut = 12 }, Date("2022-05-10"));

        Assert.Equal([8, 2, 4], fenetres.Select(f => f.Minimum));
    }

    [Theory]
    [InlineData(EtatRencontre.Tenue, LieuRencontre.Domicile, false, true)]
    [InlineData(EtatRencontre.Tenue, LieuRencontre.Autre, false, true)]
    [InlineData(EtatRencontre.Tenue, LieuRencontre.Telephone, false, false)]
    [InlineData(EtatRencontre.Tenue, LieuRencontre.Telephone, true, true)]
    [InlineData(EtatRencontre.Manquee, LieuRencontre.Domicile, true, false)]
    [InlineData(EtatRencontre.Prevue, LieuRencontre.Domicile, true, false)]
    [InlineData(EtatRencontre.Annulee, LieuRencontre.Domicile, true, false)]
    public void Only_what_was_held_counts_and_telephone_when_the_rule_set_says_so(EtatRencontre etat, LieuRencontre lieu, bool telephone, bool counts) =>
        Assert.Equal(counts, FrequenceDesRencontres.Counts(etat, lieu, Regles with { TelephoneCompte = telephone }));

    /// <summary>Day by day, without months cut in advance: a window is what a worker would tick on a wall calendar.</summary>
    [Property(MaxTest = 500, QuietOnSuccess = true)]
    public void The_counts_are_those_of_a_naive_recount(ushort debutDe, byte duree, ushort finDe, byte suspendu, byte jours, ushort[] rencontres, ushort aujourdhuiDe)
    {
        var debut = new LocalDate(2022, 1, 1).PlusDays(debutDe % 800);
        var terme = debut.PlusMonths(6 + (duree % 19)).PlusDays(-1);
        var fin = finDe % 3 == 0 ? LocalDate.Min(terme, debut.PlusDays(finDe % 700)) : terme;
        var suspension = Periode.Of(debut.PlusDays(suspendu), debut.PlusDays(suspendu + (jours % 90)));
        var comptees = rencontres.Select(r => debut.PlusDays((r % 800) - 10)).ToList();
        var aujourdhui = debut.PlusDays(aujourdhuiDe % 900);
        var vie = Vie(suspension) with { Contrats = [Periode.Of(debut, fin)] };

        var fenetres = FrequenceDesRencontres.Count(vie, comptees, _ => Regles, aujourdhui);

        Assert.Equal(Naive(debut, fin, suspension, comptees, aujourdhui), fenetres.Select(f => (f.Debut, f.Fin, f.Minimum, f.Faites)));
    }

    private static List<(LocalDate Debut, LocalDate Fin, int Minimum, int Faites)> Naive(
        LocalDate debut, LocalDate fin, Periode suspension, List<LocalDate> comptees, LocalDate aujourdhui)
    {
        var windows = new List<(LocalDate, LocalDate, int, int)>();
        for (var mois = 0; debut.PlusMonths(mois) <= LocalDate.Min(fin, aujourdhui); mois = mois == 0 ? 3 : mois + 1)
        {
            var months = mois == 0 ? 3 : 1;
            var faites = 0;
            var whole = true;
            var last = debut;
            for (var m = mois; m < mois + months; m++)
            {
                for (var day = debut.PlusMonths(m); day < debut.PlusMonths(m + 1); day = day.PlusDays(1))
                {
                    whole &= day <= fin && !suspension.Contains(day);
                    if (day > fin)
                        continue;
                    last = day;
                    faites += comptees.Count(c => c == day);
                }
            }

            windows.Add((debut.PlusMonths(mois), last, whole ? mois == 0 ? 8 : 2 : 0, faites));
        }

        return windows;
    }

    private static IReadOnlyList<CompteDeFenetre> Count(VieDeMesure vie, string aujourdhui, IEnumerable<string> jours) =>
        FrequenceDesRencontres.Count(vie, [.. jours.Select(Date)], _ => Regles, Date(aujourdhui));
}
