using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using Masp.Domain.Territoires;
using Masp.Domain.Titulaires;
using NodaTime;

namespace Masp.Domain.Attributions;

public enum EtatBonDeCommande
{
    /// <summary>Made available to the Titulaire, not acknowledged.</summary>
    Emis,
    Recu,
    Signe,

    /// <summary>Ended before signature (R16).</summary>
    Abandonne,

    /// <summary>Taken back by the département (R11).</summary>
    Annule,
}

/// <summary>Whether the ForfaitAbandon is due (R16).</summary>
public enum EtatForfait
{
    /// <summary>Not due: no journey was logged, or the order was not abandoned.</summary>
    NonDu,

    /// <summary>Waits for the SAFPM.</summary>
    AValider,
    Valide,
}

/// <summary>The order that gives one measure to one Titulaire, from its issue to its contract (R12, R14, R16).</summary>
public sealed class BonDeCommande : AggregateRoot
{
    private readonly List<Deplacement> _deplacements = [];

    private BonDeCommande()
    {
    }

    public BonDeCommande(EmissionBon emission)
    {
        Id = emission.Id;
        DepartementCode = emission.DepartementCode;
        Numero = emission.Numero;
        NumeroTour = emission.NumeroTour;
        LotCode = emission.LotCode;
        TitulaireId = emission.TitulaireId;
        ConventionId = emission.ConventionId;
        DemandeId = emission.DemandeId;
        BeneficiaireId = emission.BeneficiaireId;
        ServiceReferentId = emission.ServiceReferentId;
        CommuneInsee = emission.CommuneInsee;
        AvecGestion = emission.AvecGestion;
        DureeMois = emission.DureeMois;
        EmisLe = emission.EmisLe;
        Explication = emission.Explication;
    }

    public Guid Id { get; private set; }

    /// <summary><c>BC-34-1-0281</c>: département, Lot, number in the Lot's sequence.</summary>
    public string Numero { get; private set; } = string.Empty;

    /// <summary>Number in the Lot's sequence (R11).</summary>
    public int NumeroTour { get; private set; }

    public string LotCode { get; private set; } = string.Empty;

    public Guid TitulaireId { get; private set; }

    public Guid ConventionId { get; private set; }

    public Guid DemandeId { get; private set; }

    public Guid BeneficiaireId { get; private set; }

    public Guid ServiceReferentId { get; private set; }

    public string CommuneInsee { get; private set; } = string.Empty;

    public bool AvecGestion { get; private set; }

    public int DureeMois { get; private set; }

    /// <summary>Day it was made available to the Titulaire.</summary>
    public LocalDate EmisLe { get; private set; }

    /// <summary>Why this Titulaire, as the register says.</summary>
    public string Explication { get; private set; } = string.Empty;

    public EtatBonDeCommande Etat { get; private set; }

    /// <summary>Day of reception, acknowledged or deemed (R12).</summary>
    public LocalDate? RecuLe { get; private set; }

    /// <summary>True when nobody acknowledged it and the rule did (R12).</summary>
    public bool ReceptionReputee { get; private set; }

    public LocalDate? PremiereRencontreLe { get; private set; }

    public LocalDate? SigneLe { get; private set; }

    /// <summary>Last day of it when abandoned or cancelled.</summary>
    public LocalDate? ClosLe { get; private set; }

    public string? MotifCloture { get; private set; }

    public EtatForfait Forfait { get; private set; }

    /// <summary>Who will follow the measure, named before signature; null while nobody is.</summary>
    public Guid? IntervenantId { get; private set; }

    public IReadOnlyList<Deplacement> Deplacements => _deplacements;

    /// <summary>First working day after it was made available (R12).</summary>
    /// <param name="parametres">The Reglement of <see cref="EmisLe"/>: a later one does not move it (R60).</param>
    public LocalDate DeemedReception(Parametres parametres) =>
        JoursOuvres.AddWorkingDays(EmisLe, parametres.ReceptionReputeeJours, parametres.Calendrier);

    /// <summary>The reception that deadlines run from (R12, R13): acknowledged, or deemed when that came first.</summary>
    /// <param name="parametres">The Reglement of <see cref="EmisLe"/>.</param>
    public LocalDate CountedReception(Parametres parametres)
    {
        var reputee = DeemedReception(parametres);
        return RecuLe < reputee ? RecuLe.Value : reputee;
    }

