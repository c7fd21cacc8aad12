using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Acces;

/// <summary>What a record is, as far as it matters for who may see it.</summary>
public enum NatureCible
{
    /// <summary>Territory, tariffs, rule sets, conventions, services: nothing of a person.</summary>
    Referentiel,

    /// <summary>Of a person: Demande, BonDeCommande, Mesure, and whatever hangs from them.</summary>
    Dossier,

    /// <summary>Health information of a file (R62).</summary>
    Sante,

    /// <summary>A note that every party of the file reads.</summary>
    NotePartagee,

    /// <summary>A note that only the body of its author reads.</summary>
    NotePropre,

    /// <summary>A session of the Commission and its agenda.</summary>
    Seance,

    /// <summary>The register of a Lot (R11).</summary>
    Registre,

    /// <summary>Facture, Avoir, detailed statement.</summary>
    Facture,

    /// <summary>Who works for a Titulaire: a name that the services which asked may know (R26).</summary>
    Intervenant,

    /// <summary>The working time and the absences of those who work for a Titulaire.</summary>
    Equipe,

    /// <summary>A hand-over and the measures it passes, of which its two Titulaires know (R24).</summary>
    Relais,

    /// <summary>Accounts, program clients, their sessions.</summary>
    Compte,

    /// <summary>An answer kept under an <c>Idempotency-Key</c>: of who asked, and nobody else's.</summary>
    Rejeu,

    /// <summary>What was corrected, archived, signed for by the archives or erased of a file (R63).</summary>
    Conservation,

    /// <summary>A call for candidates and what was handed in.</summary>
    Consultation,
}

/// <summary>What an act is done to: built from the record as it is, never from what the request says of it.</summary>
/// <param name="Nature">Of the record.</param>
/// <param name="DepartementCode">Whose record it is.</param>
public sealed record Cible(NatureCible Nature, string DepartementCode)
{
    /// <summary>The Titulaires it concerns, each for its days: who serves the measure, who has a Convention on the Lot, whose Facture it is.</summary>
    public IReadOnlyList<PartieTitulaire> Titulaires { get; init; } = [];

    /// <summary>The accounts of the workers in charge and of those who stand in for them, each for its days (R26).</summary>
    public IReadOnlyList<PartieIntervenant> Intervenants { get; init; } = [];

    /// <summary>The services that asked (R7): one for a file, all of them for a person.</summary>
    public IReadOnlyList<Guid> ServicesReferents { get; init; } = [];

    public Guid? BeneficiaireId { get; init; }

    /// <summary>Whose own it is: the account itself, or the Evaluateurs of a Consultation.</summary>
    public IReadOnlyList<Guid> Utilisateurs { get; init; } = [];

    /// <summary>The body of the author of a note.</summary>
    public Organisme? Auteur { get; init; }

    /// <summary>The day a line of the file bears; null for the file itself. A Titulaire that handed it over reads nothing of a later day (R24).</summary>
    public LocalDate? Jour { get; init; }
}

/// <summary>A Titulaire and the days on which it is one of the parties.</summary>
public sealed record PartieTitulaire(Guid TitulaireId, Periode Jours);

/// <summary>The account of a worker and the days on which it is in charge, or stands in.</summary>
public sealed record PartieIntervenant(Guid UtilisateurId, Guid TitulaireId, Periode Jours);

/// <summary>The body on whose behalf somebody acts: the département when both are null.</summary>
public sealed record Organisme(Guid? TitulaireId = null, Guid? ServiceReferentId = null)
{
    public static Organisme Of(Acteur acteur) => new(acteur.TitulaireId, acteur.ServiceReferentId);
}
