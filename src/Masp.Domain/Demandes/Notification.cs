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
public sealed record Notification(Destinataire Destinataire, LocalDate Date, MoyenNotification Moyen);
