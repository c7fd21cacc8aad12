namespace Masp.Domain.Mesures;

/// <summary>Why a Mesure ended (R50).</summary>
public enum MotifFin
{
    TermeAutonomieRetrouvee,
    TermeObjectifsPartiels,
    DureeLegaleAtteinte,
    NonRespectDuContrat,
    MesureInadaptee,
    RetraitDuBeneficiaire,
    Maj,
    CuratelleTutelleOuSauvegarde,
    Masp3,
    FinDesPrestations,
    DemenagementHorsDepartement,
    IncarcerationOuHospitalisation,
    PerduDeVue,
    Deces,
    RefusDeSigner,
    AbandonAvantSignature,
}
