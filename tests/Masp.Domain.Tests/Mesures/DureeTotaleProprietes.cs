using FsCheck.Xunit;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Avenants;
using Masp.Domain.Tests.Attributions;
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

    /// <summary>Contracts, suspensions, prorogations, renewals and further measures of one person, in any order: never a day after the 48th month is spent.</summary>
    [Property]
    public void No_sequence_of_acts_passes_48_months(ushort jour, (byte Acte, ushort Jours, byte Mois)[] actes)
    {
        var debut = new LocalDate(2022, 1, 1).PlusDays(jour % 1500);
        var mesure = Open(debut, 6 + (jour % 19));
        var anterieurs = ChaineDeContrats.Vide;
        foreach (var (acte, jours, mois) in actes)
        {
            var date = mesure.Debut.PlusDays(jours % 1600);
            var amendement = new Amendement(BonsDEssai.Id(100 + jours), mesure.Debut, anterieurs, Regles, _ => ModeMoisMesure.DateADate, date);
            switch (acte % 6)
            {
                case 0:
                    _ = mesure.Renew(mesure.Next(mois % 30), anterieurs, Regles, "Motif écrit");
                    break;
                case 1:
                    _ = mesure.Amend(new ObjetAvenant(NatureAvenant.Suspension, null, date, date.PlusDays(mois), null), amendement);
                    break;
                case 2:
                    _ = mesure.Amend(new ObjetAvenant(NatureAvenant.Suspension, null, date, date.PlusDays(mois), mesure.FinPrevue.PlusDays(mois)), amendement);
                    break;
                case 3:
                    _ = mesure.Amend(new ObjetAvenant(NatureAvenant.Prorogation, null, null, null, date), amendement);
                    break;
                case 4:
                    _ = mesure.Amend(new ObjetAvenant(NatureAvenant.Gestion, mois % 2 == 0, date, null, null), amendement);
                    break;
                default:
                    if (!mesure.Close(date, MotifFin.RetraitDuBeneficiaire, date).IsSuccess)
                        break;
                    anterieurs = anterieurs.Plus(mesure.Chaine);
                    if (anterieurs.Refuses(6, 48) is not null)
                        return;
                    mesure = Open(mesure.FinReelle!.Value.PlusDays(1), 6);
                    break;
            }

            var chaine = anterieurs.Plus(mesure.Chaine);
            Assert.True(chaine.Mois < 48 || (chaine.Mois == 48 && chaine.Jours == 0), $"{chaine}");
            Assert.All(mesure.Contrats.OrderBy(c => c.Debut).Zip(mesure.Contrats.OrderBy(c => c.Debut).Skip(1)), p => Assert.Equal(p.First.Periode.Fin!.Value.PlusDays(1), p.Second.Debut));
        }
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
