using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Facturation;

/// <summary>What the computation needs to know of a Bareme: its prices and its first day (R35).</summary>
/// <param name="BaremeId">Kept on every priced line (R42).</param>
/// <param name="Reference">The arrete, as printed in explanations.</param>
/// <param name="Debut">First day, included; it holds until the next one begins.</param>
public sealed record Prix(Guid BaremeId, string Reference, LocalDate Debut, Money Sgu, Money Agu, Money Sgr, Money Agr, Money Forfait)
{
    public Money Of(TypeMesure type) => type switch
    {
        TypeMesure.SGU => Sgu,
        TypeMesure.AGU => Agu,
        TypeMesure.SGR => Sgr,
        TypeMesure.AGR => Agr,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown TypeMesure."),
    };
}
