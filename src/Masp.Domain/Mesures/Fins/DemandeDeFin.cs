using Masp.Domain.Commun;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Mesures.Fins;

public enum EtatDemandeDeFin
{
    AvisReferentAttendu,
    ADecider,

    /// <summary>The service that asked found it not founded: it goes no further (art. 4).</summary>
    NonFondee,
    Accordee,
    Refusee,
}

/// <summary>An end asked for before the term (R22): who asks, what the service that asked finds, what the SAFPM decides.</summary>
public sealed class DemandeDeFin : AggregateRoot
{
    private DemandeDeFin()
    {
    }

    private DemandeDeFin(FinDemandee demandee, Mesure mesure, LocalDate proposeeLe)
    {
        Id = demandee.Id;
        DepartementCode = mesure.DepartementCode;
        MesureId = mesure.Id;
        MesureNumero = mesure.Numero;
        LotCode = mesure.LotCode;
        Initiateur = demandee.Initiateur;
        Motif = demandee.Motif;
        DernierJourSouhaite = demandee.DernierJour;
        Explication = demandee.Explication;
        UtilisateurId = demandee.UtilisateurId;
        ProposeeLe = proposeeLe;
        Etat = demandee.Initiateur == InitiateurFin.Titulaire ? EtatDemandeDeFin.AvisReferentAttendu : EtatDemandeDeFin.ADecider;
    }

    public Guid Id { get; private set; }

    public Guid MesureId { get; private set; }

    public string MesureNumero { get; private set; } = string.Empty;

    public string LotCode { get; private set; } = string.Empty;

    public InitiateurFin Initiateur { get; private set; }

    public MotifFin Motif { get; private set; }

    public LocalDate DernierJourSouhaite { get; private set; }

    public string Explication { get; private set; } = string.Empty;

    /// <summary>Who recorded it.</summary>
    public Guid UtilisateurId { get; private set; }

    public LocalDate ProposeeLe { get; private set; }

    public EtatDemandeDeFin Etat { get; private set; }

    public bool? Fondee { get; private set; }

    public LocalDate? AvisLe { get; private set; }

    public string? MotifAvis { get; private set; }

    public LocalDate? DecideeLe { get; private set; }

    public Guid? DecideePar { get; private set; }

    public string? MotifDecision { get; private set; }

    /// <summary>Last served day, as decided.</summary>
    public LocalDate? DernierJour { get; private set; }

    /// <summary>Still waits for somebody.</summary>
    public bool IsOpen => Etat is EtatDemandeDeFin.AvisReferentAttendu or EtatDemandeDeFin.ADecider;

    /// <param name="demandee">What is asked for.</param>
    /// <param name="mesure">Running.</param>
    /// <param name="parametres">The Reglement of that day: its list of reasons.</param>
    /// <param name="proposeeLe">Not in the future, nor before the measure.</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    /// <returns>Refused with <c>mesure.terminee</c>, <c>fin.proposition-invalide</c>, <c>fin.date-invalide</c>, <c>fin.motif-hors-liste</c> or <c>fin.motif-incoherent</c>.</returns>
    public static Result<DemandeDeFin> Propose(FinDemandee demandee, Mesure mesure, Parametres parametres, LocalDate proposeeLe, LocalDate aujourdhui)
    {
        if (mesure.RefuseWhenEnded() is { } ended)
            return ended;
        if (proposeeLe < mesure.Debut || proposeeLe > aujourdhui)
            return Error.Invalid("fin.proposition-invalide", "La fin se propose entre la signature et aujourd'hui.", "proposeeLe");
        if (mesure.RefuseEndOn(demandee.DernierJour) is { } outside)
            return outside with { Field = "dernierJour" };
        return MotifsDeFin.Refuse(demandee.Motif, demandee.Initiateur, parametres) is { } refusal ? refusal : new DemandeDeFin(demandee, mesure, proposeeLe);
    }

