using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Tests.Facturation;

/// <summary>A contract with the prices and the threshold it is paid by.</summary>
public sealed record CasTarif(ContratAFacturer Contrat, IReadOnlyList<Prix> Prix, int Seuil)
{
    /// <summary>The prices of the source, in force since 2021 (R35).</summary>
    public static readonly Prix Prix2021 = new(
        new Guid(2021, 0, 0, new byte[8]), "tarifs 2021", new LocalDate(2021, 1, 1), new Money(20257), new Money(21257), new Money(21257), new Money(22257), new Money(6000));

    /// <summary>Without gestion, in an urban Commune, nothing happening: what a test changes is what it is about.</summary>
    public static ContratAFacturer Contrat_simple(LocalDate debut, LocalDate finPrevue) => new(debut, finPrevue, null, false, Zone.Urbaine, [], []);

    public IReadOnlyList<MoisMesure> Months(ModeMoisMesure mode) => CalculTarif.Months(Contrat, Prix, mode, Seuil).Value;

    public Money Total(ModeMoisMesure mode) => CalculTarif.Lines(Months(mode)).Total;
}
