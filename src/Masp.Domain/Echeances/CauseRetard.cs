namespace Masp.Domain.Echeances;

/// <summary>To whom a lateness is due (R13, R46).</summary>
public enum CauseRetard
{
    Titulaire,
    ServiceReferent,
    Beneficiaire,
    Autre,
}
