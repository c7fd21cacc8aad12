using Masp.Application.Commun;
using Masp.Domain.Territoires;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Territoires;

internal static class LectureReglements
{
    public static async Task<Reglements> ReglementsAsync(this IMaspDbContext db, CancellationToken cancellationToken) =>
        new(await db.Reglements.AsNoTracking().OrderBy(r => r.Debut).ToListAsync(cancellationToken));

    /// <summary>As <see cref="Reglements.On"/>.</summary>
    public static async Task<Parametres> ParametresOnAsync(this IMaspDbContext db, LocalDate date, CancellationToken cancellationToken) =>
        (await db.ReglementsAsync(cancellationToken)).On(date);
}
