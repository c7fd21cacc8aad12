using Masp.Application.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Facturation;

internal static class Prices
{
    /// <summary>Every price list, by first day: what the tariff computes with.</summary>
    public static async Task<IReadOnlyList<Prix>> PrixAsync(this IMaspDbContext db, CancellationToken cancellationToken) =>
        [.. (await db.Baremes.AsNoTracking().OrderBy(b => b.Debut).ToListAsync(cancellationToken)).Select(b => b.Prix)];

    /// <summary>The Zone of every commune over time.</summary>
    public static async Task<Zonage> ZonageAsync(this IMaspDbContext db, CancellationToken cancellationToken)
    {
        var communes = await db.Communes.AsNoTracking().ToListAsync(cancellationToken);
        return new Zonage(communes.ToDictionary(
            c => c.CodeInsee, c => (IReadOnlyList<(LocalDate, Domain.Territoires.Zone)>)[.. c.Affectations.OrderBy(a => a.Debut).Select(a => (a.Debut, a.Zone))]));
    }

    /// <summary>The day whose price is frozen, by Convention that was not followed by another (R44).</summary>
    public static async Task<Dictionary<Guid, LocalDate>> GelsAsync(this IMaspDbContext db, CancellationToken cancellationToken)
    {
        var titulaires = await db.Titulaires.AsNoTracking().ToListAsync(cancellationToken);
        return (from titulaire in titulaires
                from convention in titulaire.Conventions
                let gel = titulaire.DateGel(convention.Id)
                where gel is not null
                select (convention.Id, gel.Value)).ToDictionary(x => x.Id, x => x.Value);
    }
}
