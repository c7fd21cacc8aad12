using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Tests.Attributions;
using NodaTime;

namespace Masp.Domain.Tests.Facturation;

internal static class FacturesDEssai
{
    public static readonly Trimestre T1 = Trimestre.Of(new LocalDate(2022, 1, 1));
    public static readonly LocalDate Apres = new(2022, 4, 1);
    public static readonly Guid Bareme = BonsDEssai.Id(50);
    public static readonly Guid Comptable = BonsDEssai.Id(99);

    public static DetailAFacturer Mois(int numero, TypeMesure type = TypeMesure.SGU, long cents = 202_57, int quantite = 1, NatureDetail nature = NatureDetail.Mois) => new(
        nature, "34-2022-0001", BonsDEssai.Id(11), null, numero, new LocalDate(2022, 1, 1), new LocalDate(2022, 1, 31), type, quantite, new Money(cents),
        new Money(cents * quantite), Bareme, "Mois entier servi");

    public static DetailAFacturer Forfait(int bon = 1) => new(
        NatureDetail.Forfait, "BC-34-1-0001", null, BonsDEssai.Id(bon), null, Apres, Apres, null, 1, new Money(60_00), new Money(60_00), Bareme, "Abandon");

    public static Facture Prepare(params DetailAFacturer[] details) =>
        Facture.Prepare(BonsDEssai.Id(60), "34", BonsDEssai.Id(2), "1", T1, details, Apres).Value;

    public static Facture Emise(params DetailAFacturer[] details)
    {
        var facture = Prepare(details);
        _ = facture.Validate(Comptable, Apres).Value;
        _ = facture.Issue("A-00001", Apres).Value;
        return facture;
    }
}
