using Masp.Domain.Commun;
using Masp.Domain.Titulaires;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>The services that ask for measures (R7), each kind at least once, with habilitations that begin and end.</summary>
internal static class Services
{
    private static readonly LocalDate Debut = new(2020, 1, 1);

    public static IReadOnlyList<ServiceReferent> Create(Reperes reperes) =>
    [
        Always(reperes, "STS Étang (démonstration)", NatureService.Sts),
        Always(reperes, "STS Garrigues (démonstration)", NatureService.Sts),
        Always(reperes, "STS Vignobles (démonstration)", NatureService.Sts),
        Always(reperes, "STS Hauts Cantons (démonstration)", NatureService.Sts),
        Always(reperes, "SDA Est (démonstration)", NatureService.Sda),
        Always(reperes, "SDA Centre (démonstration)", NatureService.Sda),
        Always(reperes, "SDA Ouest (démonstration)", NatureService.Sda),
        Always(reperes, "CCAS des Platanes (démonstration)", NatureService.Ccas),
        Always(reperes, "CCAS du Littoral (démonstration)", NatureService.Ccas),
        Between(
            reperes, "CCAS des Arceaux (démonstration)", NatureService.Ccas, Periode.Of(Debut, new LocalDate(2023, 6, 30)), Periode.Of(new LocalDate(2024, 1, 1))),
        Always(reperes, "CIAS de la Plaine (démonstration)", NatureService.Cias),
        Between(reperes, "Association Passerelle d'exemple (démonstration)", NatureService.AssociationInsertion, Periode.Of(Reperes.PremieresConventions)),
        Between(reperes, "Association Escale d'exemple (démonstration)", NatureService.AssociationInsertion, Periode.Of(Debut, new LocalDate(2024, 12, 31))),
    ];

    private static ServiceReferent Always(Reperes reperes, string nom, NatureService nature) => Between(reperes, nom, nature, Periode.Of(Debut));

    private static ServiceReferent Between(Reperes reperes, string nom, NatureService nature, params Periode[] periodes)
    {
        var service = new ServiceReferent(reperes.Next(), Reperes.Departement, nom, nature);
        foreach (var periode in periodes)
            _ = service.Habilitate(reperes.Next(), periode).Value;
        return service;
    }
}
