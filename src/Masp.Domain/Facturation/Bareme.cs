using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Facturation;

/// <summary>The four prices and the forfait of one arrete (R35). It holds from its first day until the next one begins.</summary>
public sealed class Bareme : AggregateRoot
{
    private Bareme()
    {
    }

    private Bareme(string departementCode, Prix prix)
    {
        DepartementCode = departementCode;
        Id = prix.BaremeId;
        Reference = prix.Reference;
        Debut = prix.Debut;
        Sgu = prix.Sgu;
        Agu = prix.Agu;
        Sgr = prix.Sgr;
        Agr = prix.Agr;
        Forfait = prix.Forfait;
    }

    public Guid Id { get; private set; }

    /// <summary>Of the arrete.</summary>
    public string Reference { get; private set; } = string.Empty;

    /// <summary>First day, included.</summary>
    public LocalDate Debut { get; private set; }

    public Money Sgu { get; private set; }

    public Money Agu { get; private set; }

    public Money Sgr { get; private set; }

    public Money Agr { get; private set; }

    public Money Forfait { get; private set; }

    public Prix Prix => new(Id, Reference, Debut, Sgu, Agu, Sgr, Agr, Forfait);

    /// <param name="departementCode">Owner.</param>
    /// <param name="prix">Every price more than zero.</param>
    /// <param name="dernierDebut">First day of the latest Bareme, or null when this is the first.</param>
    /// <returns>Refused with <c>bareme.prix-invalide</c>, or <c>bareme.anterieur</c>: a change never rewrites what was computed (R60).</returns>
    public static Result<Bareme> Create(string departementCode, Prix prix, LocalDate? dernierDebut)
    {
        if (new[] { prix.Sgu, prix.Agu, prix.Sgr, prix.Agr, prix.Forfait }.Any(p => p <= Money.Zero))
            return Error.Invalid("bareme.prix-invalide", "Chaque prix du barème est supérieur à zéro.");
        if (prix.Debut <= dernierDebut)
        {
            return Error.Conflict(
                "bareme.anterieur", $"Un barème prend effet après le dernier connu ({Francais.Date(dernierDebut.Value)}) : le passé ne se réécrit pas (R60).", "debut");
        }

        return new Bareme(departementCode, prix);
    }
}
