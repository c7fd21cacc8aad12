using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Demandes;

/// <summary>Where a Demande stands between its filing and its contract.</summary>
public enum EtatDemande
{
    Deposee,

    /// <summary>On the agenda of a session that has not given its Avis.</summary>
    Inscrite,

    /// <summary>Comes back at the next session (R8).</summary>
    Ajournee,

    /// <summary>Favourable or not: the SAFPM may decide.</summary>
    AvisRendu,

    /// <summary>Favourable Decision, waiting for its turn.</summary>
    Acceptee,
    Refusee,

    /// <summary>A BonDeCommande is running.</summary>
    Attribuee,

    /// <summary>The contract is signed: the Mesure lives on its own.</summary>
    Signee,

    /// <summary>The order was abandoned before signature (R16).</summary>
    Abandonnee,
}

/// <summary>A request for a measure (R5 to R10), with the Avis it received and the Decision taken.</summary>
public sealed class Demande : AggregateRoot
{
    private readonly List<Avis> _avis = [];

    private Demande()
    {
    }

    private Demande(Depot depot)
    {
        Id = depot.Id;
        DepartementCode = depot.DepartementCode;
        Numero = depot.Numero;
        BeneficiaireId = depot.BeneficiaireId;
        ServiceReferentId = depot.ServiceReferentId;
        CommuneInsee = depot.CommuneInsee;
        Adresse = depot.Adresse;
        DeposeeLe = depot.DeposeeLe;
        AccordLe = depot.AccordLe;
        Eligibilite = depot.Eligibilite;
        Prestations = [.. depot.Prestations.Distinct()];
        Motif = depot.Motif;
        GestionSouhaitee = depot.GestionSouhaitee;
        DureeSouhaitee = depot.DureeSouhaitee;
        LotCode = depot.LotCode;
        Rapprochement = depot.ARapprocher ? Demandes.Rapprochement.ATrancher : null;
        Etat = EtatDemande.Deposee;
    }

    public Guid Id { get; private set; }

    /// <summary><c>D-2022-0533</c>, gap-free per year.</summary>
    public string Numero { get; private set; } = string.Empty;

    public Guid BeneficiaireId { get; private set; }

    public Guid ServiceReferentId { get; private set; }

    /// <summary>Commune of residence.</summary>
    public string CommuneInsee { get; private set; } = string.Empty;

    /// <summary>Lot of the commune on the day of filing; the Decision fixes the one that counts (R10).</summary>
    public string LotCode { get; private set; } = string.Empty;

    public string? Adresse { get; private set; }

    public LocalDate DeposeeLe { get; private set; }

    /// <summary>Date of the person's agreement, never after the filing (R7).</summary>
    public LocalDate AccordLe { get; private set; }

    public Eligibilite Eligibilite { get; private set; } = null!;

    /// <summary>Codes of D271-2 (R6).</summary>
    public List<string> Prestations { get; private set; } = [];

    public string? Motif { get; private set; }

    public bool? GestionSouhaitee { get; private set; }

    public int? DureeSouhaitee { get; private set; }

    public EtatDemande Etat { get; private set; }

    /// <summary>Null when nobody known bore the name and birth date of the person; the SAFPM's to read.</summary>
    public Rapprochement? Rapprochement { get; private set; }

    public IReadOnlyList<Avis> Avis => _avis;

    public Decision? Decision { get; private set; }

    /// <summary>The opinion the Decision follows or differs from: the latest one that was not an adjournment, whatever the order they were read in.</summary>
    public Avis? AvisRendu => _avis.Where(a => a.Sens != SensAvis.Ajourne).MaxBy(a => a.Date);

    /// <returns>Refused with <c>demande.date-future</c>, <c>demande.accord-apres-depot</c> or <c>demande.service-non-habilite</c> (R7).</returns>
    public static Result<Demande> File(Depot depot, bool serviceHabilite, LocalDate aujourdhui)
    {
        if (depot.DeposeeLe > aujourdhui)
            return Error.Invalid("demande.date-future", "La date de dépôt est dans le futur.", "dateDepot");
        if (depot.AccordLe > depot.DeposeeLe)
            return Error.Invalid("demande.accord-apres-depot", "L'accord de la personne doit précéder le dépôt, ou être du même jour.", "dateAccord");
        if (!serviceHabilite)
            return Error.Conflict("demande.service-non-habilite", "Ce service référent n'est pas habilité à la date du dépôt.", "serviceReferentId");
        return new Demande(depot);
    }

    /// <summary>The person is the known one: the Demande belongs to that file from now on (R1, R3).</summary>
    /// <returns>Refused with <c>rapprochement.rien-a-trancher</c>.</returns>
    public Result<Done> Reconcile(Guid beneficiaireConnuId)
    {
        var settled = Settle(Demandes.Rapprochement.MemePersonne);
        if (settled.IsSuccess)
            BeneficiaireId = beneficiaireConnuId;
        return settled;
    }

    /// <summary>The person only bears the name and birth date of somebody known.</summary>
    /// <returns>Refused with <c>rapprochement.rien-a-trancher</c>.</returns>
    public Result<Done> TellApart() => Settle(Demandes.Rapprochement.Homonyme);

