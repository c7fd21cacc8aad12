using Masp.Domain.Commun;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Mesures.Bilans;

/// <summary>
/// A Bilan d'etape or final (R19, R20), from the day it is sent: the service that asked and the SAFPM have it at once, and what it says does
/// not change. A final one goes on to the opinion of the service, the Commission, the decision and its notices.
/// </summary>
public sealed partial class Bilan : AggregateRoot
{
    private Bilan()
    {
    }

    private Bilan(BilanEtabli etabli, Mesure mesure, Contrat contrat, LocalDate transmisLe)
    {
        Id = etabli.Id;
        DepartementCode = mesure.DepartementCode;
        MesureId = mesure.Id;
        MesureNumero = mesure.Numero;
        ContratId = contrat.Id;
        LotCode = mesure.LotCode;
        Nature = etabli.Nature;
        Mois = etabli.Mois;
        EtabliLe = etabli.EtabliLe;
        TransmisLe = transmisLe;
        Contenu = etabli.Contenu;
        Articulation = etabli.Articulation;
        Rencontres = etabli.Rencontres;
        SuiteDemandee = etabli.Suite;
        DureeDemandee = etabli.DureeMois;
        GestionDemandee = etabli.AvecGestion;
        UtilisateurId = etabli.UtilisateurId;
        Etat = etabli.Nature == NatureBilan.Final ? EtatBilan.AvisReferentAttendu : EtatBilan.Transmis;
    }

    public Guid Id { get; private set; }

    public Guid MesureId { get; private set; }

    public string MesureNumero { get; private set; } = string.Empty;

    /// <summary>The contract it takes stock of.</summary>
    public Guid ContratId { get; private set; }

    public string LotCode { get; private set; } = string.Empty;

    public NatureBilan Nature { get; private set; }

    /// <summary>6, 12, 18…; null for a final one.</summary>
    public int? Mois { get; private set; }

    public LocalDate EtabliLe { get; private set; }

    /// <summary>To the service that asked and to the SAFPM.</summary>
    public LocalDate TransmisLe { get; private set; }

    public ContenuBilan Contenu { get; private set; } = null!;

    public string Articulation { get; private set; } = string.Empty;

    /// <summary>Held since the Bilan before, as counted when it was written; null when nobody counted.</summary>
    public int? Rencontres { get; private set; }

    public Suite? SuiteDemandee { get; private set; }

    public int? DureeDemandee { get; private set; }

    public bool? GestionDemandee { get; private set; }

    /// <summary>Who wrote it.</summary>
    public Guid UtilisateurId { get; private set; }

    public EtatBilan Etat { get; private set; }

    public AvisDuReferent? AvisDuReferent { get; private set; }

    /// <summary>Of the sessions, by date; an adjourned one comes back.</summary>
    public IReadOnlyList<AvisDeSeance> Avis { get; private set; } = [];

    public DecisionSurBilan? Decision { get; private set; }

    /// <summary>Those made; the decision is wholly notified with three (art. 4).</summary>
    public IReadOnlyList<NotificationDeBilan> Notifications { get; private set; } = [];

    /// <summary>Sends it.</summary>
    /// <param name="etabli">What it says.</param>
    /// <param name="mesure">Running.</param>
    /// <param name="parametres">The Reglement of the first day of the contract.</param>
    /// <param name="aujourdhui">The day it is sent, Europe/Paris.</param>
    /// <returns>Refused with <c>mesure.terminee</c>, <c>bilan.date-invalide</c>, <c>bilan.articulation-manquante</c>, <c>bilan.etape-inconnue</c>,
    /// <c>bilan.suite-manquante</c>, <c>bilan.duree-manquante</c> or <c>contrat.duree-hors-bornes</c>.</returns>
    public static Result<Bilan> Transmit(BilanEtabli etabli, Mesure mesure, Parametres parametres, LocalDate aujourdhui)
    {
        if (mesure.RefuseWhenEnded() is { } ended)
            return ended;
        if (etabli.EtabliLe > aujourdhui || mesure.ContratOn(etabli.EtabliLe) is not { } contrat)
            return Error.Invalid("bilan.date-invalide", "Le bilan s'établit pendant un contrat de la mesure, et au plus tard aujourd'hui.", "etabliLe");
        if (string.IsNullOrWhiteSpace(etabli.Articulation))
        {
            return Error.Invalid(
                "bilan.articulation-manquante", "Un bilan précise l'articulation avec les autres mesures d'action sociale de la personne (R19, art. 5).", "articulation");
        }

        var refusal = etabli.Nature == NatureBilan.Etape ? CheckEtape(etabli, contrat, parametres) : CheckFinal(etabli, parametres);
        return refusal is null ? new Bilan(etabli, mesure, contrat, aujourdhui) : refusal;
    }

    private static Error? CheckEtape(BilanEtabli etabli, Contrat contrat, Parametres parametres)
    {
        var etapes = CalendrierDesBilans.Etapes(contrat.Debut, contrat.FinPrevue, parametres).ToList();
        if (etapes.Exists(e => e.Mois == etabli.Mois))
            return null;
        var due = etapes.Count == 0 ? "ce contrat n'en doit aucun" : string.Join(" ; ", etapes.Select(CalendrierDesBilans.Say));
        return Error.Conflict("bilan.etape-inconnue", $"Ce n'est pas un bilan d'étape de ce contrat : {due} (R19, art. 5).", "mois");
    }

    private static Error? CheckFinal(BilanEtabli etabli, Parametres parametres)
    {
        if (etabli.Suite is not { } suite)
            return Error.Invalid("bilan.suite-manquante", "Le bilan final comporte une demande de fin de mesure ou de renouvellement (R20, art. 4).", "suite");
        if (suite == Suite.Fin)
            return null;
        if (etabli.DureeMois is not { } duree)
            return Error.Invalid("bilan.duree-manquante", "Une demande de renouvellement dit sa durée en mois.", "dureeMois");
        return Contrat.RefuseLength(duree, parametres);
    }
}
