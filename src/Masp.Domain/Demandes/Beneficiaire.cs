using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Demandes;

/// <summary>The adult for whom measures are asked (R1).</summary>
public sealed class Beneficiaire : AggregateRoot
{
    private Beneficiaire()
    {
    }

    private Beneficiaire(Guid id, string departementCode, string nom, string prenom, LocalDate dateNaissance)
    {
        Id = id;
        DepartementCode = departementCode;
        Nom = nom;
        Prenom = prenom;
        DateNaissance = dateNaissance;
    }

    public Guid Id { get; private set; }

    public string Nom { get; private set; } = string.Empty;

    public string Prenom { get; private set; } = string.Empty;

    public LocalDate DateNaissance { get; private set; }

    /// <param name="aujourdhui">A birth cannot be in the future; nobody older than 130 is recorded by mistake.</param>
    /// <returns>Refused with <c>beneficiaire.date-naissance-invalide</c>. Being an adult is an eligibility answer (R5), not a bound.</returns>
    public static Result<Beneficiaire> Create(Guid id, string departementCode, string nom, string prenom, LocalDate dateNaissance, LocalDate aujourdhui)
    {
        if (dateNaissance > aujourdhui || dateNaissance.PlusYears(130) < aujourdhui)
        {
            return Error.Invalid(
                "beneficiaire.date-naissance-invalide",
                "La date de naissance doit être passée, et de moins de 130 ans.",
                "beneficiaire.dateNaissance");
        }

        return new Beneficiaire(id, departementCode, nom.Trim(), prenom.Trim(), dateNaissance);
    }
}
