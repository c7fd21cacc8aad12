using Masp.Domain.Commun;

namespace Masp.Domain.Facturation;

/// <summary>Due months of one type at one price of one Bareme (R40, R42).</summary>
/// <param name="Quantite">Number of months, 1 or more; a prorated month counts for one.</param>
/// <param name="Montant">Sum of the months' amounts, each already rounded to the cent (R43).</param>
public sealed record LigneTarif(TypeMesure Type, int Quantite, Money PrixUnitaire, Guid BaremeId, Money Montant);

/// <summary>Lines by type, then by order of their first month; the total is their sum (R43).</summary>
public sealed record DecompteTarif(IReadOnlyList<LigneTarif> Lignes, Money Total);
