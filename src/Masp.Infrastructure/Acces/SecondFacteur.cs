using System.Security.Cryptography;
using Masp.Domain.Acces;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Infrastructure.Acces;

/// <summary>A key to be enrolled: shown once, as text and as the address that an authenticator reads from a picture.</summary>
/// <param name="Cle">In base 32, for who types it.</param>
/// <param name="Uri"><c>otpauth://</c>, for the picture.</param>
/// <param name="Scelle">To be brought back with the first code.</param>
public sealed record PropositionTotp(string Cle, string Uri, string Scelle);

/// <summary>Authenticator codes and recovery codes. The time is that of telephones, never the demonstration's.</summary>
public sealed class SecondFacteur(AccesDbContext db, Scelles scelles, IDataProtectionProvider protection, TimeProvider time)
{
    private const int Codes = 10;
    private const string Purpose = "totp";

    private static readonly Duration Proposee = Duration.FromMinutes(30);

    private IDataProtector Protector => protection.CreateProtector("Masp.Acces.CleTotp");

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Whether the account has one at all, of either kind.</summary>
    public async Task<bool> IsEnrolledAsync(Utilisateur user, CancellationToken cancellationToken) =>
        user.CleTotp is not null || await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(p => p.UserId == user.Id, cancellationToken);

    public PropositionTotp Propose(Utilisateur user)
    {
        var key = RandomNumberGenerator.GetBytes(CodeTotp.OctetsDeCle);
        var text = CodeTotp.ToBase32(key);
        return new PropositionTotp(
            text,
            $"otpauth://totp/Masp:{Uri.EscapeDataString(user.Email!)}?secret={text}&issuer=Masp&algorithm=SHA1&digits={CodeTotp.Chiffres}&period={CodeTotp.SecondesParPas}",
            scelles.Seal(Purpose, new CleProposee(user.Id, Convert.ToBase64String(key)), Proposee));
    }

    /// <summary>Enrols a proposed key that its first code proves to be in an authenticator; the code does not serve again.</summary>
    /// <returns>False when the proposal is not this account's or is too old, or when the code is wrong.</returns>
    public bool Enrol(Utilisateur user, string scelle, string code)
    {
        if (scelles.Open<CleProposee>(Purpose, scelle) is not { } proposed || proposed.UtilisateurId != user.Id)
            return false;
        var key = Convert.FromBase64String(proposed.Cle);
        if (CodeTotp.Find(key, code, Now, 0) is not { } step)
            return false;
        user.CleTotp = Protector.Protect(proposed.Cle);
        user.DernierPasTotp = step;
        return true;
    }

    /// <summary>Replaces the recovery codes.</summary>
    /// <returns>Them, for the only time.</returns>
    public static IReadOnlyList<string> RenewCodes(Utilisateur user)
    {
        var codes = Enumerable.Range(0, Codes).Select(_ => Empreintes.NewRecoveryCode()).ToList();
        user.CodesDeSecours = [.. codes.Select(Empreintes.Of)];
        return codes;
    }

    /// <summary>Whether it is a code of this account that did not serve yet; from now on it has.</summary>
    /// <param name="code">Six figures, or a recovery code.</param>
    public async Task<bool> VerifyAsync(Utilisateur user, string code, CancellationToken cancellationToken)
    {
        if (user.CleTotp is { } sealedKey && CodeTotp.Find(Convert.FromBase64String(Protector.Unprotect(sealedKey)), code, Now, user.DernierPasTotp) is { } step)
        {
            // Of two who bring the same code at once, PostgreSQL lets one in.
            return await db.Users.Where(u => u.Id == user.Id && u.DernierPasTotp < step)
                .ExecuteUpdateAsync(u => u.SetProperty(x => x.DernierPasTotp, step), cancellationToken) == 1;
        }

        var hash = Empreintes.Of(code.ToUpperInvariant());
        return await db.Database.ExecuteSqlAsync(
            $"update acces.utilisateurs set codes_de_secours = array_remove(codes_de_secours, {hash}) where id = {user.Id} and {hash} = any(codes_de_secours)", cancellationToken) == 1;
    }

    /// <summary>Takes away every second factor of the account, passkeys included.</summary>
    public async Task RemoveAllAsync(Utilisateur user, CancellationToken cancellationToken)
    {
        user.CleTotp = null;
        user.CodesDeSecours = [];
        await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == user.Id).ExecuteDeleteAsync(cancellationToken);
    }

    private sealed record CleProposee(Guid UtilisateurId, string Cle);
}
