using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Demandes;

public enum SensDecision
{
    Favorable,
    Defavorable,
}

/// <summary>What the SAFPM wants to decide, before the rules have been asked.</summary>
/// <param name="AvecGestion">Needed when favourable (R10).</param>
/// <param name="DureeMois">Whole months, needed when favourable (R2, R10).</param>
/// <param name="Motif">The facts; needed for a refusal (R9).</param>
/// <param name="Fondement">The law; needed for a refusal (R9).</param>
/// <param name="MotifDivergence">Needed when it differs from the Avis (R9).</param>
/// <param name="MotifIneligibilite">Needed when favourable in spite of a "no" (R5).</param>
public sealed record ProjetDeDecision(
    SensDecision Sens,
    LocalDate Date,
    bool? AvecGestion,
    int? DureeMois,
    string? Motif,
    string? Fondement,
    string? MotifDivergence,
    string? MotifIneligibilite);

/// <summary>The act of the SAFPM on a Demande, apart from the Avis (R9, R10), and when each of those concerned was told of it.</summary>
public sealed class Decision
{
    private Decision()
    {
    }

    internal Decision(ProjetDeDecision projet, Guid utilisateurId, string? lotCode)
    {
        Sens = projet.Sens;
        Date = projet.Date;
        UtilisateurId = utilisateurId;
        AvecGestion = projet.AvecGestion;
        DureeMois = projet.DureeMois;
        LotCode = lotCode;
        Motif = projet.Motif;
        Fondement = projet.Fondement;
        MotifDivergence = projet.MotifDivergence;
        MotifIneligibilite = projet.MotifIneligibilite;
    }

    public SensDecision Sens { get; private set; }

    public LocalDate Date { get; private set; }

    /// <summary>Who decided.</summary>
    public Guid UtilisateurId { get; private set; }

    public bool? AvecGestion { get; private set; }

    public int? DureeMois { get; private set; }

    /// <summary>From the commune of residence on the day of the Decision (R10).</summary>
    public string? LotCode { get; private set; }

    public string? Motif { get; private set; }

    public string? Fondement { get; private set; }

    public string? MotifDivergence { get; private set; }

    public string? MotifIneligibilite { get; private set; }

    public LocalDate? NotifieeALaPersonneLe { get; private set; }

    public MoyenNotification? NotifieeALaPersonnePar { get; private set; }

    public LocalDate? NotifieeAuServiceLe { get; private set; }

    public MoyenNotification? NotifieeAuServicePar { get; private set; }

    /// <summary>Those made, the person's first; two at most.</summary>
    public IReadOnlyList<Notification> Notifications =>
    [
        .. Made(Destinataire.Personne, NotifieeALaPersonneLe, NotifieeALaPersonnePar),
        .. Made(Destinataire.Service, NotifieeAuServiceLe, NotifieeAuServicePar),
    ];

    /// <summary>Records that one of the two was told (R9); each is told once.</summary>
    /// <returns>Refused with <c>notification.deja-faite</c>, <c>notification.avant-decision</c> or <c>notification.date-future</c>.</returns>
    internal Result<Notification> Notify(Notification notification, LocalDate aujourdhui)
    {
        if (Notifications.Any(n => n.Destinataire == notification.Destinataire))
            return Notification.DejaFaite;
        if (Notification.Refuses(Date, notification.Date, aujourdhui) is { } refusal)
            return refusal;
        switch (notification.Destinataire)
        {
            case Destinataire.Personne:
                (NotifieeALaPersonneLe, NotifieeALaPersonnePar) = (notification.Date, notification.Moyen);
                break;
            case Destinataire.Service:
                (NotifieeAuServiceLe, NotifieeAuServicePar) = (notification.Date, notification.Moyen);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(notification), notification.Destinataire, "Unknown Destinataire.");
        }

        return notification;
    }

    private static IEnumerable<Notification> Made(Destinataire destinataire, LocalDate? le, MoyenNotification? par) =>
        le is { } date && par is { } moyen ? [new Notification(destinataire, date, moyen)] : [];
}