    /// <summary>Puts it on the agenda of a session (R8).</summary>
    /// <param name="seance">Day of the session: not before the filing, and after the one that adjourned it.</param>
    /// <returns>Refused with <c>demande.deja-inscrite</c>, <c>demande.hors-commission</c>, <c>commission.avant-depot</c> or <c>commission.avant-ajournement</c>.</returns>
    public Result<Done> Enrol(LocalDate seance)
    {
        if (Etat == EtatDemande.Inscrite)
            return Error.Conflict("demande.deja-inscrite", "Cette demande est déjà à l'ordre du jour d'une séance.", "demandeId");
        if (Etat is not (EtatDemande.Deposee or EtatDemande.Ajournee))
            return Error.Conflict("demande.hors-commission", "Cette demande n'attend plus d'avis.", "demandeId");
        if (seance < DeposeeLe)
            return Error.Conflict("commission.avant-depot", "La séance précède le dépôt de cette demande.", "demandeId");
        if (_avis.Exists(a => a.Date >= seance))
            return Error.Conflict("commission.avant-ajournement", "Une demande ajournée revient à une séance qui suit son ajournement (R8).", "demandeId");
        Etat = EtatDemande.Inscrite;
        return Done.Value;
    }

    /// <summary>Records the Avis of the session it is enrolled in (R8).</summary>
    /// <returns>Refused with <c>avis.deja-rendu</c> or <c>avis.hors-ordre-du-jour</c>.</returns>
    public Result<Avis> RecordAvis(Guid commissionId, LocalDate date, SensAvis sens, string motif)
    {
        if (_avis.Exists(a => a.CommissionId == commissionId))
            return Error.Conflict("avis.deja-rendu", "Cette séance a déjà rendu son avis sur cette demande.", "demandeId");
        if (Etat != EtatDemande.Inscrite)
            return Error.Conflict("avis.hors-ordre-du-jour", "Cette demande n'est pas à l'ordre du jour de cette séance.", "demandeId");
        var avis = new Avis(commissionId, date, sens, motif);
        _avis.Add(avis);
        Etat = sens == SensAvis.Ajourne ? EtatDemande.Ajournee : EtatDemande.AvisRendu;
        return avis;
    }

    /// <summary>Decides after the Avis (R9, R10); every rule that refuses is told at once.</summary>
    /// <param name="projet">What is to be decided.</param>
    /// <param name="utilisateurId">Who decides.</param>
    /// <param name="lotCode">Lot of the commune on the day of the Decision; null when the commune has none.</param>
    /// <param name="chaine">The contracts the person has had already (R3).</param>
    /// <param name="parametres">The Reglement of that day.</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    public Result<Decision> Decide(
        ProjetDeDecision projet, Guid utilisateurId, string? lotCode, ChaineDeContrats chaine, Parametres parametres, LocalDate aujourdhui)
    {
        if (Decision is not null)
            return Error.Conflict("decision.deja-prise", "Cette demande a déjà reçu sa décision.");
        if (AvisRendu is not { } avis || Etat != EtatDemande.AvisRendu)
            return Error.Conflict("decision.avis-manquant", "La commission n'a pas encore rendu son avis : la décision vient après (R9, art. 3).");
        var refusals = ReglesDeDecision.Check(this, avis, projet, lotCode, chaine, parametres, aujourdhui);
        if (refusals.Count > 0)
            return Result<Decision>.Refuse(refusals);
        Decision = new Decision(projet, utilisateurId, projet.Sens == SensDecision.Favorable ? lotCode : null);
        LotCode = Decision.LotCode ?? LotCode;
        Etat = projet.Sens == SensDecision.Favorable ? EtatDemande.Acceptee : EtatDemande.Refusee;
        return Decision;
    }

    /// <summary>Records that the person, or the service that asked, was told of the Decision (R9).</summary>
    /// <returns>Refused with <c>notification.decision-manquante</c>, and as <see cref="Decision"/> refuses.</returns>
    public Result<Notification> NotifyDecision(Notification notification, LocalDate aujourdhui) => Decision is null
        ? Error.Conflict("notification.decision-manquante", "Cette demande n'a pas encore de décision à notifier.")
        : Decision.Notify(notification, aujourdhui);

    /// <summary>A BonDeCommande was made for it.</summary>
    /// <returns>Refused with <c>attribution.decision-manquante</c>, <c>attribution.decision-defavorable</c> or <c>attribution.deja-faite</c>.</returns>
    public Result<Done> Allocate()
    {
        if (Etat != EtatDemande.Acceptee)
        {
            return Decision switch
            {
                null => Error.Conflict("attribution.decision-manquante", "Cette demande n'a pas encore de décision."),
                { Sens: SensDecision.Defavorable } => Error.Conflict("attribution.decision-defavorable", "La décision est défavorable : rien à attribuer."),
                _ => Error.Conflict("attribution.deja-faite", "Cette demande est déjà attribuée."),
            };
        }

        Etat = EtatDemande.Attribuee;
        return Done.Value;
    }

    /// <summary>The département cancelled the order: it waits for its turn again.</summary>
    public void ReturnToTurn() => Etat = EtatDemande.Acceptee;

    public void MarkSigned() => Etat = EtatDemande.Signee;

    public void MarkAbandoned() => Etat = EtatDemande.Abandonnee;

    private Result<Done> Settle(Rapprochement rapprochement)
    {
        if (Rapprochement != Demandes.Rapprochement.ATrancher)
            return Error.Conflict("rapprochement.rien-a-trancher", "Cette demande n'attend pas de rapprochement.");
        Rapprochement = rapprochement;
        return Done.Value;
    }
}
