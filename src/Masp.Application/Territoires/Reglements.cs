using Masp.Application.Commun;
using Masp.Domain.Territoires;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Territoires;

internal static class Reglements
{
    /// <summary>The parameters in force on that day: of the last Reglement that began by then, of the first one before it (R60).</summary>
    public static async Task<Parametres> ParametresOnAsync(this IMaspDbContext db, LocalDate date, CancellationToken cancellationToken)
    {
        var known = await db.Reglements.AsNoTracking().OrderBy(r => r.Debut).ToListAsync(cancellationToken);
        return (known.LastOrDefault(r => r.Debut <= date) ?? known.FirstOrDefault())?.Parametres ?? new Parametres();
    }
}
