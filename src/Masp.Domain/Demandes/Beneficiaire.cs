using Masp.Domain.Beneficiaires;
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

    /// <summary>Null while nobody told it.</summary>
    public Civilite? Civilite { get; private set; }

    /// <summary>Day the file was archived; null while it is active (R63).</summary>
    public LocalDate? ArchiveLe { get; private set; }

    /// <summary>Day the file was erased: what is left of the row then is a key for the accounts, and says nothing of anybody (R63, R41).</summary>
    public LocalDate? EffaceLe { get; private set; }

    public static Error DossierArchive =>
        Error.Conflict("dossier.archive", "Ce dossier est archivé : il se lit et ne s'écrit plus. Une nouvelle demande le reprend (R63).");

    /// <param name="aujourdhui">A birth cannot be in the future; nobody older than 130 is recorded by mistake.</param>
    /// <returns>Refused with <c>beneficiaire.date-naissance-invalide</c>. Being an adult is an eligibility answer (R5), not a bound.</returns>
    public static Result<Beneficiaire> Create(Guid id, string departementCode, string nom, string prenom, LocalDate dateNaissance, LocalDate aujourdhui)
    {
        if (RefuseBirth(dateNaissance, aujourdhui, "beneficiaire.dateNaissance") is { } refusal)
            return refusal;
        return new Beneficiaire(id, departementCode, nom.Trim(), prenom.Trim(), dateNaissance);
    }

    /// <summary>Corrects what was recorded of who the person is, on their demand or the service's (R63).</summary>
    /// <param name="voulue">What is null stays as it is.</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    /// <returns>What was and what is; refused with <c>dossier.archive</c>, <c>beneficiaire.date-naissance-invalide</c> or <c>rectification.sans-changement</c>.</returns>
    public Result<Rectification> Rectify(IdentiteRectifiee voulue, LocalDate aujourdhui)
    {
        if (ArchiveLe is not null)
            return DossierArchive;
        if (voulue.DateNaissance is { } naissance && RefuseBirth(naissance, aujourdhui, "dateNaissance") is { } refusal)
            return refusal;
        var avant = Identite.Of(this);
        Nom = voulue.Nom?.Trim() ?? Nom;
        Prenom = voulue.Prenom?.Trim() ?? Prenom;
        DateNaissance = voulue.DateNaissance ?? DateNaissance;
        Civilite = voulue.Civilite ?? Civilite;
        var apres = Identite.Of(this);
        return apres == avant
            ? Error.Invalid("rectification.sans-changement", "Rien ne change : dites ce qui est à rectifier.")
            : new Rectification(avant, apres);
    }

    private static Error? RefuseBirth(LocalDate dateNaissance, LocalDate aujourdhui, string field) =>
        dateNaissance > aujourdhui || dateNaissance.PlusYears(130) < aujourdhui
            ? Error.Invalid("beneficiaire.date-naissance-invalide", "La date de naissance doit être passée, et de moins de 130 ans.", field)
            : null;
}
