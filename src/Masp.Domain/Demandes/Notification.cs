using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Demandes;

/// <summary>Who is told of a Decision (R9).</summary>
public enum Destinataire
{
    Personne,

    /// <summary>The ServiceReferent that asked.</summary>
    Service,
}

/// <summary>How a Decision reached who had to be told.</summary>
public enum MoyenNotification
{
    Courrier,
    CourrierRecommande,
    RemiseEnMainPropre,
    Courriel,
}

/// <summary>One notification of a Decision: to whom, on what day, and how (R9).</summary>
/// <param name="Date">From the day of the Decision to the day it is recorded.</param>
public sealed record Notification(Destinataire Destinataire, LocalDate Date, MoyenNotification Moyen)
{
    internal static Error DejaFaite => Error.Conflict("notification.deja-faite", "Cette décision a déjà été notifiée à ce destinataire.", "destinataire");

    /// <summary>Of any decision: neither before it was taken nor in the future.</summary>
    internal static Error? Refuses(LocalDate decision, LocalDate date, LocalDate aujourdhui)
    {
        if (date < decision)
            return Error.Conflict("notification.avant-decision", "Une décision ne peut pas être notifiée avant d'être prise (R9).", "date");
        return date > aujourdhui ? Error.Invalid("notification.date-future", "La date de la notification est dans le futur.", "date") : null;
    }
}
