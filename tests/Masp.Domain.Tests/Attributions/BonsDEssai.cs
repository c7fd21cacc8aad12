using Masp.Domain.Attributions;
using NodaTime;

namespace Masp.Domain.Tests.Attributions;

internal static class BonsDEssai
{
    /// <summary>A Monday, followed by a working day.</summary>
    public static readonly LocalDate EmisLe = new(2022, 1, 3);

    public static BonDeCommande Emis(LocalDate? emisLe = null, int dureeMois = 12, bool avecGestion = true) => new(new EmissionBon(
        Id(1), "34", "BC-34-1-0001", 1, "1", Id(2), Id(3), Id(4), Id(5), Id(6), "34172", avecGestion, dureeMois, emisLe ?? EmisLe, "A : le moins servi"));

    public static Guid Id(int n) => new(n, 0, 0, new byte[8]);
}
