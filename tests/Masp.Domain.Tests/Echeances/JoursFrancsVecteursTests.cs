using Masp.Domain.Echeances;
using Masp.Domain.Tests.Vecteurs;
using Xunit;

namespace Masp.Domain.Tests.Echeances;

public sealed class JoursFrancsVecteursTests
{
    public static TheoryData<string, string, int, string, string, string> Lignes()
    {
        var lignes = new TheoryData<string, string, int, string, string, string>();
        foreach (var champs in Vecteur.Read("jours-francs.csv"))
            lignes.Add(champs[0], champs[1], int.Parse(champs[2], System.Globalization.CultureInfo.InvariantCulture), champs[3], champs[4], champs[5]);
        return lignes;
    }

    [Theory]
    [MemberData(nameof(Lignes))]
    public void Chaque_ligne_du_vecteur_est_retrouvee(string sens, string evenement, int jours, string mode, string dateBrute, string date)
    {
        var delai = JoursFrancs.Compute(
            Vecteur.Date(evenement), jours, Enum.Parse<Sens>(sens, ignoreCase: true), Enum.Parse<ModeDelai>(mode, ignoreCase: true), Calendrier.Metropole).Value;

        Assert.Equal((Vecteur.Date(dateBrute), Vecteur.Date(date)), (delai.DateBrute, delai.Date));
    }

    [Fact]
    public void The_file_has_all_its_rows() => Assert.Equal(116, Vecteur.Read("jours-francs.csv").Count());
}
