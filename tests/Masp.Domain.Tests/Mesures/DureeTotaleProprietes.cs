using FsCheck.Xunit;
using Masp.Domain.Mesures;
using NodaTime;
using Xunit;
using static Masp.Domain.Tests.Mesures.MesuresDEssai;

namespace Masp.Domain.Tests.Mesures;

/// <summary>R3: whatever is asked, in whatever order, the person is never under contract for a 49th month.</summary>
[Properties(Arbitrary = [typeof(Generateurs)], MaxTest = 1000, QuietOnSuccess = true)]
public sealed class DureeTotaleProprietes
{
    [Property]
    public void A_chain_of_renewals_never_passes_48_months(ushort jour, byte premiere, byte[] durees)
    {
        var debut = new LocalDate(2022, 1, 1).PlusDays(jour % 1500);
        var mesure = Open(debut, 6 + (premiere % 19));
        foreach (var duree in durees)
            _ = mesure.Renew(mesure.Next(duree % 30), ChaineDeContrats.Vide, Regles, "Motif écrit");

        Assert.True(mesure.FinPrevue < debut.PlusMonths(48), $"{debut} to {mesure.FinPrevue}");
        Assert.All(mesure.Contrats.Zip(mesure.Contrats.Skip(1)), p => Assert.Equal(p.First.FinReelle!.Value.PlusDays(1), p.Second.Debut));
        Assert.All(mesure.Contrats, c => Assert.InRange(c.DureeMois, 6, 24));
    }

    /// <summary>Broken months of earlier contracts add up to no more than the days they had.</summary>
    [Property]
    public void What_is_left_after_early_ends_is_what_48_months_leave(ushort jour, byte[] fins)
    {
        var debut = new LocalDate(2022, 1, 1).PlusDays(jour % 1500);
        var chaine = ChaineDeContrats.Vide;
        foreach (var fin in fins)
        {
            var mesure = Open(debut, 6);
            if (chaine.Refuses(6, 48) is not null)
                break;
            _ = mesure.Close(debut.PlusDays(fin % 180), MotifFin.RetraitDuBeneficiaire, mesure.FinPrevue).Value;
            chaine = chaine.Plus(mesure.Chaine);
            debut = mesure.FinReelle!.Value.PlusDays(1);
        }

        Assert.InRange(chaine.MoisEntames, 0, 48);
        Assert.InRange(chaine.Jours, 0, 29);
        Assert.Null(chaine.Refuses(48 - chaine.MoisEntames, 48));
        Assert.NotNull(chaine.Refuses(49 - chaine.MoisEntames, 48));
    }
}
