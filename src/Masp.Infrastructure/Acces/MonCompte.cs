using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Infrastructure.Courriels;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Masp.Infrastructure.Acces;

/// <summary>What somebody does to their own account. Whatever changes the way in asks for the password again, and is told by mail.</summary>
public sealed class MonCompte(
    UniteDAcces unite, AccesDbContext db, MotsDePasse motsDePasse, SecondFacteur secondFacteur, SessionsDesPersonnes sessions, BoiteDEnvoi boite, IOptions<OptionsDAcces> options)
{
    private static readonly Error SecondFacteurDu = Error.Conflict(
        "second-facteur.exige", "Votre rôle demande un second facteur : enregistrez-en un autre avant de retirer celui-ci.");

    /// <summary>Every other session ends.</summary>
    /// <returns>The account, whose cookie must be given again.</returns>
    public Task<Result<Utilisateur>> ChangePasswordAsync(Acteur acteur, Guid session, string actuel, string nouveau, CancellationToken cancellationToken) =>
        RunAsync<Utilisateur>(acteur, actuel, "Le mot de passe de votre compte Masp vient d'être changé.", async user =>
        {
            var set = motsDePasse.Set(user, nouveau);
            if (!set.IsSuccess)
                return set.Error;
            await sessions.EndAllAsync(user.Id, session, cancellationToken);
            return user;
        }, cancellationToken);

    public async Task<PropositionTotp> ProposeAsync(Acteur acteur, CancellationToken cancellationToken) =>
        secondFacteur.Propose(await db.Users.AsNoTracking().FirstAsync(u => u.Id == acteur.UtilisateurId, cancellationToken));

    /// <returns>The recovery codes, for the only time.</returns>
    public Task<Result<IReadOnlyList<string>>> EnrolTotpAsync(Acteur acteur, string motDePasse, string scelle, string code, CancellationToken cancellationToken) =>
        RunAsync(acteur, motDePasse, "Une application de codes vient d'être enregistrée pour votre compte Masp.", user => Task.FromResult(
            secondFacteur.Enrol(user, scelle, code)
                ? Result<IReadOnlyList<string>>.Of(SecondFacteur.RenewCodes(user))
                : Error.Invalid("second-facteur.code-faux", "Ce code n'est pas le bon, ou n'est plus valable : saisissez celui que montre l'application.", "code")), cancellationToken);

    public Task<Result<IReadOnlyList<string>>> RenewCodesAsync(Acteur acteur, string motDePasse, CancellationToken cancellationToken) =>
        RunAsync(acteur, motDePasse, "De nouveaux codes de secours viennent d'être tirés pour votre compte Masp.", user => Task.FromResult(
            user.CleTotp is null
                ? Error.Conflict("second-facteur.absent", "Enregistrez d'abord une application de codes.")
                : Result<IReadOnlyList<string>>.Of(SecondFacteur.RenewCodes(user))), cancellationToken);

    public Task<Result<Done>> RemoveTotpAsync(Acteur acteur, string motDePasse, CancellationToken cancellationToken) =>
        RunAsync<Done>(acteur, motDePasse, "L'application de codes de votre compte Masp vient d'être retirée.", async user =>
        {
            if (options.Value.NeedsSecondFactor(user) && !await Keys(user).AnyAsync(cancellationToken))
                return SecondFacteurDu;
            user.CleTotp = null;
            user.CodesDeSecours = [];
            return Done.Value;
        }, cancellationToken);

    /// <param name="passkey">What the browser made and the server verified.</param>
    public Task<Result<Done>> AddKeyAsync(Acteur acteur, string motDePasse, UserPasskeyInfo passkey, UserManager<Utilisateur> users, CancellationToken cancellationToken) =>
        RunAsync<Done>(acteur, motDePasse, "Une clé d'accès vient d'être enregistrée pour votre compte Masp.", async user =>
        {
            var added = await users.AddOrUpdatePasskeyAsync(user, passkey);
            return added.Succeeded ? Done.Value : Refus.EcritureConcurrente;
        }, cancellationToken);

    public Task<Result<Done>> RemoveKeyAsync(Acteur acteur, string motDePasse, byte[] id, CancellationToken cancellationToken) =>
        RunAsync<Done>(acteur, motDePasse, "Une clé d'accès de votre compte Masp vient d'être retirée.", async user =>
        {
            if (options.Value.NeedsSecondFactor(user) && user.CleTotp is null && await Keys(user).CountAsync(cancellationToken) < 2)
                return SecondFacteurDu;
            return await Keys(user).Where(k => k.CredentialId == id).ExecuteDeleteAsync(cancellationToken) == 1
                ? Done.Value
                : Refus.Introuvable("cle-d-acces", "Cette clé d'accès n'existe pas, ou n'est pas la vôtre.");
        }, cancellationToken);

    /// <summary>An open session of one's own.</summary>
    public async Task<Result<Done>> EndSessionAsync(Acteur acteur, Guid session, CancellationToken cancellationToken) =>
        await sessions.EndAsync(acteur.UtilisateurId, session, cancellationToken)
            ? Done.Value
            : Refus.Introuvable("session", "Cette session n'existe pas, n'est pas la vôtre, ou est déjà fermée.");

    private IQueryable<IdentityUserPasskey<Guid>> Keys(Utilisateur user) => db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == user.Id);

    private async Task<Result<T>> RunAsync<T>(Acteur acteur, string motDePasse, string told, Func<Utilisateur, Task<Result<T>>> change, CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().FirstAsync(u => u.Id == acteur.UtilisateurId, cancellationToken);
        if (motsDePasse.IsLocked(user))
            return Error.Conflict("compte.verrouille", "Trop d'essais : ce compte est verrouillé quelques minutes.");

        // Who came in by an outside provider has no password to say again.
        if (user.PasswordHash is not null && !motsDePasse.Matches(user, motDePasse))
        {
            // Outside of what follows: a refused act undoes what it did, and this must stay.
            await motsDePasse.CountFailureAsync(user, cancellationToken);
            return Error.Invalid("compte.mot-de-passe-faux", "Ce n'est pas votre mot de passe actuel.", "motDePasseActuel");
        }

        return await unite.RunAsync(
            acteur,
            async () =>
            {
                var held = (await unite.HoldAsync(acteur.UtilisateurId, cancellationToken))!;
                held.Revision++;
                var result = await change(held);
                if (result.IsSuccess)
                    boite.Post(db, Lettres.ForChange(held, told));
                return result;
            },
            cancellationToken);
    }
}
