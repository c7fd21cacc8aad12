using Masp.Domain.Acces;

namespace Masp.Infrastructure.Acces;

/// <summary>Section <c>Acces</c> of the configuration.</summary>
public sealed class OptionsDAcces
{
    /// <summary>Where people reach the pages, without a final slash. Never taken from a request: who asks for a link would choose where it leads.</summary>
    public string? Adresse { get; set; }

    /// <summary>Hours an invitation or a forgotten password's link is good for.</summary>
    public int LienHeures { get; set; } = 72;

    /// <summary>Hours after which a session ends, however much it is used.</summary>
    public int SessionHeures { get; set; } = 24;

    /// <summary>Days during which a replaced secret of a program is still good.</summary>
    public int RecouvrementJours { get; set; } = 7;

    /// <summary>Roles that need a second factor; those of the département's own service, its administrator and its auditors when not told.</summary>
    public Role[]? SecondFacteurExige { get; set; }

    public bool NeedsSecondFactor(Utilisateur user) =>
        !user.SansSecondFacteur && (SecondFacteurExige ?? [Role.Agent, Role.Decideur, Role.Comptable, Role.Administrateur, Role.Auditeur]).Contains(user.Role);
}
