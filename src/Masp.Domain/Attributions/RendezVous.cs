using Masp.Domain.Echeances;
using NodaTime;

namespace Masp.Domain.Attributions;

public enum EtatRendezVous
{
    Pris,
    Tenu,

    /// <summary>Did not take place; the cause says on whose account (R13).</summary>
    Manque,

    /// <summary>Another took its place, or the order ended.</summary>
    Annule,
}

/// <summary>An appointment for the first Rencontre, taken by the service that asked (R13).</summary>
public sealed class RendezVous
{
    private RendezVous()
    {
    }

    internal RendezVous(Guid id, LocalDate date, LocalTime? heure, string lieu, LocalDate prisLe)
    {
        Id = id;
        Date = date;
        Heure = heure;
        Lieu = lieu;
        PrisLe = prisLe;
    }

    public Guid Id { get; private set; }

    public LocalDate Date { get; private set; }

    public LocalTime? Heure { get; private set; }

    public string Lieu { get; private set; } = string.Empty;

    /// <summary>Day on which it was taken.</summary>
    public LocalDate PrisLe { get; private set; }

    public EtatRendezVous Etat { get; private set; }

    public CauseRetard? Cause { get; private set; }

    public string? Commentaire { get; private set; }

    internal void Settle(EtatRendezVous etat, CauseRetard? cause = null, string? commentaire = null) =>
        (Etat, Cause, Commentaire) = (etat, cause, commentaire);
}
