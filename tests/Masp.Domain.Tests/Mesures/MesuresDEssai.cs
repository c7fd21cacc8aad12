using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using Masp.Domain.Tests.Attributions;
using NodaTime;

namespace Masp.Domain.Tests.Mesures;

internal static class MesuresDEssai
{
    public static readonly Parametres Regles = new();

    public static Mesure Open(LocalDate signature, int dureeMois = 12, bool avecGestion = false, LocalDate? enregistreLe = null)
    {
        var bon = BonsDEssai.Emis(signature, dureeMois, avecGestion);
        var aujourdhui = enregistreLe ?? signature;
        _ = bon.Sign(signature, signature, Regles, aujourdhui).Value;
        return Mesure.Open(BonsDEssai.Id(10), "34-2022-0001", bon, BonsDEssai.Id(11), ChaineDeContrats.Vide, Regles, aujourdhui).Value;
    }

    public static NouveauContrat Next(this Mesure mesure, int dureeMois, int joursApresTerme = 1) => new(
        BonsDEssai.Id(11 + mesure.Contrats.Count), mesure.DernierContrat.FinPrevue.PlusDays(joursApresTerme), dureeMois, true, BonsDEssai.Id(2), BonsDEssai.Id(3),
        mesure.DernierContrat.FinPrevue);
}
