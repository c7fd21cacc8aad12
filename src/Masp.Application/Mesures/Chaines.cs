using Masp.Application.Commun;
using Masp.Domain.Mesures;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Mesures;

internal static class Chaines
{
    /// <summary>All the contracts a person has had with the Departement, whatever the measure (R1, R3).</summary>
    public static async Task<ChaineDeContrats> ChaineOfAsync(this IMaspDbContext db, Guid beneficiaireId, CancellationToken cancellationToken)
    {
        var mesures = await db.Mesures.AsNoTracking().Where(m => m.BeneficiaireId == beneficiaireId).ToListAsync(cancellationToken);
        return ChaineDeContrats.Of(mesures.SelectMany(m => m.Contrats).Select(c => c.Periode));
    }
}
