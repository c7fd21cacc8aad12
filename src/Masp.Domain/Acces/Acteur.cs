using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Acces;

/// <summary>Who acts, on behalf of which body. PostgreSQL is told the same facts at the start of each unit of work.</summary>
/// <param name="TitulaireId">Set for the two roles of a Titulaire, and only for them.</param>
/// <param name="ServiceReferentId">Set for a Referent, and only for one.</param>
/// <param name="BeneficiaireId">Set for the person, and only for one: whose file is their own.</param>
/// <param name="Validite">The days on which the account is good, both included; null while nobody bounded it. An Auditeur always has one.</param>
public sealed record Acteur(
    string DepartementCode,
    Guid UtilisateurId,
    Role Role,
    Guid? TitulaireId = null,
    Guid? ServiceReferentId = null,
    Guid? BeneficiaireId = null,
    Periode? Validite = null)
{
    /// <summary>The département's own service: it sees every file of its Departement.</summary>
    public bool IsSafpm => Role is Role.Agent or Role.Decideur or Role.Comptable or Role.Integrateur;

    /// <summary>Besides the SAFPM, who audits it.</summary>
    public bool SeesEveryFile => IsSafpm || Role == Role.Auditeur;

    /// <summary>Reads and never changes a thing, whatever the act.</summary>
    public bool OnlyReads => Role is Role.Auditeur or Role.Beneficiaire or Role.Evaluateur or Role.Exports;

    /// <summary>An Auditeur whose days nobody told has none.</summary>
    public bool IsValidOn(LocalDate date) => Validite?.Contains(date) ?? Role != Role.Auditeur;
}
