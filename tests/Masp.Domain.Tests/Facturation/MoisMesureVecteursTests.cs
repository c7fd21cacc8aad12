using System.Globalization;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Territoires;
using Masp.Domain.Tests.Vecteurs;
using Xunit;

namespace Masp.Domain.Tests.Facturation;

public sealed class MoisMesureVecteursTests
{
    public static TheoryData<string, string, int, string> Lignes()
    {
        var lignes = new TheoryData<string, string, int, string>();
        foreach (var champs in Vecteur.Read("mois-mesure.csv"))
            lignes.Add(champs[0], string.Join(';', champs[1..8]), int.Parse(champs[8], CultureInfo.InvariantCulture), champs[9]);
        return lignes;
    }

    [Theory]
    [MemberData(nameof(Lignes))]
    public void Chaque_ligne_du_vecteur_est_retrouvee(string cas, string contrat, int moisDus, string montant)
    {
        var mois = CalculTarif.Months(Parse(contrat), [CasTarif.Prix2021], ModeMoisMesure.DateADate, 15).Value;

        Assert.True(moisDus == mois.Count(m => m.Du), cas);
        Assert.Equal(Money.FromEuros(decimal.Parse(montant, CultureInfo.InvariantCulture)).Value, CalculTarif.Lines(mois).Total);
    }

    [Fact]
    public void The_file_has_all_its_rows() => Assert.Equal(10, Vecteur.Read("mois-mesure.csv").Count());

    private static ContratAFacturer Parse(string contrat)
    {
        var champs = contrat.Split(';');
        return new ContratAFacturer(
            Vecteur.Date(champs[0]), Vecteur.Date(champs[1]), Vecteur.Date(champs[2]), champs[3] == "oui", Enum.Parse<Zone>(champs[4], ignoreCase: true),
            [.. Several(champs[5]).Select(texte => texte.Split('/')).Select(p => Periode.Of(Vecteur.Date(p[0]), Vecteur.Date(p[1])))],
            [.. Several(champs[6]).Select(texte => texte.Split('=', '@')).Select(c => new Changement(
                Vecteur.Date(c[2]), c[0] == "gestion" ? c[1] == "oui" : null, c[0] == "zone" ? Enum.Parse<Zone>(c[1], ignoreCase: true) : null))]);
    }

    private static string[] Several(string champ) => champ.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
