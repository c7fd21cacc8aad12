using Masp.Domain.Demandes;
using Masp.Domain.Mesures;

namespace Masp.Application.Mesures;

/// <summary>How the states of the trade are said to people.</summary>
internal static class Phrases
{
    public static string Avis(SensAvis sens) => sens switch
    {
        SensAvis.Favorable => "favorable",
        SensAvis.Defavorable => "défavorable",
        SensAvis.Ajourne => "ajourné",
        _ => throw new ArgumentOutOfRangeException(nameof(sens), sens, "Unknown SensAvis."),
    };

    public static string Decision(Decision decision) => decision.Sens switch
    {
        SensDecision.Favorable => $"Décision favorable : {decision.DureeMois} mois, {(decision.AvecGestion == true ? "avec gestion" : "sans gestion")}, lot {decision.LotCode}",
        SensDecision.Defavorable => "Décision défavorable",
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision.Sens, "Unknown SensDecision."),
    };

    public static string Notification(Notification notification)
    {
        var destinataire = notification.Destinataire switch
        {
            Destinataire.Personne => "à la personne",
            Destinataire.Service => "au service référent",
            _ => throw new ArgumentOutOfRangeException(nameof(notification), notification.Destinataire, "Unknown Destinataire."),
        };
        return notification.Moyen switch
        {
            MoyenNotification.Courrier => $"Décision notifiée {destinataire} par courrier",
            MoyenNotification.CourrierRecommande => $"Décision notifiée {destinataire} par courrier recommandé",
            MoyenNotification.RemiseEnMainPropre => $"Décision notifiée {destinataire} par remise en main propre",
            MoyenNotification.Courriel => $"Décision notifiée {destinataire} par courriel",
            _ => throw new ArgumentOutOfRangeException(nameof(notification), notification.Moyen, "Unknown MoyenNotification."),
        };
    }

    public static string Fin(MotifFin motif) => motif switch
    {
        MotifFin.TermeAutonomieRetrouvee => "terme, autonomie retrouvée",
        MotifFin.TermeObjectifsPartiels => "terme, objectifs partiels",
        MotifFin.DureeLegaleAtteinte => "durée légale atteinte",
        MotifFin.NonRespectDuContrat => "non-respect du contrat",
        MotifFin.MesureInadaptee => "mesure inadaptée",
        MotifFin.RetraitDuBeneficiaire => "retrait du bénéficiaire",
        MotifFin.Maj => "mesure d'accompagnement judiciaire",
        MotifFin.CuratelleTutelleOuSauvegarde => "curatelle, tutelle ou sauvegarde",
        MotifFin.Masp3 => "MASP 3",
        MotifFin.FinDesPrestations => "fin des prestations",
        MotifFin.DemenagementHorsDepartement => "déménagement hors du département",
        MotifFin.IncarcerationOuHospitalisation => "incarcération ou hospitalisation longue",
        MotifFin.PerduDeVue => "perdu de vue",
        MotifFin.Deces => "décès",
        MotifFin.RefusDeSigner => "refus de signer",
        MotifFin.AbandonAvantSignature => "abandon avant signature",
        _ => throw new ArgumentOutOfRangeException(nameof(motif), motif, "Unknown MotifFin."),
    };
}
