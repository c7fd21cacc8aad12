using NodaTime;

namespace Masp.Application.Commun;

/// <summary>
/// The call that this unit of work answers, as the journals name it. Told once by the entry point; what runs outside any call (a job, a
/// console) tells its own name.
/// </summary>
public sealed class RequeteCourante(Horloge horloge, Identifiants identifiants)
{
    public const string HorsRequete = "horsRequete";

    /// <summary>Answered to the caller too, so that what somebody saw is found again in the journals.</summary>
    public Guid Id { get; private set; } = identifiants.Next();

    /// <summary>The <c>operationId</c> of the contract.</summary>
    public string Operation { get; private set; } = HorsRequete;

    /// <summary>When it began, by the application's clock: the only one that a demonstration and its journals share.</summary>
    public Instant Instant { get; } = horloge.Maintenant;

    public void Tell(string operation) => Operation = operation;
}
