using System.Net;
using Masp.Application.Commun;
using Microsoft.EntityFrameworkCore;

namespace Masp.Infrastructure.Acces;

/// <summary>Whether a program is let in: by its secret when it asks for a token, by what its Administrateur decided since whenever it uses one.</summary>
public sealed class ProgrammesAdmis(AccesDbContext db, Horloge horloge)
{
    /// <returns>False for a program that nobody knows, a secret that is not its own or has expired, one revoked or past its end, and a foreign address.</returns>
    public async Task<bool> AdmitsAsync(string clientId, string secret, IPAddress? address, CancellationToken cancellationToken)
    {
        if (await FindAsync(clientId, cancellationToken) is not { } programme)
            return false;
        var (hash, now) = (Empreintes.Of(secret), horloge.Maintenant);
        if (!programme.Secrets.Any(s => s.Empreinte == hash && !(s.ExpireLe <= now)) || !programme.Admits(address))
            return false;
        await db.Programmes.Where(p => p.Id == programme.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.DernierUsage, now), cancellationToken);
        return true;
    }

    /// <returns>The program, when it may still be used today.</returns>
    public async Task<Programme?> FindAsync(string clientId, CancellationToken cancellationToken)
    {
        var found = await db.Programmes.AsNoTracking().FirstOrDefaultAsync(p => p.ClientId == clientId, cancellationToken);
        return found is not null && found.IsOpen(horloge.Aujourdhui) ? found : null;
    }
}