    /// <summary>Last day for the first Rencontre, counted in jours francs from the reception (R13).</summary>
    /// <param name="reception">Acknowledged or deemed.</param>
    /// <param name="parametres">The Reglement of that day (R60).</param>
    /// <returns>Refused as <see cref="JoursFrancs.Compute"/>.</returns>
    public static Result<LocalDate> FirstRencontreLimit(LocalDate reception, Parametres parametres) =>
        JoursFrancs.Compute(reception, parametres.DelaiPremiereRencontre, Sens.Apres, parametres.ModeDelai, parametres.Calendrier).Map(d => d.Date);

    /// <returns>Refused with <c>bon-de-commande.deja-recu</c>, a closed order (<c>bon-de-commande.deja-signe</c>, <c>.abandonne</c>, <c>.annule</c>) or <c>reception.date-invalide</c>.</returns>
    public Result<Done> Acknowledge(LocalDate date, LocalDate aujourdhui)
    {
        if (Etat == EtatBonDeCommande.Recu)
            return Error.Conflict("bon-de-commande.deja-recu", "La réception de ce bon de commande est déjà enregistrée.");
        if (RefuseWhenClosed() is { } refusal)
            return refusal;
        if (date < EmisLe || date > aujourdhui)
            return Error.Invalid("reception.date-invalide", "La réception se situe entre la mise à disposition et aujourd'hui.", "date");
        Etat = EtatBonDeCommande.Recu;
        RecuLe = date;
        return Done.Value;
    }

    /// <summary>Names the worker who takes the first Rencontre and will follow the measure (R26, R61).</summary>
    /// <returns>Refused with a closed order (<c>bon-de-commande.deja-signe</c>, <c>.abandonne</c>, <c>.annule</c>), <c>suivi.autre-titulaire</c> or <c>suivi.intervenant-parti</c>.</returns>
    public Result<Done> Assign(Intervenant intervenant, LocalDate aujourdhui)
    {
        if (RefuseWhenClosed() is { } refusal)
            return refusal;
        if (intervenant.TitulaireId != TitulaireId)
            return Error.Conflict("suivi.autre-titulaire", "Cet intervenant n'est pas du titulaire qui exerce la mesure ce jour-là.", "intervenantId");
        if (!intervenant.Presence.Contains(aujourdhui))
            return Error.Conflict("suivi.intervenant-parti", "Cet intervenant n'est pas dans l'équipe ce jour-là.", "intervenantId");
        IntervenantId = intervenant.Id;
        return Done.Value;
    }

    /// <summary>Logs a journey made for it (R16).</summary>
    /// <returns>Refused with a closed order (<c>bon-de-commande.deja-signe</c>, <c>.abandonne</c>, <c>.annule</c>) or <c>deplacement.date-invalide</c>.</returns>
    public Result<Deplacement> Log(Guid id, LocalDate date, string lieu, string intervenant, LocalDate aujourdhui)
    {
        if (RefuseWhenClosed() is { } refusal)
            return refusal;
        if (date < EmisLe || date > aujourdhui)
            return Error.Invalid("deplacement.date-invalide", "Le déplacement se situe entre la mise à disposition du bon et aujourd'hui.", "date");
        var deplacement = new Deplacement(id, date, lieu, intervenant);
        _deplacements.Add(deplacement);
        return deplacement;
    }

