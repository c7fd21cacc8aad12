using Masp.Domain.Commun;
using Masp.Domain.Territoires;

namespace Masp.Domain.Mesures.Fins;

/// <summary>Who asks for an end before the term (R22).</summary>
public enum InitiateurFin
{
    /// <summary>Asks the service that asked for the measure, which finds it founded or not; the others go straight to the SAFPM.</summary>
    Titulaire,
    Beneficiaire,
    Deces,
    MesureJudiciaire,
    DemenagementHorsDepartement,
    Departement,
}

/// <summary>Which coded reason an end may have (R50): those of the Reglement, and that of its initiator.</summary>
public static class MotifsDeFin
{
    private static readonly MotifFin[] AuTerme = [MotifFin.TermeAutonomieRetrouvee, MotifFin.TermeObjectifsPartiels, MotifFin.DureeLegaleAtteinte, MotifFin.RefusDeSigner];

    private static readonly MotifFin[] Judiciaires = [MotifFin.Maj, MotifFin.CuratelleTutelleOuSauvegarde, MotifFin.Masp3];

    /// <summary>Those of the Reglement that an end before the term may have, asked by that initiator.</summary>
    public static IEnumerable<MotifFin> Of(InitiateurFin initiateur, Parametres parametres) => parametres.MotifsFin.Where(motif => initiateur switch
    {
        InitiateurFin.Beneficiaire => motif is MotifFin.RetraitDuBeneficiaire or MotifFin.FinDesPrestations,
        InitiateurFin.Deces => motif == MotifFin.Deces,
        InitiateurFin.MesureJudiciaire => Judiciaires.Contains(motif),
        InitiateurFin.DemenagementHorsDepartement => motif == MotifFin.DemenagementHorsDepartement,
        InitiateurFin.Titulaire or InitiateurFin.Departement => !AuTerme.Contains(motif) && motif != MotifFin.AbandonAvantSignature,
        _ => throw new ArgumentOutOfRangeException(nameof(initiateur), initiateur, "Unknown InitiateurFin."),
    });

    /// <summary>Those of the Reglement that an end at the term may have.</summary>
    public static IEnumerable<MotifFin> AtTerm(Parametres parametres) => parametres.MotifsFin.Where(AuTerme.Contains);

    /// <returns>Null when it may.</returns>
    public static Error? Refuse(MotifFin motif, InitiateurFin initiateur, Parametres parametres) => RefuseUnlisted(motif, parametres)
        ?? (Of(initiateur, parametres).Contains(motif) ? null : Incoherent);

    /// <returns>Null when it may.</returns>
    public static Error? RefuseAtTerm(MotifFin motif, Parametres parametres) => RefuseUnlisted(motif, parametres)
        ?? (AuTerme.Contains(motif) ? null : Incoherent);

    private static Error Incoherent => Error.Conflict("fin.motif-incoherent", "Ce motif ne convient pas à cette fin de mesure (R22, R50).", "motif");

    private static Error? RefuseUnlisted(MotifFin motif, Parametres parametres) => parametres.MotifsFin.Contains(motif)
        ? null
        : Error.Conflict("fin.motif-hors-liste", "Ce motif n'est pas dans la liste du règlement du département (R50).", "motif");
}
