using Masp.Domain.Acces;
using Masp.Infrastructure.Acces;

namespace Masp.Demonstration;

/// <summary>Who did what in the files of the SAFPM: the demonstration accounts of the same roles.</summary>
internal static class Agents
{
    public static readonly Guid Agent = IdOf(Role.Agent);

    public static readonly Guid Decideur = IdOf(Role.Decideur);

    public static readonly Guid Comptable = IdOf(Role.Comptable);

    private static Guid IdOf(Role role) => ComptesDeDemonstration.Comptes.Single(c => c.Role == role).Id;
}
