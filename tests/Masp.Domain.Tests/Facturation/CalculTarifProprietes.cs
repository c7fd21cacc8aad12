using FsCheck.Xunit;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Facturation;

[Properties(Arbitrary = [typeof(Generateurs)], MaxTest = 500, QuietOnSuccess = true)]
public sealed class CalculTarifProprietes
{
    [Property]
    public void The_months_are_those_of_a_count_day_by_day(CasTarif cas, ModeMoisMesure mode) =>
        Assert.Equal(TarifIndependant.Months(cas, mode), cas.Months(mode).Select(mois => mois with { Motif = string.Empty }));

    [Property]
    public void The_months_cover_the_contract_without_gap_or_overlap(CasTarif cas, ModeMoisMesure mode)
    {
        var mois = cas.Months(mode);

        Assert.Equal(cas.Contrat.Debut, mois[0].Debut);
        Assert.Equal(cas.Contrat.FinReelle ?? cas.Contrat.FinPrevue, mois[^1].Fin);
        Assert.All(mois, m => Assert.True(m.Debut <= m.Fin));
        Assert.All(mois.Zip(mois.Skip(1)), paire => Assert.Equal(paire.First.Fin.PlusDays(1), paire.Second.Debut));
        Assert.Equal(Enumerable.Range(1, mois.Count), mois.Select(m => m.Numero));
    }

    [Property]
    public void Month_k_begins_k_months_after_the_signature_itself(CasTarif cas)
    {
        var signature = cas.Contrat.Debut.ToDateOnly();

        Assert.All(cas.Months(ModeMoisMesure.DateADate), mois => Assert.Equal(signature.AddMonths(mois.Numero - 1), mois.Debut.ToDateOnly()));
    }

    [Property]
    public void The_lines_hold_every_due_month_once_and_sum_to_the_total(CasTarif cas, ModeMoisMesure mode)
    {
        var mois = cas.Months(mode);
        var decompte = CalculTarif.Lines(mois);

        Assert.Equal(mois.Count(m => m.Du), decompte.Lignes.Sum(l => l.Quantite));
        Assert.Equal(mois.Sum(m => m.Montant.Cents), decompte.Total.Cents);
        Assert.Equal(decompte.Lignes.Sum(l => l.Montant.Cents), decompte.Total.Cents);
        Assert.Equal(decompte.Lignes.Count, decompte.Lignes.Select(l => (l.Type, l.PrixUnitaire, l.BaremeId)).Distinct().Count());
        if (mode != ModeMoisMesure.ProrataCalendaire)
            Assert.All(decompte.Lignes, l => Assert.Equal(l.PrixUnitaire * l.Quantite, l.Montant));
    }

    [Property]
    public void A_month_that_is_not_due_costs_nothing_and_no_month_costs_more_than_its_price(CasTarif cas, ModeMoisMesure mode) =>
        Assert.All(cas.Months(mode), m => Assert.InRange(m.Montant.Cents, 0, m.Du ? m.PrixUnitaire.Cents : 0));

    [Property]
    public void Suspending_never_costs_more(CasTarif cas, ModeMoisMesure mode, ushort depuis, byte jours)
    {
        var contrat = cas.Contrat;
        var debut = contrat.Debut.PlusDays(depuis % (Period.DaysBetween(contrat.Debut, contrat.FinPrevue) + 1));
        var suspension = Periode.Of(debut, LocalDate.Min(debut.PlusDays(jours), contrat.FinPrevue));

        var suspendu = cas with { Contrat = contrat with { Suspensions = [.. contrat.Suspensions, suspension] } };

        Assert.True(suspendu.Total(mode) <= cas.Total(mode));
    }

    [Property]
    public void Every_begun_month_due_is_never_less_than_date_to_date(CasTarif cas) =>
        Assert.True(cas.Total(ModeMoisMesure.ToutMoisCommence) >= cas.Total(ModeMoisMesure.DateADate));

    [Property]
    public void A_calendar_month_served_whole_is_prorated_to_its_price(CasTarif cas) =>
        Assert.All(
            cas.Months(ModeMoisMesure.ProrataCalendaire).Where(m => m.JoursServis == m.Debut.Calendar.GetDaysInMonth(m.Debut.Year, m.Debut.Month)),
            m => Assert.Equal(m.PrixUnitaire, m.Montant));

    [Property]
    public void The_quarters_share_out_the_months_of_the_contract(CasTarif cas, ModeMoisMesure mode)
    {
        var mois = cas.Months(mode);
        var premier = Trimestre.Of(cas.Contrat.Debut).Previous();
        var dernier = Trimestre.Of(cas.Contrat.FinPrevue).Next();

        for (var trimestre = premier; trimestre <= dernier; trimestre = trimestre.Next())
            Assert.Equal(mois.Where(m => m.Trimestre == trimestre), CalculTarif.MonthsOfQuarter(cas.Contrat, cas.Prix, mode, cas.Seuil, trimestre).Value);
    }

    [Property]
    public void After_the_freeze_no_later_price_changes_anything(CasTarif cas, ModeMoisMesure mode, LocalDate date)
    {
        var gel = cas.Contrat.DateGel ?? cas.Contrat.Debut;
        var gele = cas with { Contrat = cas.Contrat with { DateGel = gel } };
        var apres = gel.PlusDays(1 + (date.Day * 7));

        var revise = gele with { Prix = [.. cas.Prix.Where(p => p.Debut <= gel), CasTarif.Prix2021 with { Debut = apres }] };

        Assert.Equal(gele.Months(mode), revise.Months(mode));
    }

    [Property]
    public void The_order_in_which_suspensions_are_told_does_not_matter(CasTarif cas, ModeMoisMesure mode)
    {
        var inverse = cas with { Contrat = cas.Contrat with { Suspensions = [.. cas.Contrat.Suspensions.Reverse()] } };

        Assert.Equal(cas.Months(mode), inverse.Months(mode));
    }
}
