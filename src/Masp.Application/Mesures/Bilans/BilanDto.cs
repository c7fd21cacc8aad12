using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Bilans;
using NodaTime;

namespace Masp.Application.Mesures.Bilans;

/// <summary>A Bilan, whole (R19, R20).</summary>
/// <param name="Mois">Of an etape: 6, 12, 18…</param>
/// <param name="Rencontres">Held since the Bilan before, as counted when it was written.</param>
public sealed record BilanDto(
    Guid Id,
    Guid MesureId,
    string MesureNumero,
    Guid ContratId,
    NatureBilan Nature,
    int? Mois,
    EtatBilan Etat,
    LocalDate EtabliLe,
    LocalDate TransmisLe,
    string Situation,
    IReadOnlyList<ObjectifEvalue> Objectifs,
    string? Perspectives,
    string Articulation,
    int? Rencontres,
    Suite? Suite,
    int? DureeMois,
    bool? AvecGestion,
    AvisDuReferentDto? AvisDuReferent,
    IReadOnlyList<AvisDeSeance> Avis,
    DecisionDeBilanDto? Decision,
    IReadOnlyList<NotificationDeBilan> Notifications,
    string Version) : IVersionne
{
    internal static BilanDto Of(Bilan b) => new(
        b.Id, b.MesureId, b.MesureNumero, b.ContratId, b.Nature, b.Mois, b.Etat, b.EtabliLe, b.TransmisLe, b.Contenu.Situation, b.Contenu.Objectifs, b.Contenu.Perspectives,
        b.Articulation, b.Rencontres, b.SuiteDemandee, b.DureeDemandee, b.GestionDemandee,
        b.AvisDuReferent is { } avis ? new AvisDuReferentDto(avis.Favorable, avis.Motif, avis.Date) : null,
        [.. b.Avis.OrderBy(a => a.Date)],
        b.Decision is { } d
            ? new DecisionDeBilanDto(d.Suite, d.Date, d.DureeMois, d.AvecGestion, d.MotifFin, d.Motif, d.MotifDivergence, d.MotifExceptionnel) : null,
        b.Notifications, b.ETag());
}

public sealed record AvisDuReferentDto(bool Favorable, string Motif, LocalDate Date);

public sealed record DecisionDeBilanDto(
    Suite Suite, LocalDate Date, int? DureeMois, bool? AvecGestion, Domain.Mesures.MotifFin? MotifFin, string? Motif, string? MotifDivergence, string? MotifExceptionnel);

internal static class LectureBilan
{
    public static Error Introuvable => Refus.Introuvable("bilan", "Ce bilan n'existe pas, ou ne vous est pas visible.");

    public static Error Inconnu => Error.Invalid("bilan.inconnu", "Ce bilan n'est pas connu.", "bilanId");

    public static Error DejaTransmis => Error.Conflict("bilan.deja-transmis", "Ce bilan est déjà transmis pour ce contrat.");
}

internal sealed class ObjectifEvalueValidator : AbstractValidator<ObjectifEvalue>
{
    public ObjectifEvalueValidator()
    {
        RuleFor(o => o.Libelle).Obligatoire(500);
        RuleFor(o => o.Commentaire).Facultatif(2000);
    }
}
