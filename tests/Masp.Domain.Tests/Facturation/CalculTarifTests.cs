using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Territoires;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Facturation;

public sealed class CalculTarifTests
{
    private static readonly LocalDate Debut = new(2022, 1, 10);
    private static readonly LocalDate Fin = new(2022, 7, 9);
    private static readonly ContratAFacturer Contrat = CasTarif.Contrat_simple(Debut, Fin);

    [Fact]
    public void Les_mois_d_un_contrat_signe_le_31_janvier_partent_tous_de_la_signature() =>
        Assert.Equal(
            [new(2023, 1, 31), new(2023, 2, 28), new(2023, 3, 31), new(2023, 4, 30), new(2023, 5, 31), new LocalDate(2023, 6, 30)],
            Months(CasTarif.Contrat_simple(new(2023, 1, 31), new(2023, 7, 30))).Select(m => m.Debut));

    [Theory]
    [InlineData(2023, "2023-02-28")]
    [InlineData(2024, "2024-02-29")]
    public void Le_deuxieme_mois_signe_un_31_janvier_commence_le_dernier_jour_de_fevrier(int annee, string attendu) =>
        Assert.Equal(Vecteurs.Vecteur.Date(attendu), Months(CasTarif.Contrat_simple(new(annee, 1, 31), new(annee, 7, 30)))[1].Debut);

    [Theory]
    [InlineData(2023, 28)]
    [InlineData(2024, 29)]
    public void Un_mois_de_fevrier_entier_est_du_quel_que_soit_le_seuil(int annee, int jours)
    {
        var mois = CalculTarif.Months(CasTarif.Contrat_simple(new(annee, 2, 1), new(annee, 7, 31)), [CasTarif.Prix2021], ModeMoisMesure.DateADate, 31).Value[0];

        Assert.Equal((jours, true), (mois.JoursServis, mois.Du));
    }

    [Fact]
    public void Un_contrat_d_un_seul_jour_a_un_mois_d_un_jour()
    {
        var contrat = Contrat with { FinReelle = Debut };

        Assert.Equal([(Debut, Debut, 1, false)], Months(contrat).Select(m => (m.Debut, m.Fin, m.JoursServis, m.Du)));
        Assert.True(Months(contrat, ModeMoisMesure.ToutMoisCommence)[0].Du);
        Assert.False(Months(contrat, ModeMoisMesure.EntreeDueSortieNon)[0].Du);
        Assert.Equal(new Money(653), Months(contrat, ModeMoisMesure.ProrataCalendaire)[0].Montant);
    }

    [Fact]
    public void Au_prorata_chaque_mois_est_arrondi_et_la_ligne_est_leur_somme()
    {
        var decompte = CalculTarif.Lines(Months(Contrat, ModeMoisMesure.ProrataCalendaire));

        // 22/31 and 9/31 of 202.57, and five whole months.
        Assert.Equal([(TypeMesure.SGU, 7, new Money(14376 + 5881 + (5 * 20257)))], decompte.Lignes.Select(l => (l.Type, l.Quantite, l.Montant)));
    }

    [Fact]
    public void Le_mois_d_entree_est_du_celui_de_sortie_non() =>
        Assert.Equal([true, true, true, true, true, true, false], Months(Contrat, ModeMoisMesure.EntreeDueSortieNon).Select(m => m.Du));

    [Theory]
    [InlineData("2022-06-30", true)]
    [InlineData("2022-06-29", false)]
    public void Un_mois_servi_jusqu_a_son_dernier_jour_n_est_pas_un_mois_de_sortie(string finReelle, bool du) =>
        Assert.Equal(du, Months(Contrat with { FinReelle = Vecteurs.Vecteur.Date(finReelle) }, ModeMoisMesure.EntreeDueSortieNon)[^1].Du);

    [Theory]
    [InlineData("2022-03-09", 3, TypeMesure.AGU)]
    [InlineData("2022-03-10", 3, TypeMesure.AGU)]
    [InlineData("2022-03-11", 3, TypeMesure.SGU)]
    [InlineData("2022-03-11", 4, TypeMesure.AGU)]
    public void Un_changement_prend_effet_au_premier_jour_du_mois_mesure_suivant(string date, int numero, TypeMesure type) =>
        Assert.Equal(type, Months(Contrat with { Changements = [new(Vecteurs.Vecteur.Date(date), true, null)] })[numero - 1].Type);

