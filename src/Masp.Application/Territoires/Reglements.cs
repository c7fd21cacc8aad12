using Masp.Application.Commun;
using Masp.Domain.Territoires;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Territoires;

/// <summary>The dated rule sets of a Departement (R60).</summary>
/// <param name="parDebut">By first day.</param>
internal sealed class Reglements(IReadOnlyList<Reglement> parDebut)
{
    /// <summary>The parameters in force on that day: of the last Reglement that began by then, of the first one before it.</summary>
    public Parametres On(LocalDate date) => (parDebut.LastOrDefault(r => r.Debut <= date) ?? (parDebut.Count > 0 ? parDebut[0] : null))?.Parametres ?? Absents;

    private static readonly Parametres Absents = new();
}

internal static class LectureReglements
{
    public static async Task<Reglements> ReglementsAsync(this IMaspDbContext db, CancellationToken cancellationToken) =>
        new(await db.Reglements.AsNoTracking().OrderBy(r => r.Debut).ToListAsync(cancellationToken));

    /// <summary>As <see cref="Reglements.On"/>.</summary>
    public static async Task<Parametres> ParametresOnAsync(this IMaspDbContext db, LocalDate date, CancellationToken cancellationToken) =>
        (await db.ReglementsAsync(cancellationToken)).On(date);
}
