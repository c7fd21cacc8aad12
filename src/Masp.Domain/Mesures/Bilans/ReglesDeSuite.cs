using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Mesures.Fins;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Mesures.Bilans;

/// <summary>What a decision on a final Bilan must respect (R2 to R4, R9, R20, R50), each rule with its own code.</summary>
internal static class ReglesDeSuite
{
    public static IEnumerable<Error> Check(
        Bilan bilan, AvisDeSeance avis, DecisionSurBilan decision, Mesure mesure, ChaineDeContrats anterieurs, Parametres parametres, LocalDate aujourdhui)
    {
        if (decision.Date < avis.Date)
            yield return ReglesDeDecision.AvantAvis;
        if (decision.Date > aujourdhui)
            yield return ReglesDeDecision.DateFuture;
        if ((avis.Sens == SensAvis.Favorable) != (decision.Suite == bilan.SuiteDemandee) && string.IsNullOrWhiteSpace(decision.MotifDivergence))
            yield return ReglesDeDecision.DivergenceSansMotif;
        var refusals = decision.Suite == Suite.Renouvellement ? Renewal(decision, mesure, anterieurs, parametres) : End(bilan, decision, parametres);
        foreach (var refusal in refusals)
            yield return refusal;
    }

    private static IEnumerable<Error> Renewal(DecisionSurBilan decision, Mesure mesure, ChaineDeContrats anterieurs, Parametres parametres)
    {
        if (decision.AvecGestion is null)
            yield return Error.Invalid("bilan.gestion-manquante", "Un renouvellement dit si la mesure est avec ou sans gestion (R10).", "avecGestion");
        if (mesure.RefuseRenewals(parametres, decision.MotifExceptionnel) is { } often)
            yield return often;
        if (decision.DureeMois is not { } duree)
            yield return Error.Invalid("bilan.duree-manquante", "Une demande de renouvellement dit sa durée en mois.", "dureeMois");
        else if ((Contrat.RefuseLength(duree, parametres) ?? anterieurs.Plus(mesure.Chaine).Refuses(duree, parametres.DureeTotaleMaxMois)) is { } length)
            yield return length;
    }

    private static IEnumerable<Error> End(Bilan bilan, DecisionSurBilan decision, Parametres parametres)
    {
        if (decision.MotifFin is not { } motif)
            yield return Error.Invalid("bilan.motif-fin-manquant", "Une fin de mesure a un motif (R50).", "motifFin");
        else if (MotifsDeFin.RefuseAtTerm(motif, parametres) is { } refusal)
            yield return refusal with { Field = "motifFin" };
        if (bilan.SuiteDemandee == Suite.Renouvellement && string.IsNullOrWhiteSpace(decision.Motif))
            yield return ReglesDeDecision.RefusSansMotif;
    }
}
