using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Infrastructure.Acces;

/// <summary>What is done to an account by who keeps it. Whatever closes it, or its second factor, ends its sessions at once.</summary>
public sealed class ChangeCompte(UniteDAcces unite, Liens liens, SecondFacteur secondFacteur, SessionsDesPersonnes sessions, Essais essais, ListComptes comptes, Horloge horloge)
{
    private static readonly Error LeSien = Error.Conflict("compte.le-sien", "On ne change pas son propre compte ici : demandez à un autre administrateur.");

    internal static readonly Error FinAvantDebut = Error.Invalid("compte.fin-avant-debut", "Le dernier jour du compte précède le premier.", "fin");

    /// <param name="fin">Last day it may be used, included, past or to come; null for none.</param>
    public Task<Result<CompteDAccesDto>> SetDepartureAsync(Acteur acteur, Guid id, uint version, LocalDate? fin, CancellationToken cancellationToken) =>
        RunAsync(acteur, id, version, async user =>
        {
            if (fin < user.Debut)
                return FinAvantDebut;
            if (fin is null && user.Role == Role.Auditeur)
                return Error.Invalid("compte.dates-attendues", "Un auditeur lit entre deux dates : dites le premier et le dernier jour.", "fin");
            user.Fin = fin;
            if (user.HasLeft(horloge.Aujourdhui))
                await CloseAsync(user, cancellationToken);
            return Done.Value;
        }, cancellationToken);

    public Task<Result<CompteDAccesDto>> DeactivateAsync(Acteur acteur, Guid id, uint version, CancellationToken cancellationToken) =>
        RunAsync(acteur, id, version, async user =>
        {
            user.DesactiveLe ??= horloge.Maintenant;
            await CloseAsync(user, cancellationToken);
            return Done.Value;
        }, cancellationToken);

    public Task<Result<CompteDAccesDto>> ReactivateAsync(Acteur acteur, Guid id, uint version, CancellationToken cancellationToken) =>
        RunAsync(acteur, id, version, user =>
        {
            user.DesactiveLe = null;
            return Task.FromResult<Result<Done>>(Done.Value);
        }, cancellationToken);

    public Task<Result<CompteDAccesDto>> UnlockAsync(Acteur acteur, Guid id, uint version, CancellationToken cancellationToken) =>
        RunAsync(acteur, id, version, async user =>
        {
            user.LockoutEnd = null;
            user.AccessFailedCount = 0;
            await essais.SucceedAsync(Essai.OfCompte(user.UserName!), cancellationToken);
            return Done.Value;
        }, cancellationToken);

    /// <summary>Takes the second factor away and sends a link to enrol another: a password alone does not let in meanwhile.</summary>
    public Task<Result<CompteDAccesDto>> ResetSecondFactorAsync(Acteur acteur, Guid id, uint version, CancellationToken cancellationToken) =>
        RunAsync(acteur, id, version, async user =>
        {
            await secondFacteur.RemoveAllAsync(user, cancellationToken);
            user.SecurityStamp = Empreintes.NewSecret();
            await sessions.EndAllAsync(user.Id, null, cancellationToken);
            return await SendLinkAsync(user, cancellationToken);
        }, cancellationToken);

    public Task<Result<CompteDAccesDto>> SendAgainAsync(Acteur acteur, Guid id, uint version, CancellationToken cancellationToken) =>
        RunAsync(acteur, id, version, user => SendLinkAsync(user, cancellationToken), cancellationToken);

    private async Task<Result<Done>> SendLinkAsync(Utilisateur user, CancellationToken cancellationToken)
    {
        if (!user.IsOpen(horloge.Aujourdhui))
            return Error.Conflict("compte.ferme", "Ce compte est fermé : rouvrez-le avant d'envoyer un lien.");
        await liens.SendAsync(user, user.EmailConfirmed ? ButDuLien.MotDePasseOublie : ButDuLien.Invitation, cancellationToken);
        return Done.Value;
    }

    private async Task CloseAsync(Utilisateur user, CancellationToken cancellationToken)
    {
        user.SecurityStamp = Empreintes.NewSecret();
        await sessions.EndAllAsync(user.Id, null, cancellationToken);
        await liens.EndAsync(user.Id, cancellationToken);
    }

    private async Task<Result<CompteDAccesDto>> RunAsync(Acteur acteur, Guid id, uint version, Func<Utilisateur, Task<Result<Done>>> change, CancellationToken cancellationToken)
    {
        var done = await unite.RunAsync(
            acteur,
            async () =>
            {
                if (await unite.LockAsync(acteur, id, cancellationToken) is not { } user)
                    return UniteDAcces.Introuvable;
                if (user.Id == acteur.UtilisateurId)
                    return LeSien;
                if (Refus.CheckVersion((uint)user.Revision, version) is { } stale)
                    return stale;
                user.Revision++;
                return await change(user);
            },
            cancellationToken);
        return done.IsSuccess ? await comptes.GetAsync(acteur, id, cancellationToken) : done.Error;
    }
}
