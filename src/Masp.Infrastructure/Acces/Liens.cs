using Masp.Application.Commun;
using Masp.Infrastructure.Courriels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Masp.Infrastructure.Acces;

/// <summary>
/// Links sent by mail. The secret stands behind the <c>#</c> of the address: browsers keep it to themselves, so no server and no proxy
/// writes it down; only its hash is in the database.
/// </summary>
public sealed class Liens(AccesDbContext db, BoiteDEnvoi boite, AdressePublique adresse, IOptions<OptionsDAcces> options, Horloge horloge, Identifiants identifiants)
{
    public const string Page = "/acces";

    /// <summary>Makes one and posts its letter, in the transaction under way. Earlier ones of the account are worth nothing any more.</summary>
    public async Task SendAsync(Utilisateur user, ButDuLien but, CancellationToken cancellationToken)
    {
        await EndAsync(user.Id, cancellationToken);
        var secret = Empreintes.NewSecret();
        var link = new LienUnique
        {
            Id = identifiants.Next(),
            UtilisateurId = user.Id,
            But = but,
            Empreinte = Empreintes.Of(secret),
            CreeLe = horloge.Maintenant,
            ExpireLe = horloge.Maintenant + Duration.FromHours(options.Value.LienHeures),
        };
        db.Liens.Add(link);
        boite.Post(db, Lettres.ForLink(user, but, $"{adresse.Value}{Page}#{secret}", options.Value.LienHeures));
    }

    /// <returns>Null when it is not one of ours, has served, was replaced, or has expired.</returns>
    public async Task<LienUnique?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var (hash, now) = (Empreintes.Of(secret), horloge.Maintenant);
        return await db.Liens.FirstOrDefaultAsync(l => l.Empreinte == hash && l.FiniLe == null && l.ExpireLe > now, cancellationToken);
    }

    public Task EndAsync(Guid user, CancellationToken cancellationToken)
    {
        var now = horloge.Maintenant;
        return db.Liens.Where(l => l.UtilisateurId == user && l.FiniLe == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.FiniLe, now), cancellationToken);
    }
}
