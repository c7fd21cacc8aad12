using Masp.Application.Commun;
using Masp.Domain.Facturation;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Facturation;

internal static class Prices
{
    /// <summary>Every price list, by first day: what the tariff computes with.</summary>
    public static async Task<IReadOnlyList<Prix>> PrixAsync(this IMaspDbContext db, CancellationToken cancellationToken) =>
        [.. (await db.Baremes.AsNoTracking().OrderBy(b => b.Debut).ToListAsync(cancellationToken)).Select(b => b.Prix)];
}
