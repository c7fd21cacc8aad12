using Masp.Domain.Commun;
using Masp.Domain.Mesures.Bilans;
using Masp.Domain.Mesures.Fins;
using Masp.Domain.Territoires;
using Masp.Domain.Titulaires;
using NodaTime;

namespace Masp.Domain.Mesures;

/// <summary>What comes after the decision on its final Bilan: a further contract, or its term (R4, R20).</summary>
public sealed partial class Mesure
{
    /// <summary>A further contract, as the decision on the final Bilan fixed it: never tacit (R4). The Titulaire stays, unless it was not kept (R44).</summary>
    /// <param name="final">Of the last contract; null when there is none.</param>
    /// <param name="signe">What was signed.</param>
    /// <param name="titulaires">Those that may serve it.</param>
    /// <param name="anterieurs">Contracts the person had before, in other measures (R3).</param>
    /// <param name="parametres">The Reglement of that day.</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    /// <returns>Refused with <c>mesure.terminee</c>, <c>renouvellement.sans-decision</c>, <c>renouvellement.decision-de-fin</c>, <c>renouvellement.signature-invalide</c>,
    /// <c>renouvellement.titulaire-garde</c>, <c>renouvellement.titulaire-a-choisir</c>, <c>renouvellement.sans-convention</c>, or as <see cref="Renew"/>.</returns>
    public Result<Contrat> RenewAfter(
        Bilan? final, RenouvellementSigne signe, IReadOnlyCollection<Titulaire> titulaires, ChaineDeContrats anterieurs, Parametres parametres, LocalDate aujourdhui)
    {
        if (RefuseRenewalAfter(final) is { } refusal)
            return refusal;
        var decision = final!.Decision!;
        if (signe.SigneLe < decision.Date || signe.SigneLe > aujourdhui)
            return Error.Invalid("renouvellement.signature-invalide", "Le renouvellement se signe entre la décision et aujourd'hui.", "dateSignature");
        var debut = DernierContrat.FinPrevue.PlusDays(1);
        var convention = ConventionFor(debut, signe.TitulaireId, titulaires);
        if (!convention.IsSuccess)
            return convention.Error;
        var (titulaireId, conventionId) = convention.Value;
        var nouveau = new NouveauContrat(signe.ContratId, debut, decision.DureeMois!.Value, decision.AvecGestion!.Value, titulaireId, conventionId, aujourdhui, signe.SigneLe);
        return Renew(nouveau, anterieurs, parametres, decision.MotifExceptionnel);
    }

    /// <returns>Null when the decision on the final Bilan of the last contract renews it.</returns>
    public Error? RefuseRenewalAfter(Bilan? final)
    {
        if (Etat == EtatMesure.Terminee)
            return Terminated;
        return final?.Decision switch
        {
            null => Error.Conflict("renouvellement.sans-decision", "Un renouvellement vient après la décision prise sur le bilan final, jamais tacitement (R4, art. 2)."),
            { Suite: Suite.Fin } => Error.Conflict("renouvellement.decision-de-fin", "La décision prise sur le bilan final met fin à la mesure à son terme (R20)."),
            _ => null,
        };
    }

    /// <summary>Ends it at its term (R20, R22).</summary>
    /// <param name="motif">One of those an end at term may have; a renewal that was decided leaves only the refusal to sign.</param>
    /// <param name="final">Of the last contract; null when there is none.</param>
    /// <param name="parametres">The Reglement of that day.</param>
    /// <param name="aujourdhui">The term or later, Europe/Paris.</param>
    /// <returns>Refused with <c>mesure.terminee</c>, <c>fin.terme-a-venir</c>, <c>fin.motif-hors-liste</c>, <c>fin.motif-incoherent</c> or <c>fin.renouvellement-decide</c>.</returns>
    public Result<Done> CloseAtTerm(MotifFin motif, Bilan? final, Parametres parametres, LocalDate aujourdhui)
    {
        if (Etat == EtatMesure.Terminee)
            return Terminated;
        if (FinPrevue > aujourdhui)
            return Error.Conflict("fin.terme-a-venir", $"Le terme est le {Francais.Date(FinPrevue)} : avant lui, une fin se demande et se décide (R22).");
        if (MotifsDeFin.RefuseAtTerm(motif, parametres) is { } refusal)
            return refusal;
        if (final?.Decision?.Suite == Suite.Renouvellement && motif != Mesures.MotifFin.RefusDeSigner)
            return Error.Conflict("fin.renouvellement-decide", "Le renouvellement est décidé : il se signe, ou la personne refuse de le signer (R4).", "motif");
        return Close(FinPrevue, motif, aujourdhui);
    }

    private Result<(Guid TitulaireId, Guid ConventionId)> ConventionFor(LocalDate debut, Guid? choisi, IReadOnlyCollection<Titulaire> titulaires)
    {
        if (titulaires.FirstOrDefault(t => t.Id == TitulaireId)?.ConventionOn(LotCode, debut) is { } kept)
        {
            return choisi is null || choisi == TitulaireId
                ? (TitulaireId, kept.Id)
                : Error.Conflict("renouvellement.titulaire-garde", "La mesure se renouvelle chez le titulaire qui l'exerce : un passage de relais en change (R11, R24).", "titulaireId");
        }

        if (choisi is not { } id)
            return Error.Conflict("renouvellement.titulaire-a-choisir", "Le titulaire n'a plus de convention sur ce lot au début du renouvellement : choisissez-en un autre (R44).", "titulaireId");
        return titulaires.FirstOrDefault(t => t.Id == id)?.ConventionOn(LotCode, debut) is { } next
            ? (id, next.Id)
            : Error.Conflict("renouvellement.sans-convention", "Ce titulaire n'a pas de convention sur ce lot au début du renouvellement (R44).", "titulaireId");
    }
}

/// <param name="TitulaireId">Chosen when the one that serves it was not kept (R44).</param>
public sealed record RenouvellementSigne(Guid ContratId, LocalDate SigneLe, Guid? TitulaireId);
