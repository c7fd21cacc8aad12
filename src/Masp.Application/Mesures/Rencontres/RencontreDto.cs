using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Rencontres;
using NodaTime;

namespace Masp.Application.Mesures.Rencontres;

/// <summary>One meeting or contact of a Mesure (R18).</summary>
/// <param name="Mesure">Its number.</param>
/// <param name="Commune">Of residence, today.</param>
/// <param name="Intervenant">Null for who may not know the team.</param>
/// <param name="Comptee">Held, and counted towards the minimum under the Reglement of its day.</param>
/// <param name="ExterneId">In the software of the Titulaire.</param>
/// <param name="Corrections">What it said before, first one first.</param>
public sealed record RencontreDto(
    Guid Id,
    RefDto Mesure,
    string Personne,
    string Commune,
    EtatRencontre Etat,
    LocalDate Date,
    LocalTime? Heure,
    int? DureeMinutes,
    LieuRencontre Lieu,
    RefDto? Intervenant,
    RefDto Titulaire,
    CauseRencontreManquee? Cause,
    string? Note,
    int? TrajetMinutes,
    int? TrajetKm,
    bool Comptee,
    string? ExterneId,
    LocalDate EnregistreeLe,
    IReadOnlyList<CorrectionDto> Corrections,
    string Version) : IVersionne;

/// <param name="Avant">As it was told before.</param>
public sealed record CorrectionDto(LocalDate Le, string Motif, FaitsDto Avant);

/// <summary>What was told of a Rencontre.</summary>
public sealed record FaitsDto(
    EtatRencontre Etat,
    LocalDate Date,
    LocalTime? Heure,
    int? DureeMinutes,
    LieuRencontre Lieu,
    CauseRencontreManquee? Cause,
    string? Note);

/// <summary>What a caller tells of a Rencontre; the rest follows from the Mesure and from who calls.</summary>
/// <param name="Etat">Held when not told.</param>
/// <param name="IntervenantId">The caller when it is a worker, else who is in charge that day, when not told.</param>
public sealed record FaitsSaisis(
    LocalDate Date,
    LieuRencontre Lieu,
    int? DureeMinutes = null,
    EtatRencontre? Etat = null,
    LocalTime? Heure = null,
    Guid? IntervenantId = null,
    CauseRencontreManquee? Cause = null,
    string? Note = null,
    int? TrajetMinutes = null,
    int? TrajetKm = null)
{
    public FaitsDeRencontre With(Guid intervenantId) => new(Etat ?? EtatRencontre.Tenue, Date, Lieu, intervenantId, DureeMinutes, Heure, Cause, Note, TrajetMinutes, TrajetKm);
}

internal static class LectureRencontre
{
    public static Error Introuvable => Refus.Introuvable("rencontre", "Cette rencontre n'existe pas, ou ne vous est pas visible.");
}
