using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Fins;
using NodaTime;

namespace Masp.Application.Mesures.Fins;

/// <summary>How a Mesure ends, or may end (R22, R50).</summary>
/// <param name="Terme">Last contractual day.</param>
/// <param name="MotifsAuTerme">Those of the Reglement.</param>
/// <param name="Initiateurs">Who may ask for an end before the term, and for which reasons.</param>
/// <param name="Demandes">Latest first.</param>
/// <param name="Version">Of the Mesure.</param>
public sealed record FinDto(
    Guid MesureId, EtatMesure Etat, LocalDate Terme, LocalDate? FinReelle, MotifFin? MotifFin, IReadOnlyList<MotifFin> MotifsAuTerme,
    IReadOnlyList<InitiateurDto> Initiateurs, IReadOnlyList<DemandeDeFinDto> Demandes, string Version) : IVersionne;

public sealed record InitiateurDto(InitiateurFin Initiateur, IReadOnlyList<MotifFin> Motifs);

/// <summary>An end asked for before the term.</summary>
/// <param name="Fondee">As the service that asked found; null while it has not said, or need not.</param>
public sealed record DemandeDeFinDto(
    Guid Id, Guid MesureId, string MesureNumero, InitiateurFin Initiateur, MotifFin Motif, LocalDate DernierJourSouhaite, string Explication, LocalDate ProposeeLe,
    EtatDemandeDeFin Etat, bool? Fondee, LocalDate? AvisLe, string? MotifAvis, LocalDate? DecideeLe, string? MotifDecision, LocalDate? DernierJour, string Version) : IVersionne
{
    internal static DemandeDeFinDto Of(DemandeDeFin d) => new(
        d.Id, d.MesureId, d.MesureNumero, d.Initiateur, d.Motif, d.DernierJourSouhaite, d.Explication, d.ProposeeLe, d.Etat, d.Fondee, d.AvisLe, d.MotifAvis, d.DecideeLe,
        d.MotifDecision, d.DernierJour, d.ETag());
}

internal static class LectureFin
{
    public static Error Introuvable => Refus.Introuvable("fin", "Cette demande de fin n'existe pas, ou ne vous est pas visible.");

    public static Error DejaDemandee => Error.Conflict("fin.demande-en-cours", "Une demande de fin est déjà en cours pour cette mesure.");
}
