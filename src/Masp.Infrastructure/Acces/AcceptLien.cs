using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Infrastructure.Courriels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Masp.Infrastructure.Acces;

/// <summary>What a link leads to.</summary>
/// <param name="Totp">A key to enrol, when the account must have a second factor and has none.</param>
public sealed record LienDto(ButDuLien But, string Nom, string Identifiant, Instant ExpireLe, PropositionTotp? Totp);

/// <param name="Jeton">What stands behind the <c>#</c> of the link.</param>
/// <param name="Scelle">The proposed key, brought back.</param>
/// <param name="Code">Its first code.</param>
public sealed record Acceptation(string Jeton, string MotDePasse, string? Scelle = null, string? Code = null);

/// <param name="OpensSession">Everything that signing in asks for was just proven.</param>
/// <param name="CodesDeSecours">Shown once; empty when no second factor was enrolled.</param>
public sealed record LienAccepte(Utilisateur Utilisateur, bool OpensSession, IReadOnlyList<string> CodesDeSecours);

/// <summary>Links: asked for, looked at, accepted. One that is false, has served or has expired is not there, whichever it is.</summary>
public sealed class AcceptLien(
    UniteDAcces unite, AccesDbContext db, Liens liens, MotsDePasse motsDePasse, SecondFacteur secondFacteur, SessionsDesPersonnes sessions, Essais essais, BoiteDEnvoi boite, Horloge horloge, IOptions<OptionsDAcces> options)
{
    private static readonly Duration EntreDeux = Duration.FromMinutes(1);

    private static readonly Error Introuvable =
        Refus.Introuvable("lien", "Ce lien n'est plus valable : il a servi, a été remplacé ou a expiré. Demandez-en un autre.");

    /// <summary>Sends a link to whoever forgot a password. What it does for nobody cannot be told from what it does for somebody.</summary>
    public async Task AskAsync(string identifiant, CancellationToken cancellationToken)
    {
        var name = identifiant.ToUpperInvariant();
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.NormalizedEmail == name, cancellationToken);
        if (user is null || !user.IsOpen(horloge.Aujourdhui))
            return;
        var recently = horloge.Maintenant - EntreDeux;

        // Asked for again at once, the first is still on its way: nobody's box is filled this way.
        if (await db.Liens.AnyAsync(l => l.UtilisateurId == user.Id && l.FiniLe == null && l.CreeLe > recently, cancellationToken))
            return;
        await unite.RunAsync<Done>(
            user.ToActeur(),
            async () =>
            {
                if (await unite.HoldAsync(user.Id, cancellationToken) is { } held)
                    await liens.SendAsync(held, held.EmailConfirmed ? ButDuLien.MotDePasseOublie : ButDuLien.Invitation, cancellationToken);
                return Done.Value;
            },
            cancellationToken);
    }

    public async Task<Result<LienDto>> ReadAsync(string jeton, CancellationToken cancellationToken)
    {
        if (await FindAsync(jeton, cancellationToken) is not ({ } link, { } user))
            return Introuvable;
        return new LienDto(link.But, user.Nom, user.Email!, link.ExpireLe, await MustEnrolAsync(user, cancellationToken) ? secondFacteur.Propose(user) : null);
    }

    public async Task<Result<LienAccepte>> RunAsync(Acceptation acceptation, CancellationToken cancellationToken)
    {
        if (await FindAsync(acceptation.Jeton, cancellationToken) is not (_, { } known))
            return Introuvable;
        return await unite.RunAsync(
            known.ToActeur(),
            async () =>
            {
                // Held first: of two who accept at once, the second finds the link used.
                var user = (await unite.HoldAsync(known.Id, cancellationToken))!;
                if (await liens.FindAsync(acceptation.Jeton, cancellationToken) is not { } link)
                    return Introuvable;
                await db.Entry(link).ReloadAsync(cancellationToken);
                return link.FiniLe is not null ? Introuvable : await AcceptAsync(user, acceptation, cancellationToken);
            },
            cancellationToken);
    }

    private async Task<Result<LienAccepte>> AcceptAsync(Utilisateur user, Acceptation acceptation, CancellationToken cancellationToken)
    {
        var had = await secondFacteur.IsEnrolledAsync(user, cancellationToken);
        var mustEnrol = !had && options.Value.NeedsSecondFactor(user);
        if (mustEnrol && (acceptation.Scelle is null || acceptation.Code is null))
            return Error.Invalid("second-facteur.attendu", "Votre rôle demande un second facteur : enregistrez-le et saisissez son premier code.", "code");
        var set = motsDePasse.Set(user, acceptation.MotDePasse);
        if (!set.IsSuccess)
            return set.Error;
        if (mustEnrol && !secondFacteur.Enrol(user, acceptation.Scelle!, acceptation.Code!))
            return Error.Invalid("second-facteur.code-faux", "Ce code n'est pas le bon, ou n'est plus valable : saisissez celui que montre l'application.", "code");
        user.EmailConfirmed = true;
        user.Revision++;
        await liens.EndAsync(user.Id, cancellationToken);
        await sessions.EndAllAsync(user.Id, null, cancellationToken);
        await essais.SucceedAsync(Essai.OfCompte(user.UserName!), cancellationToken);
        boite.Post(db, Lettres.ForChange(user, "Le mot de passe de votre compte Masp vient d'être choisi."));
        return new LienAccepte(user, !had, mustEnrol ? SecondFacteur.RenewCodes(user) : []);
    }

    private async Task<(LienUnique? Lien, Utilisateur? Compte)> FindAsync(string jeton, CancellationToken cancellationToken)
    {
        if (await liens.FindAsync(jeton, cancellationToken) is not { } link)
            return (null, null);
        var user = await db.Users.AsNoTracking().FirstAsync(u => u.Id == link.UtilisateurId, cancellationToken);
        return user.IsOpen(horloge.Aujourdhui) ? (link, user) : (null, null);
    }

    private async Task<bool> MustEnrolAsync(Utilisateur user, CancellationToken cancellationToken) =>
        options.Value.NeedsSecondFactor(user) && !await secondFacteur.IsEnrolledAsync(user, cancellationToken);
}
