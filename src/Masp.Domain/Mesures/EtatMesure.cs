namespace Masp.Domain.Mesures;

public enum EtatMesure
{
    EnCours,
    Terminee,
}
