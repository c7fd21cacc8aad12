using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Infrastructure.Donnees;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Masp.Infrastructure.Acces;

/// <summary>The accounts that somebody keeps, by name.</summary>
/// <param name="db">Accounts.</param>
/// <param name="contexts">Names of the bodies they belong to.</param>
public sealed class ListComptes(AccesDbContext db, IDbContextFactory<MaspDbContext> contexts, Horloge horloge, IOptions<OptionsDAcces> options)
{
    /// <param name="recherche">Part of the name or of the address.</param>
    public async Task<Result<Liste<CompteDAccesDto>>> ListAsync(
        Acteur acteur, string? recherche, Role? role, EtatDeCompte? etat, Pagination pagination, CancellationToken cancellationToken)
    {
        var page = pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        var users = Kept(acteur);
        if (recherche is not null)
        {
            // Its signs are themselves, not a pattern's.
            var sought = $"%{recherche.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            users = users.Where(u => EF.Functions.ILike(u.Nom, sought, "\\") || EF.Functions.ILike(u.Email!, sought, "\\"));
        }

        if (role is not null)
            users = users.Where(u => u.Role == role);
        if (etat is { } asked)
            users = Of(users, asked);
        if (curseur is not null)
        {
            if (curseur.Valeur is not { } nom || !Guid.TryParse(curseur.Cle, out var id))
                return Curseurs.Refuse;
            users = users.Where(u => EF.Functions.GreaterThan(ValueTuple.Create(u.Nom, u.Id), ValueTuple.Create(nom, id)));
        }

        var rows = await ReadAsync(acteur, users.OrderBy(u => u.Nom).ThenBy(u => u.Id).Take(taille + 1), cancellationToken);
        return Liste<CompteDAccesDto>.Cut(rows, taille, c => new Curseur(c.Nom, c.Id.ToString()));
    }

    public async Task<Result<CompteDAccesDto>> GetAsync(Acteur acteur, Guid id, CancellationToken cancellationToken) =>
        await ReadAsync(acteur, Kept(acteur).Where(u => u.Id == id), cancellationToken) is [var compte] ? compte : UniteDAcces.Introuvable;

    /// <summary>How many accounts of the Departement may be used today.</summary>
    public Task<int> CountOpenAsync(Acteur acteur, CancellationToken cancellationToken)
    {
        var today = horloge.Aujourdhui;
        return Kept(acteur).CountAsync(u => u.DesactiveLe == null && (u.Fin == null || u.Fin >= today), cancellationToken);
    }

    /// <summary>Those that <see cref="TenueDesComptes.MayKeep"/> leaves to the actor, as a query.</summary>
    private IQueryable<Utilisateur> Kept(Acteur acteur)
    {
        var users = db.Users.AsNoTracking().Where(u => u.DepartementCode == acteur.DepartementCode);
        return acteur.Role == Role.Administrateur
            ? users
            : users.Where(u => u.Role == Role.Intervenant && u.TitulaireId == acteur.TitulaireId && u.TitulaireId != null);
    }

    private IQueryable<Utilisateur> Of(IQueryable<Utilisateur> users, EtatDeCompte etat)
    {
        var (today, now) = (horloge.Aujourdhui, horloge.Maintenant.ToDateTimeOffset());
        return etat switch
        {
            EtatDeCompte.Desactive => users.Where(u => u.DesactiveLe != null),
            EtatDeCompte.Parti => users.Where(u => u.DesactiveLe == null && u.Fin < today),
            EtatDeCompte.Invite => users.Where(u => u.DesactiveLe == null && !(u.Fin < today) && !u.EmailConfirmed),
            EtatDeCompte.Verrouille => users.Where(u => u.DesactiveLe == null && !(u.Fin < today) && u.EmailConfirmed && u.LockoutEnd > now),
            EtatDeCompte.Actif => users.Where(u => u.DesactiveLe == null && !(u.Fin < today) && u.EmailConfirmed && !(u.LockoutEnd > now)),
        };
    }

    private EtatDeCompte EtatOf(Utilisateur user) =>
        user.DesactiveLe is not null ? EtatDeCompte.Desactive
        : user.HasLeft(horloge.Aujourdhui) ? EtatDeCompte.Parti
        : !user.EmailConfirmed ? EtatDeCompte.Invite
        : user.LockoutEnd is { } end && Instant.FromDateTimeOffset(end) > horloge.Maintenant ? EtatDeCompte.Verrouille
        : EtatDeCompte.Actif;

    private async Task<List<CompteDAccesDto>> ReadAsync(Acteur acteur, IQueryable<Utilisateur> users, CancellationToken cancellationToken)
    {
        var rows = await users.Select(u => new
        {
            User = u,
            Vue = db.Sessions.Where(s => s.UtilisateurId == u.Id).Max(s => (Instant?)s.VueLe),
            Cles = db.Set<IdentityUserPasskey<Guid>>().Count(p => p.UserId == u.Id),
        }).ToListAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var trade = context.For(acteur, horloge.Aujourdhui);
        var titulaires = await trade.Titulaires.AsNoTracking().Select(t => new { t.Id, t.Nom }).ToDictionaryAsync(t => t.Id, t => t.Nom, cancellationToken);
        var services = await trade.ServicesReferents.AsNoTracking().Select(s => new { s.Id, s.Nom }).ToDictionaryAsync(s => s.Id, s => s.Nom, cancellationToken);
        return [.. rows.Select(r => new CompteDAccesDto(
            r.User.Id, r.User.Nom, r.User.Email!, r.User.Role, Named(titulaires, r.User.TitulaireId), Named(services, r.User.ServiceReferentId), EtatOf(r.User), r.User.Fin,
            r.Vue, r.User.CleTotp is not null, r.Cles, options.Value.NeedsSecondFactor(r.User), CompteDAccesDto.VersionOf(r.User.Revision)))];
    }

    private static ReferenceDto? Named(Dictionary<Guid, string> names, Guid? id) => id is { } known && names.TryGetValue(known, out var name) ? new ReferenceDto(known, name) : null;
}
