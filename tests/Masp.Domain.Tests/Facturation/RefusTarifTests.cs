using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Facturation;

/// <summary>Both sides of each bound of what can be priced.</summary>
public sealed class RefusTarifTests
{
    private static readonly LocalDate Debut = new(2022, 1, 10);
    private static readonly LocalDate Fin = new(2022, 7, 9);
    private static readonly ContratAFacturer Contrat = CasTarif.Contrat_simple(Debut, Fin);

    [Theory]
    [InlineData(0, null)]
    [InlineData(31, null)]
    [InlineData(-1, "seuil.hors-bornes")]
    [InlineData(32, "seuil.hors-bornes")]
    public void Le_seuil_va_de_0_a_31_jours(int seuil, string? code) => Assert.Equal(code, Refusal(Contrat, seuil: seuil));

    [Fact]
    public void La_fin_prevue_ne_precede_pas_le_debut()
    {
        Assert.Null(Refusal(Contrat with { FinPrevue = Debut }));
        Assert.Equal("contrat.inverse", Refusal(Contrat with { FinPrevue = Debut.PlusDays(-1) }));
    }

    [Fact]
    public void La_fin_reelle_est_dans_le_contrat()
    {
        Assert.Null(Refusal(Contrat with { FinReelle = Debut }));
        Assert.Null(Refusal(Contrat with { FinReelle = Fin }));
        Assert.Equal("fin-reelle.avant-debut", Refusal(Contrat with { FinReelle = Debut.PlusDays(-1) }));
        Assert.Equal("fin-reelle.apres-fin-prevue", Refusal(Contrat with { FinReelle = Fin.PlusDays(1) }));
    }

    [Fact]
    public void Une_suspension_est_fermee_et_dans_le_contrat()
    {
        Assert.Null(Refusal(Contrat with { Suspensions = [Periode.Of(Debut, Fin)] }));
        Assert.Equal("suspension.ouverte", Refusal(Contrat with { Suspensions = [Periode.Of(Debut)] }));
        Assert.Equal("suspension.hors-contrat", Refusal(Contrat with { Suspensions = [Periode.Of(Debut.PlusDays(-1), Fin)] }));
        Assert.Equal("suspension.hors-contrat", Refusal(Contrat with { Suspensions = [Periode.Of(Debut, Fin.PlusDays(1))] }));
    }

    [Fact]
    public void Une_suspension_apres_une_fin_anticipee_ne_gene_pas() =>
        Assert.Null(Refusal(Contrat with { FinReelle = new(2022, 3, 1), Suspensions = [Periode.Of(new(2022, 4, 1), new(2022, 4, 30))] }));

    [Fact]
    public void Un_changement_est_date_dans_le_contrat()
    {
        Assert.Null(Refusal(Contrat with { Changements = [new(Debut, true, null), new(Fin, false, null)] }));
        Assert.Equal("changement.hors-contrat", Refusal(Contrat with { Changements = [new(Debut.PlusDays(-1), true, null)] }));
        Assert.Equal("changement.hors-contrat", Refusal(Contrat with { Changements = [new(Fin.PlusDays(1), true, null)] }));
    }

    [Fact]
    public void Toutes_les_dates_sont_entre_1900_et_2100()
    {
        Prix[] prix = [CasTarif.Prix2021 with { Debut = new(1800, 1, 1) }];
        Assert.Null(CalculTarif.Months(CasTarif.Contrat_simple(new(1900, 1, 1), new(2100, 12, 31)), prix, ModeMoisMesure.DateADate, 15).Error);
        Assert.Equal("contrat.hors-bornes", Refusal(CasTarif.Contrat_simple(new(1899, 12, 31), Fin)));
        Assert.Equal("contrat.hors-bornes", Refusal(CasTarif.Contrat_simple(Debut, new(2101, 1, 1))));
        Assert.Equal("contrat.hors-bornes", Refusal(CasTarif.Contrat_simple(new(1, 1, 1), new(9999, 12, 31))));
        Assert.Equal("contrat.hors-bornes", Refusal(Contrat with { DateGel = new(9999, 12, 31) }));
    }

    [Fact]
    public void Sans_bareme_en_vigueur_le_calcul_est_refuse()
    {
        Assert.Null(Refusal(Contrat, CasTarif.Prix2021 with { Debut = Debut }));
        Assert.Equal("bareme.absent", Refusal(Contrat, CasTarif.Prix2021 with { Debut = Debut.PlusDays(1) }));
        Assert.Equal("bareme.absent", Refusal(Contrat with { DateGel = new(2020, 12, 31) }));
        Assert.Equal("bareme.absent", CalculTarif.Months(Contrat, [], ModeMoisMesure.DateADate, 15).Error?.Code);
    }

    [Fact]
    public void Un_trimestre_ne_demande_de_prix_qu_a_ses_mois()
    {
        Prix[] prix = [CasTarif.Prix2021 with { Debut = new(2022, 3, 10) }];

        Assert.True(CalculTarif.MonthsOfQuarter(Contrat, prix, ModeMoisMesure.DateADate, 15, Trimestre.Of(new(2022, 4, 1))).IsSuccess);
        Assert.Equal("bareme.absent", CalculTarif.MonthsOfQuarter(Contrat, prix, ModeMoisMesure.DateADate, 15, Trimestre.Of(Debut)).Error?.Code);
    }

    [Fact]
    public void Every_refusal_is_told_at_once_with_its_field()
    {
        var contrat = Contrat with { FinReelle = Fin.PlusDays(1), Suspensions = [Periode.Of(Debut, Fin), Periode.Of(Debut)], Changements = [new(new(2030, 1, 1), true, null)] };

        Assert.Equal(
            ["finReelle", "suspensions[1].fin", "changements[0].date"],
            CalculTarif.Months(contrat, [CasTarif.Prix2021], ModeMoisMesure.DateADate, 15).Errors.Select(e => e.Field));
    }

    private static string? Refusal(ContratAFacturer contrat, Prix? prix = null, int seuil = 15) =>
        CalculTarif.Months(contrat, [prix ?? CasTarif.Prix2021], ModeMoisMesure.DateADate, seuil).Error?.Code;
}