    [Fact]
    public void De_deux_changements_le_plus_recent_l_emporte_dans_quelque_ordre_qu_on_les_dise()
    {
        Changement rurale = new(new(2022, 2, 1), null, Zone.Rurale), urbaine = new(new(2022, 4, 1), true, Zone.Urbaine);
        TypeMesure[] types = [TypeMesure.SGU, TypeMesure.SGR, TypeMesure.SGR, TypeMesure.AGU, TypeMesure.AGU, TypeMesure.AGU];

        Assert.Equal(types, Months(Contrat with { Changements = [rurale, urbaine] }).Select(m => m.Type));
        Assert.Equal(types, Months(Contrat with { Changements = [urbaine, rurale] }).Select(m => m.Type));
    }

    [Theory]
    [InlineData("2022-04-10", 30000)]
    [InlineData("2022-04-11", 20257)]
    public void Le_prix_est_celui_du_premier_jour_du_mois_mesure(string nouveau, long cents)
    {
        Prix[] prix = [CasTarif.Prix2021, CasTarif.Prix2021 with { Debut = Vecteurs.Vecteur.Date(nouveau), Sgu = new Money(30000) }];

        Assert.Equal(new Money(cents), CalculTarif.Months(Contrat, prix, ModeMoisMesure.DateADate, 15).Value[3].PrixUnitaire);
    }

    [Theory]
    [InlineData("2022-04-09", 20257)]
    [InlineData("2022-04-10", 30000)]
    public void Apres_le_gel_le_prix_de_la_convention_tient_jusqu_au_terme(string gel, long cents)
    {
        Prix[] prix = [CasTarif.Prix2021, CasTarif.Prix2021 with { Debut = new(2022, 4, 10), Sgu = new Money(30000) }];
        var mois = CalculTarif.Months(Contrat with { DateGel = Vecteurs.Vecteur.Date(gel) }, prix, ModeMoisMesure.DateADate, 15).Value;

        Assert.Equal(new Money(cents), mois[3].PrixUnitaire);
        Assert.Equal(new Money(cents), mois[^1].PrixUnitaire);
        Assert.EndsWith("(R44, art. 5)", mois[^1].Motif, StringComparison.Ordinal);
        Assert.DoesNotContain("R44", mois[2].Motif, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_mois_appartient_au_trimestre_de_son_dernier_jour_servi()
    {
        var mois = Months(Contrat with { Suspensions = [Periode.Of(new(2022, 4, 1), new(2022, 4, 9))] });
        Assert.Equal("2022-T1", mois[2].Trimestre.ToString());
        Assert.Equal("2022-T2", Months(Contrat)[2].Trimestre.ToString());
        Assert.Equal("2022-T2", Months(Contrat with { Suspensions = [Periode.Of(new(2022, 3, 10), new(2022, 4, 9))] })[2].Trimestre.ToString());
    }

    [Fact]
    public void Les_lignes_suivent_l_ordre_des_types_et_separent_les_baremes()
    {
        Prix[] prix = [CasTarif.Prix2021, CasTarif.Prix2021 with { Debut = new(2022, 3, 1), BaremeId = new Guid(2022, 0, 0, new byte[8]) }];
        var contrat = Contrat with { AvecGestion = true, Changements = [new(new(2022, 6, 1), false, null)] };

        Assert.Equal(
            [(TypeMesure.SGU, 1), (TypeMesure.AGU, 2), (TypeMesure.AGU, 3)],
            CalculTarif.Lines(CalculTarif.Months(contrat, prix, ModeMoisMesure.DateADate, 15).Value).Lignes.Select(l => (l.Type, l.Quantite)));
    }

    private static IReadOnlyList<MoisMesure> Months(ContratAFacturer contrat, ModeMoisMesure mode = ModeMoisMesure.DateADate) =>
        CalculTarif.Months(contrat, [CasTarif.Prix2021], mode, 15).Value;
}
