using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Demandes;

/// <summary>What a Decision must respect (R2, R3, R5, R9, R10), each rule with its own code.</summary>
internal static class ReglesDeDecision
{
    public static Error AvantAvis => Error.Conflict("decision.avant-avis", "La décision ne peut pas précéder l'avis de la commission (R9).", "date");

    public static Error DateFuture => Error.Invalid("decision.date-future", "La date de la décision est dans le futur.", "date");

    public static Error DivergenceSansMotif => Error.Conflict("decision.divergence-sans-motif", "La décision s'écarte de l'avis : dites pourquoi (R9).", "motifDivergence");

    public static Error RefusSansMotif => Error.Conflict("decision.refus-sans-motif", "Un refus dit ses motifs de fait (R9, art. 3).", "motif");

    public static IReadOnlyList<Error> Check(
        Demande demande, Avis avis, ProjetDeDecision projet, string? lotCode, ChaineDeContrats chaine, Parametres parametres, LocalDate aujourdhui)
    {
        var refusals = new List<Error>();
        if (projet.Date < avis.Date)
            refusals.Add(AvantAvis);
        if (projet.Date > aujourdhui)
            refusals.Add(DateFuture);
        if (Differs(avis.Sens, projet.Sens) && string.IsNullOrWhiteSpace(projet.MotifDivergence))
            refusals.Add(DivergenceSansMotif);
        if (projet.Sens == SensDecision.Favorable)
            CheckFavourable(demande, projet, lotCode, chaine, parametres, refusals);
        else
            CheckRefusal(projet, refusals);
        return refusals;
    }

    private static bool Differs(SensAvis avis, SensDecision decision) => (avis == SensAvis.Favorable) != (decision == SensDecision.Favorable);

    private static void CheckFavourable(
        Demande demande, ProjetDeDecision projet, string? lotCode, ChaineDeContrats chaine, Parametres parametres, List<Error> refusals)
    {
        if (demande.Rapprochement == Rapprochement.ATrancher)
        {
            refusals.Add(Error.Conflict(
                "decision.rapprochement-a-trancher", "Dites d'abord si cette personne est déjà connue : la durée totale de ses contrats en dépend (R3)."));
        }

        if (projet.AvecGestion is null)
            refusals.Add(Error.Invalid("decision.gestion-manquante", "Une décision favorable dit si la mesure est avec ou sans gestion (R10).", "avecGestion"));
        if (projet.DureeMois is not { } duree)
            refusals.Add(Error.Invalid("decision.duree-manquante", "Une décision favorable fixe la durée du contrat (R10).", "dureeMois"));
        else
            refusals.AddRange(CheckLength(duree, chaine, parametres));
        if (lotCode is null)
            refusals.Add(Error.Conflict("commune.sans-lot", "La commune de résidence n'est rattachée à aucun lot à cette date (R64)."));
        if (!demande.Eligibilite.AllYes && string.IsNullOrWhiteSpace(projet.MotifIneligibilite))
        {
            refusals.Add(Error.Conflict(
                "decision.ineligibilite-sans-motif",
                "Une condition d'éligibilité n'est pas remplie : une décision favorable doit dire pourquoi (R5, art. 2).",
                "motifIneligibilite"));
        }
    }

    private static IEnumerable<Error> CheckLength(int duree, ChaineDeContrats chaine, Parametres parametres)
    {
        if ((Contrat.RefuseLength(duree, parametres) ?? chaine.Refuses(duree, parametres.DureeTotaleMaxMois)) is { } refusal)
            yield return refusal;
    }

    private static void CheckRefusal(ProjetDeDecision projet, List<Error> refusals)
    {
        if (string.IsNullOrWhiteSpace(projet.Motif))
            refusals.Add(RefusSansMotif);
        if (string.IsNullOrWhiteSpace(projet.Fondement))
            refusals.Add(Error.Conflict("decision.refus-sans-fondement", "Un refus dit son fondement en droit (R9, art. 3).", "fondement"));
    }
}
