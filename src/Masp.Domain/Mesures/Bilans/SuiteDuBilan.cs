using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Mesures.Bilans;

/// <summary>From the opinion of the service that asked to the notices of the decision (R20, art. 4).</summary>
public sealed partial class Bilan
{
    /// <summary>The opinion that the decision follows or differs from.</summary>
    public AvisDeSeance? AvisRendu => Avis.Where(a => a.Sens != SensAvis.Ajourne).MaxBy(a => a.Date);

    /// <summary>The service that asked gives its opinion, once.</summary>
    /// <param name="favorable">To what the Bilan asks for.</param>
    /// <param name="motif">Written.</param>
    /// <param name="date">From the day it was sent to today.</param>
    /// <param name="utilisateurId">Who gives it.</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    /// <returns>Refused with <c>bilan.sans-avis</c>, <c>bilan.avis-deja-donne</c> or <c>bilan.avis-date-invalide</c>.</returns>
    public Result<Done> GiveAvis(bool favorable, string motif, LocalDate date, Guid utilisateurId, LocalDate aujourdhui)
    {
        if (Nature == NatureBilan.Etape)
            return Error.Conflict("bilan.sans-avis", "Un bilan d'étape informe : il n'appelle ni avis ni décision (R19).");
        if (AvisDuReferent is not null)
            return Error.Conflict("bilan.avis-deja-donne", "Le service référent a déjà donné son avis sur ce bilan.");
        if (date < TransmisLe || date > aujourdhui)
            return Error.Invalid("bilan.avis-date-invalide", "L'avis se situe entre la transmission du bilan et aujourd'hui.", "date");
        AvisDuReferent = new AvisDuReferent(favorable, motif, date, utilisateurId);
        Etat = EtatBilan.AInscrire;
        return Done.Value;
    }

    /// <summary>Puts it on the agenda of a session (R8).</summary>
    /// <returns>Refused with <c>bilan.avis-manquant</c>, <c>bilan.hors-commission</c> or <c>commission.avant-bilan</c>.</returns>
    internal Result<Done> Enrol(LocalDate seance)
    {
        if (Etat == EtatBilan.AvisReferentAttendu)
            return Error.Conflict("bilan.avis-manquant", "Le service référent n'a pas encore donné son avis sur ce bilan (R20, art. 4).", "bilanId");
        if (Etat is not (EtatBilan.AInscrire or EtatBilan.Ajourne))
            return Error.Conflict("bilan.hors-commission", "Ce bilan n'attend pas de séance.", "bilanId");
        if (seance < AvisDuReferent!.Date || Avis.Any(a => a.Date >= seance))
            return Error.Conflict("commission.avant-bilan", "La séance suit l'avis du service référent, et l'ajournement s'il y en eut un (R8).", "bilanId");
        Etat = EtatBilan.Inscrit;
        return Done.Value;
    }

    /// <summary>Records the Avis of the session it is enrolled in (R8).</summary>
    /// <returns>Refused with <c>avis.hors-ordre-du-jour</c>.</returns>
    internal Result<AvisDeSeance> RecordAvis(Guid commissionId, LocalDate date, SensAvis sens, string motif)
    {
        if (Etat != EtatBilan.Inscrit)
            return Commission.BilanAbsent;
        var avis = new AvisDeSeance(commissionId, date, sens, motif);
        Avis = [.. Avis, avis];
        Etat = sens == SensAvis.Ajourne ? EtatBilan.Ajourne : EtatBilan.AvisRendu;
        return avis;
    }

    /// <summary>The SAFPM decides after the Avis (R20); every rule that refuses is told at once.</summary>
    /// <param name="decision">What it wants to decide.</param>
    /// <param name="mesure">Running; its contracts count for R3 and R4.</param>
    /// <param name="anterieurs">Contracts the person had in other measures (R3).</param>
    /// <param name="parametres">The Reglement of that day.</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    public Result<DecisionSurBilan> Decide(DecisionSurBilan decision, Mesure mesure, ChaineDeContrats anterieurs, Parametres parametres, LocalDate aujourdhui)
    {
        if (mesure.RefuseWhenEnded() is { } ended)
            return ended;
        if (Decision is not null)
            return Error.Conflict("bilan.deja-decide", "La décision est déjà prise sur ce bilan.");
        if (AvisRendu is not { } avis || Etat != EtatBilan.AvisRendu)
            return Error.Conflict("bilan.avis-de-seance-manquant", "La commission n'a pas encore rendu son avis sur ce bilan : la décision vient après (R20, art. 4).");
        var refusals = ReglesDeSuite.Check(this, avis, decision, mesure, anterieurs, parametres, aujourdhui).ToList();
        if (refusals.Count > 0)
            return Result<DecisionSurBilan>.Refuse(refusals);
        Decision = decision;
        Etat = EtatBilan.Decide;
        return decision;
    }

    /// <summary>Records that one of the three was told of the decision (art. 4); each is told once.</summary>
    /// <returns>Refused with <c>bilan.decision-manquante</c>, <c>notification.deja-faite</c>, <c>notification.avant-decision</c> or <c>notification.date-future</c>.</returns>
    public Result<Done> Notify(NotificationDeBilan notification, LocalDate aujourdhui)
    {
        if (Decision is not { } decision)
            return Error.Conflict("bilan.decision-manquante", "Ce bilan n'a pas encore de décision à notifier.");
        if (Notifications.Any(n => n.Destinataire == notification.Destinataire))
            return Notification.DejaFaite;
        if (Notification.Refuses(decision.Date, notification.Date, aujourdhui) is { } refusal)
            return refusal;
        Notifications = [.. Notifications, notification];
        return Done.Value;
    }
}

/// <summary>Of the service that asked, on what a final Bilan asks for.</summary>
public sealed record AvisDuReferent(bool Favorable, string Motif, LocalDate Date, Guid UtilisateurId);

/// <summary>Of one session of the Commission. Given once, never rewritten.</summary>
public sealed record AvisDeSeance(Guid CommissionId, LocalDate Date, SensAvis Sens, string Motif);

/// <summary>The act of the SAFPM on a final Bilan, apart from the Avis.</summary>
/// <param name="DureeMois">Of the renewal (R2).</param>
/// <param name="AvecGestion">Of the renewal.</param>
/// <param name="MotifFin">Needed for an end (R50).</param>
/// <param name="Motif">Facts and law; needed when a renewal that was asked for is refused (R9).</param>
/// <param name="MotifDivergence">Needed when it differs from the Avis (R9).</param>
/// <param name="MotifExceptionnel">Needed for one renewal more than the Reglement allows (R4*).</param>
public sealed record DecisionSurBilan(
    Suite Suite, LocalDate Date, Guid UtilisateurId, int? DureeMois, bool? AvecGestion, MotifFin? MotifFin, string? Motif, string? MotifDivergence, string? MotifExceptionnel);

/// <summary>Who is told of a decision on a final Bilan (art. 4).</summary>
public enum DestinataireDeBilan
{
    Personne,
    Titulaire,

    /// <summary>The ServiceReferent that asked.</summary>
    Service,
}

public sealed record NotificationDeBilan(DestinataireDeBilan Destinataire, LocalDate Date, MoyenNotification Moyen);
