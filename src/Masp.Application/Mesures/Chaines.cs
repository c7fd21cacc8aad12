using Masp.Application.Commun;
using Masp.Domain.Mesures;

namespace Masp.Application.Mesures;

internal static class Chaines
{
    /// <summary>
    /// All the contracts a person has had with the Departement, whatever the measure and whoever held it: the bound of R3 holds for a
    /// Titulaire that may not see those of another.
    /// </summary>
    public static async Task<ChaineDeContrats> ChaineOfAsync(this IMaspDbContext db, Guid beneficiaireId, CancellationToken cancellationToken) =>
        ChaineDeContrats.Of(await db.ContratsOfAsync(beneficiaireId, cancellationToken));
}
