using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Rencontres;
using NodaTime;

namespace Masp.Domain.Echeances;

/// <summary>An act, or a day that came, that starts, meets, moves or ends deadlines. One record each, in the words of the trade.</summary>
/// <param name="Sujet">The file, or the body, whose deadlines it touches.</param>
public abstract record Evenement(SujetEcheance Sujet)
{
    internal abstract Result<Done> Apply(Echeancier echeancier);

    private protected static SujetEcheance FileOf(BonDeCommande bon) => SujetEcheance.File(bon.Id, bon.LotCode);

    private protected static SujetEcheance FileOf(Mesure mesure) => SujetEcheance.File(mesure.BonDeCommandeId, mesure.LotCode, mesure.Id);
}

/// <summary>The order is made available (R12): its reception is awaited, and the first Rencontre counted from the reception deemed.</summary>
public sealed record BonEmis(BonDeCommande Bon) : Evenement(FileOf(Bon))
{
    internal override Result<Done> Apply(Echeancier echeancier)
    {
        echeancier.Open(Sujet, Planificateur.Reception(Bon, echeancier.Reglements));
        echeancier.Open(Sujet, Planificateur.PremiereRencontre(Bon, echeancier.Reglements));
        return Done.Value;
    }
}

/// <summary>The order is acknowledged (R12): R13 is counted from that day when it comes before the reception deemed.</summary>
public sealed record BonRecu(BonDeCommande Bon) : Evenement(FileOf(Bon))
{
    internal override Result<Done> Apply(Echeancier echeancier)
    {
        echeancier.Renew(Sujet, Planificateur.PremiereRencontre(Bon, echeancier.Reglements), "Accusé de réception du bon de commande.");
        return echeancier.Meet(NatureEcheance.Reception, Bon.RecuLe!.Value);
    }
}

/// <summary>The order is abandoned or cancelled (R11, R16).</summary>
public sealed record BonClos(BonDeCommande Bon) : Evenement(FileOf(Bon))
{
    internal override Result<Done> Apply(Echeancier echeancier)
    {
        var raison = Bon.Etat == EtatBonDeCommande.Annule ? "Bon de commande annulé." : "Bon de commande abandonné avant signature.";
        echeancier.End(Bon.ClosLe!.Value, raison, _ => true);
        return Done.Value;
    }
}

/// <summary>The first Rencontre was held (R13): the ProjetIntervention is counted from it (R17).</summary>
/// <param name="Motif">Needed when it is late.</param>
public sealed record PremiereRencontreTenue(BonDeCommande Bon, LocalDate Date, MotifRetard? Motif) : Evenement(FileOf(Bon))
{
    internal override Result<Done> Apply(Echeancier echeancier)
    {
        var met = echeancier.Meet(NatureEcheance.PremiereRencontre, Date, Motif);
        if (met.IsSuccess)
            echeancier.Open(Sujet, Planificateur.ProjetIntervention(Date, echeancier.Reglements));
        return met;
    }
}

/// <summary>A contract was signed, or a renewal recorded: what runs from its beginning and from its term is opened (R18 to R20).</summary>
public sealed record ContratSigne(Mesure Mesure, Contrat Contrat) : Evenement(FileOf(Mesure))
{
    internal override Result<Done> Apply(Echeancier echeancier)
    {
        echeancier.Attach(Mesure.Id);
        echeancier.End(LocalDate.MinIsoValue, "Contrat signé, bon de commande réputé reçu (R12).", e => e.Nature == NatureEcheance.Reception);
        foreach (var calcul in Planificateur.BilansEtape(Contrat, echeancier.Reglements))
            echeancier.Open(Sujet, calcul);
        echeancier.Open(Sujet, Planificateur.BilanFinal(Contrat, echeancier.Reglements));
        return new JourVenu(Mesure).Apply(echeancier);
    }
}

/// <summary>A day came, to a Mesure: the windows of Rencontres that have begun and the months with gestion that are over are opened (R18, R31).</summary>
public sealed record JourVenu(Mesure Mesure) : Evenement(FileOf(Mesure))
{
    internal override Result<Done> Apply(Echeancier echeancier)
    {
        foreach (var fenetre in FrequenceDesRencontres.Count(VieDeMesure.Of(Mesure), [], echeancier.Reglements.On, echeancier.Aujourdhui).Where(f => f.Minimum > 0))
            echeancier.Open(Sujet, Planificateur.Rencontres(fenetre, echeancier.Reglements));
        foreach (var finDeMois in Mesure.MonthsWithGestion().TakeWhile(fin => fin < echeancier.Aujourdhui))
            echeancier.Open(Sujet, Planificateur.Releve(finDeMois, echeancier.Reglements));
        return Done.Value;
    }
}

/// <summary>The ProjetIntervention was sent (R17).</summary>
public sealed record ProjetEnvoye(Mesure Mesure, LocalDate Date, MotifRetard? Motif = null) : Evenement(FileOf(Mesure))
{
    internal override Result<Done> Apply(Echeancier echeancier) => echeancier.Meet(NatureEcheance.ProjetIntervention, Date, Motif);
}