    /// <summary>The service that asked finds it founded, or not (R22).</summary>
    /// <returns>Refused with <c>fin.avis-non-attendu</c> or <c>fin.avis-date-invalide</c>.</returns>
    public Result<Done> GiveAvis(bool fondee, string motif, LocalDate date, LocalDate aujourdhui)
    {
        if (Etat != EtatDemandeDeFin.AvisReferentAttendu)
            return Error.Conflict("fin.avis-non-attendu", "Cette demande de fin n'attend pas l'avis du service référent.");
        if (date < ProposeeLe || date > aujourdhui)
            return Error.Invalid("fin.avis-date-invalide", "L'avis se situe entre la proposition et aujourd'hui.", "date");
        (Fondee, MotifAvis, AvisLe) = (fondee, motif, date);
        Etat = fondee ? EtatDemandeDeFin.ADecider : EtatDemandeDeFin.NonFondee;
        return Done.Value;
    }

    /// <summary>The SAFPM decides; granted, the Mesure ends (R22).</summary>
    /// <param name="decision">What it wants to decide.</param>
    /// <param name="mesure">The one it is about.</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    /// <returns>Refused with <c>fin.avis-manquant</c>, <c>fin.deja-decidee</c>, <c>fin.decision-date-invalide</c>, <c>fin.dernier-jour-manquant</c>,
    /// <c>fin.date-future</c>, <c>fin.refus-sans-motif</c>, or as <see cref="Mesure.Close"/>.</returns>
    public Result<Done> Decide(DecisionDeFin decision, Mesure mesure, LocalDate aujourdhui)
    {
        if (Etat == EtatDemandeDeFin.AvisReferentAttendu)
            return Error.Conflict("fin.avis-manquant", "Le service référent n'a pas encore dit si cette demande est fondée (R22, art. 4).");
        if (Etat != EtatDemandeDeFin.ADecider)
            return Error.Conflict("fin.deja-decidee", "Cette demande de fin n'attend plus de décision.");
        if (decision.Date < (AvisLe ?? ProposeeLe) || decision.Date > aujourdhui)
            return Error.Invalid("fin.decision-date-invalide", "La décision suit la proposition et l'avis, et n'est pas future.", "date");
        if (decision.Accordee)
        {
            if (decision.DernierJour is not { } dernier)
                return Error.Invalid("fin.dernier-jour-manquant", "Une fin accordée dit le dernier jour de la mesure.", "dernierJour");
            if (dernier > aujourdhui)
                return Error.Conflict("fin.date-future", "Une mesure prend fin un jour déjà venu : enregistrez la décision ce jour-là.", "dernierJour");
            var closed = mesure.Close(dernier, Motif, aujourdhui);
            if (!closed.IsSuccess)
                return closed.Error;
        }
        else if (string.IsNullOrWhiteSpace(decision.Motif))
        {
            return Error.Conflict("fin.refus-sans-motif", "Un refus dit son motif (R9).", "motif");
        }

        (DecideeLe, DecideePar, MotifDecision, DernierJour) = (decision.Date, decision.UtilisateurId, decision.Motif, decision.Accordee ? decision.DernierJour : null);
        Etat = decision.Accordee ? EtatDemandeDeFin.Accordee : EtatDemandeDeFin.Refusee;
        return Done.Value;
    }
}

/// <param name="DernierJour">Wished for, within the running contract.</param>
/// <param name="Explication">Written.</param>
public sealed record FinDemandee(Guid Id, InitiateurFin Initiateur, MotifFin Motif, LocalDate DernierJour, string Explication, Guid UtilisateurId);

/// <param name="DernierJour">Needed when granted: last served day, not after today.</param>
/// <param name="Motif">Needed when refused.</param>
public sealed record DecisionDeFin(bool Accordee, LocalDate Date, LocalDate? DernierJour, string? Motif, Guid UtilisateurId);
