using NodaTime;

namespace Masp.Domain.Mesures.Rencontres;

public enum EtatRencontre
{
    /// <summary>In the plan, not held yet.</summary>
    Prevue,
    Tenue,

    /// <summary>Did not take place; its cause says why (R18).</summary>
    Manquee,

    /// <summary>Recorded by mistake, or taken out of the plan: kept, and counted nowhere.</summary>
    Annulee,
}

/// <summary>Where it takes place (R18).</summary>
public enum LieuRencontre
{
    Domicile,
    Locaux,

    /// <summary>Where a step is taken together: a counter, a landlord, a bank.</summary>
    Demarche,
    Autre,

    /// <summary>A contact by telephone: logged, counted only while the Reglement says so.</summary>
    Telephone,
}

/// <summary>Why a Rencontre did not take place (R18).</summary>
public enum CauseRencontreManquee
{
    PersonneAbsente,
    PersonneDesistee,
    PersonneHospitalisee,
    IntervenantEmpeche,

    /// <summary>Said in the note.</summary>
    Autre,
}

/// <summary>What is told of one Rencontre.</summary>
/// <param name="Heure">Of the plan; null when nobody told it.</param>
/// <param name="DureeMinutes">1 to 600; told of one that was held, null for one that was missed.</param>
/// <param name="Cause">Told of one that was missed, and of no other.</param>
/// <param name="Note">Read by every party of the file.</param>
/// <param name="TrajetMinutes">Of the journey made for it, both ways: 0 to 600; null for none.</param>
/// <param name="TrajetKm">Both ways: 0 to 999.</param>
public sealed record FaitsDeRencontre(
    EtatRencontre Etat,
    LocalDate Date,
    LieuRencontre Lieu,
    Guid IntervenantId,
    int? DureeMinutes = null,
    LocalTime? Heure = null,
    CauseRencontreManquee? Cause = null,
    string? Note = null,
    int? TrajetMinutes = null,
    int? TrajetKm = null);
