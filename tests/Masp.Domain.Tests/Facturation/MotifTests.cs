using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Facturation;

/// <summary>Every month says why it is due or not, with its clause.</summary>
public sealed class MotifTests
{
    private static readonly ContratAFacturer Contrat = CasTarif.Contrat_simple(new(2022, 1, 10), new(2022, 7, 9));

    [Theory]
    [InlineData(ModeMoisMesure.DateADate, "2022-07-09", null, 6, "Mois entier servi (30 jours) : mois dû (R36, RC 7c)")]
    [InlineData(ModeMoisMesure.DateADate, "2022-06-23", null, 6, "14 jours servis sur 30, moins que le seuil de 15 : mois non dû (R37, RC 7c)")]
    [InlineData(ModeMoisMesure.DateADate, "2022-06-24", null, 6, "15 jours servis sur 30, au moins le seuil de 15 : mois dû (R37, RC 7c)")]
    [InlineData(ModeMoisMesure.DateADate, "2022-06-10", null, 6, "1 jour servi sur 30, moins que le seuil de 15 : mois non dû (R37, RC 7c)")]
    [InlineData(ModeMoisMesure.DateADate, "2022-07-09", "2022-06-12/2022-06-12", 6, "29 jours servis sur 30 (1 jour suspendu), au moins le seuil de 15 : mois dû (R37, RC 7c)")]
    [InlineData(ModeMoisMesure.DateADate, "2022-07-09", "2022-06-10/2022-07-09", 6, "Mois entièrement suspendu : mois non dû (R37, RC 7c)")]
    [InlineData(ModeMoisMesure.ProrataCalendaire, "2022-07-09", null, 7, "9 jours servis sur 31 : mois dû au prorata (R37, RC 7c)")]
    [InlineData(ModeMoisMesure.ProrataCalendaire, "2022-07-09", null, 6, "Mois entier servi (30 jours) : mois dû (R36, RC 7c)")]
    [InlineData(ModeMoisMesure.EntreeDueSortieNon, "2022-07-09", null, 1, "Mois d'entrée (10 janv. 2022) : mois dû (R37, RC 7c)")]
    [InlineData(ModeMoisMesure.EntreeDueSortieNon, "2022-07-09", null, 7, "Mois de sortie (9 juil. 2022) : mois non dû (R37, RC 7c)")]
    [InlineData(ModeMoisMesure.EntreeDueSortieNon, "2022-07-09", "2022-06-01/2022-06-15", 6, "15 jours non suspendus sur 30, au moins le seuil de 15 : mois dû (R37, RC 7c)")]
    [InlineData(ModeMoisMesure.EntreeDueSortieNon, "2022-07-09", "2022-06-01/2022-06-16", 6, "14 jours non suspendus sur 30, moins que le seuil de 15 : mois non dû (R37, RC 7c)")]
    [InlineData(ModeMoisMesure.ToutMoisCommence, "2022-06-10", null, 6, "1 jour servi sur 30, tout mois commencé est dû : mois dû (R37, RC 7c)")]
    public void Le_motif_dit_le_compte_le_seuil_et_la_clause(ModeMoisMesure mode, string finReelle, string? suspension, int numero, string motif)
    {
        Periode[] suspensions = suspension is null ? [] : [Periode.Of(Vecteurs.Vecteur.Date(suspension[..10]), Vecteurs.Vecteur.Date(suspension[11..]))];
        var contrat = Contrat with { FinReelle = Vecteurs.Vecteur.Date(finReelle), Suspensions = suspensions };

        Assert.Equal(motif, CalculTarif.Months(contrat, [CasTarif.Prix2021], mode, 15).Value[numero - 1].Motif);
    }

    [Fact]
    public void Le_gel_s_ajoute_au_motif() =>
        Assert.Equal(
            "Mois entier servi (30 jours) : mois dû (R36, RC 7c) ; prix gelé au 1er mars 2022 (R44, art. 5)",
            CalculTarif.Months(Contrat with { DateGel = new LocalDate(2022, 3, 1) }, [CasTarif.Prix2021], ModeMoisMesure.DateADate, 15).Value[5].Motif);
}