    /// <summary>The contract is signed (R14). Reception, first Rencontre and signature stay three dates.</summary>
    /// <param name="premiereRencontre">From the reception on; from the issue on, and then the reception itself at the latest, when nobody acknowledged.</param>
    /// <param name="signature">From the first Rencontre on.</param>
    /// <param name="parametres">The Reglement of <see cref="EmisLe"/> (R12).</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    /// <returns>Refused with a closed order (<c>bon-de-commande.deja-signe</c>, <c>.abandonne</c>, <c>.annule</c>), <c>signature.date-invalide</c> or <c>rencontre.date-invalide</c>.</returns>
    public Result<Done> Sign(LocalDate premiereRencontre, LocalDate signature, Parametres parametres, LocalDate aujourdhui)
    {
        if (RefuseWhenClosed() is { } refusal)
            return refusal;
        if (premiereRencontre < (RecuLe ?? EmisLe) || premiereRencontre > aujourdhui)
        {
            return Error.Invalid(
                "rencontre.date-invalide", "La première rencontre se situe entre la réception du bon de commande et aujourd'hui (R13).", "datePremiereRencontre");
        }

        if (signature < premiereRencontre || signature > aujourdhui)
            return Error.Invalid("signature.date-invalide", "La signature se situe entre la première rencontre et aujourd'hui (R14).", "dateSignature");
        if (RecuLe is null)
        {
            RecuLe = LocalDate.Min(DeemedReception(parametres), premiereRencontre);
            ReceptionReputee = true;
        }

        PremiereRencontreLe = premiereRencontre;
        SigneLe = signature;
        Etat = EtatBonDeCommande.Signe;
        return Done.Value;
    }

    /// <summary>Ends it before signature; the forfait is due once, when a journey was logged (R16).</summary>
    /// <returns>Refused with a closed order (<c>bon-de-commande.deja-signe</c>, <c>.abandonne</c>, <c>.annule</c>) or <c>abandon.date-invalide</c>.</returns>
    public Result<Done> Abandon(LocalDate date, string motif, Parametres parametres, LocalDate aujourdhui)
    {
        if (RefuseWhenClosed() is { } refusal)
            return refusal;
        if (date < LastRecordedDay || date > aujourdhui)
        {
            return Error.Invalid(
                "abandon.date-invalide", "L'abandon ne précède ni la mise à disposition du bon, ni sa réception, ni un déplacement enregistré, et n'est pas futur.", "date");
        }

        Etat = EtatBonDeCommande.Abandonne;
        ClosLe = date;
        MotifCloture = motif;
        Forfait = _deplacements.Count > 0 || !parametres.ForfaitExigeDeplacement ? EtatForfait.AValider : EtatForfait.NonDu;
        return Done.Value;
    }

    /// <summary>The département takes it back: the Demande waits for its turn again (R11).</summary>
    /// <returns>Refused with a closed order (<c>bon-de-commande.deja-signe</c>, <c>.abandonne</c>, <c>.annule</c>).</returns>
    public Result<Done> Cancel(string motif, LocalDate aujourdhui)
    {
        if (RefuseWhenClosed() is { } refusal)
            return refusal;
        Etat = EtatBonDeCommande.Annule;
        ClosLe = aujourdhui;
        MotifCloture = motif;
        return Done.Value;
    }

    /// <summary>The SAFPM accepts the forfait (R16).</summary>
    /// <returns>Refused with <c>forfait.non-du</c> or <c>forfait.deja-valide</c>.</returns>
    public Result<Done> ValidateForfait()
    {
        switch (Forfait)
        {
            case EtatForfait.NonDu:
                return Error.Conflict("forfait.non-du", "Aucun forfait n'est dû : il faut un abandon et au moins un déplacement enregistré (R16, RC 3).");
            case EtatForfait.Valide:
                return Error.Conflict("forfait.deja-valide", "Le forfait de ce bon de commande est déjà validé.");
            case EtatForfait.AValider:
            default:
                Forfait = EtatForfait.Valide;
                return Done.Value;
        }
    }

    private LocalDate LastRecordedDay => _deplacements.Select(d => d.Date).Append(RecuLe ?? EmisLe).Max();

    internal Error? RefuseWhenClosed() => Etat switch
    {
        EtatBonDeCommande.Signe => Error.Conflict("bon-de-commande.deja-signe", "Le contrat de ce bon de commande est déjà signé."),
        EtatBonDeCommande.Abandonne => Error.Conflict("bon-de-commande.abandonne", "Ce bon de commande a été abandonné."),
        EtatBonDeCommande.Annule => Error.Conflict("bon-de-commande.annule", "Ce bon de commande a été annulé par le département."),
        EtatBonDeCommande.Emis or EtatBonDeCommande.Recu => null,
        _ => throw new InvalidOperationException($"Unknown state {Etat}."),
    };
}
