using Masp.Domain.Echeances;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;

namespace Masp.Domain.Territoires;

/// <summary>
/// The parameters of one Reglement (R60): every figure of the cahier des charges that a département may set otherwise.
/// Defaults are those of the Hérault 2022-2024, or ours where the source is silent (marked * in the rules).
/// </summary>
public sealed record Parametres
{
    /// <summary>R2, whole months, included.</summary>
    public int DureeMinMois { get; init; } = 6;

    /// <summary>R2, whole months, included.</summary>
    public int DureeMaxMois { get; init; } = 24;

    /// <summary>R3, months over every contract of the chain, included.</summary>
    public int DureeTotaleMaxMois { get; init; } = 48;

    /// <summary>R4, how many renewals without special leave.</summary>
    public int RenouvellementsMax { get; init; } = 1;

    /// <summary>R11: an order abandoned before signature gives the turn back.</summary>
    public bool AbandonRendLeTour { get; init; } = true;

    /// <summary>R12, working days after which an order that was not acknowledged is deemed received.</summary>
    public int ReceptionReputeeJours { get; init; } = 1;

    /// <summary>R13, jours francs from reception to the first Rencontre.</summary>
    public int DelaiPremiereRencontre { get; init; } = 40;

    /// <summary>R17, jours francs from the first Rencontre to the ProjetIntervention.</summary>
    public int DelaiProjet { get; init; } = 45;

    /// <summary>R19, a contract under that many months has no Bilan d'étape.</summary>
    public int BilanSeuilMois { get; init; } = 12;

    /// <summary>R19, months between two.</summary>
    public int BilanPeriodeMois { get; init; } = 6;

    /// <summary>R19, none is due in that many last months.</summary>
    public int BilanSansFinalMois { get; init; } = 3;

    /// <summary>R20, months before the last day.</summary>
    public int BilanFinalMois { get; init; } = 2;

    /// <summary>R20, jours francs before the last day; the earlier of both is kept.</summary>
    public int BilanFinalJours { get; init; } = 60;

    /// <summary>R31, day of the month after.</summary>
    public int JourReleve { get; init; } = 15;

    /// <summary>R33, jours francs from the end to the état des opérations.</summary>
    public int DelaiEtat { get; init; } = 15;

    /// <summary>R33, jours francs from the reception of the decision to the comptes de gestion.</summary>
    public int DelaiComptes { get; init; } = 90;

    /// <summary>R47, day of the month after the quarter.</summary>
    public int JourRapport { get; init; } = 15;

    /// <summary>R48, month of the internal target of the year after; its day is <see cref="CibleStatistiquesJour"/>.</summary>
    public int CibleStatistiquesMois { get; init; } = 2;

    /// <summary>R48, 1 to 28.</summary>
    public int CibleStatistiquesJour { get; init; } = 28;

    /// <summary>R16: the forfait needs at least one logged Deplacement.</summary>
    public bool ForfaitExigeDeplacement { get; init; } = true;

    /// <summary>R18, Rencontres asked for in the first months together.</summary>
    public int RencontresDebut { get; init; } = 8;

    /// <summary>R18, how many first mois-mesure are counted together.</summary>
    public int MoisDebut { get; init; } = 3;

    /// <summary>R18, Rencontres asked for in each later whole mois-mesure.</summary>
    public int RencontresParMois { get; init; } = 2;

    /// <summary>R18: telephone contacts count as Rencontres. For a lockdown, a Reglement turns it on and a later one off.</summary>
    public bool TelephoneCompte { get; init; }

    /// <summary>R36, R37: how a contract is cut into paid months.</summary>
    public ModeMoisMesure ModeMoisMesure { get; init; } = ModeMoisMesure.DateADate;

    /// <summary>R37, days served from which a broken month is due in full, included.</summary>
    public int JoursSeuil { get; init; } = 15;

    /// <summary>R45.</summary>
    public ModeDelai ModeDelai { get; init; } = ModeDelai.Franc;

    /// <summary>R45.</summary>
    public Calendrier Calendrier { get; init; } = Calendrier.Metropole;

    /// <summary>R25, running measures for one full-time equivalent.</summary>
    public int MesuresParEtp { get; init; } = 34;

    /// <summary>R21, months after which a suspension is warned of; not a bound.</summary>
    public int SuspensionMaxMois { get; init; } = 6;

    /// <summary>R50: the reasons for which an end may be recorded.</summary>
    public IReadOnlyList<MotifFin> MotifsFin { get; init; } = Enum.GetValues<MotifFin>();

    /// <summary>R44: months of a contract that outlives its convention are paid at the convention's last price.</summary>
    public bool GelApresConvention { get; init; } = true;

    /// <summary>R62: health information may be written down; off by default.</summary>
    public bool SanteAdmise { get; init; }

    /// <summary>R63, whole years after the last contact during which a file stays active, the anniversary included.</summary>
    public int ConservationAns { get; init; } = 2;
}