/// <summary>The minimum of a window was reached on that day of it (R18).</summary>
/// <param name="Date">Of the meeting that reached it, whenever it is logged.</param>
public sealed record RencontresAtteintes(Mesure Mesure, LocalDate Date) : Evenement(FileOf(Mesure))
{
    internal override Result<Done> Apply(Echeancier echeancier)
    {
        // A meeting may be logged before the daily pass opened its window.
        _ = new JourVenu(Mesure).Apply(echeancier);
        return echeancier.Meet(NatureEcheance.Rencontres, Date, null, e => e.EvenementLe <= Date && Date <= e.DateBrute);
    }
}

/// <summary>A Bilan d'étape was sent (R19): the earliest one due is met.</summary>
public sealed record BilanEtapeEnvoye(Mesure Mesure, LocalDate Date, MotifRetard? Motif = null) : Evenement(FileOf(Mesure))
{
    internal override Result<Done> Apply(Echeancier echeancier) => echeancier.Meet(NatureEcheance.BilanEtape, Date, Motif);
}

/// <summary>The final Bilan of the contract that ends first was sent (R20).</summary>
public sealed record BilanFinalEnvoye(Mesure Mesure, LocalDate Date, MotifRetard? Motif = null) : Evenement(FileOf(Mesure))
{
    internal override Result<Done> Apply(Echeancier echeancier) => echeancier.Meet(NatureEcheance.BilanFinal, Date, Motif);
}

/// <summary>
/// A suspension is in force (R21): a mois-mesure that it touches is not whole and has no minimum of Rencontres; a document whose limit falls in it
/// is due on the first working day after it.
/// </summary>
public sealed record MesureSuspendue(Mesure Mesure, Suspension Suspension) : Evenement(FileOf(Mesure))
{
    internal override Result<Done> Apply(Echeancier echeancier)
    {
        var jours = $"Suspension du {Francais.Date(Suspension.Debut)} au {Francais.Date(Suspension.Fin)} inclus (R21).";
        echeancier.End(LocalDate.MinIsoValue, jours, e => e.Nature == NatureEcheance.Rencontres && Suspension.Periode.Overlaps(Periode.Of(e.EvenementLe, e.DateBrute)));
        var reprise = Suspension.Fin.PlusDays(1);
        echeancier.Move(
            JoursOuvres.NextWorkingDay(reprise, echeancier.Reglements.On(reprise).Calendrier),
            jours,
            e => e.Nature is NatureEcheance.ProjetIntervention or NatureEcheance.BilanEtape && Suspension.Periode.Contains(e.Limite));
        return Done.Value;
    }
}

/// <summary>The term of a contract moved (R21): its final Bilan is counted from the new one, and the Bilans d'étape of the months added are opened.</summary>
public sealed record ContratProroge(Mesure Mesure, Contrat Contrat) : Evenement(FileOf(Mesure))
{
    internal override Result<Done> Apply(Echeancier echeancier)
    {
        echeancier.Renew(Sujet, Planificateur.BilanFinal(Contrat, echeancier.Reglements), $"Prorogation : terme au {Francais.Date(Contrat.FinPrevue)} (R21).");
        foreach (var calcul in Planificateur.BilansEtape(Contrat, echeancier.Reglements))
            echeancier.Open(Sujet, calcul);
        return Done.Value;
    }
}

/// <summary>The Mesure has ended (R22): what was due later has no object, and with gestion the closing documents are due (R33).</summary>
/// <param name="DecisionRecueLe">When the decision that ends it, or does not renew it, was received; null when none was needed.</param>
public sealed record MesureFinie(Mesure Mesure, LocalDate? DecisionRecueLe) : Evenement(FileOf(Mesure))
{
    internal override Result<Done> Apply(Echeancier echeancier)
    {
        var fin = Mesure.FinReelle!.Value;
        _ = new JourVenu(Mesure).Apply(echeancier);
        echeancier.End(
            fin.PlusDays(1), "Fin de la mesure.",
            e => e.Nature is NatureEcheance.ProjetIntervention or NatureEcheance.Rencontres or NatureEcheance.BilanEtape or NatureEcheance.BilanFinal);
        if (!Mesure.MonthsWithGestion().Any())
            return Done.Value;
        echeancier.Open(Sujet, Planificateur.EtatDesOperations(fin, echeancier.Reglements));
        echeancier.Open(Sujet, Planificateur.ComptesDeGestion(DecisionRecueLe ?? fin, echeancier.Reglements));
        return Done.Value;
    }
}

/// <summary>A quarter is over for a Titulaire and a Lot (R47).</summary>
public sealed record TrimestreEcoule(Guid Titulaire, string Lot, Trimestre Trimestre) : Evenement(SujetEcheance.Body(Titulaire, Lot))
{
    internal override Result<Done> Apply(Echeancier echeancier)
    {
        echeancier.Open(Sujet, Planificateur.RapportTrimestriel(Trimestre, echeancier.Reglements));
        return Done.Value;
    }
}

/// <summary>A year is over, for a Titulaire or for the département (R48).</summary>
/// <param name="Titulaire">Null for what the State waits for from the département.</param>
public sealed record AnneeEcoulee(Guid? Titulaire, int Annee) : Evenement(SujetEcheance.Body(Titulaire))
{
    internal override Result<Done> Apply(Echeancier echeancier)
    {
        echeancier.Open(
            Sujet, Titulaire is null ? Planificateur.StatistiquesEtat(Annee, echeancier.Reglements) : Planificateur.StatistiquesAnnuelles(Annee, echeancier.Reglements));
        return Done.Value;
    }
}
