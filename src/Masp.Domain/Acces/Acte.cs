namespace Masp.Domain.Acces;

/// <summary>Everything that can be done, named as the trade names it. Each route declares one.</summary>
public enum Acte
{
    Calculer,
    LireReferentiel,
    ImporterCommunes,
    FixerBareme,
    LireDemandes,
    DeposerDemande,
    LireBeneficiaires,
    TrancherRapprochement,
    LireCommissions,
    TenirCommission,
    Decider,
    NotifierDecision,
    Attribuer,
    AttribuerManuellement,
    LireTourDeRole,
    LireBonsDeCommande,
    AccuserReception,
    SignerContrat,
    AbandonnerBonDeCommande,
    AnnulerBonDeCommande,
    ValiderForfait,
    LireMesures,
    LireFactures,
    PreparerFacture,
    ValiderFacture,
    EmettreFacture,
    LireAFaire,
    Rechercher,
}
