using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Infrastructure.Acces;

/// <summary>Passwords, and the locking of an account at which too many were tried.</summary>
public sealed class MotsDePasse(AccesDbContext db, IPasswordHasher<Utilisateur> hasher, Horloge horloge)
{
    public const int EssaisMax = 5;

    private static readonly Duration Verrou = Duration.FromMinutes(5);
    private static readonly Utilisateur Personne = new();

    // Hashed once: what is compared when nobody has that name, so that the answer takes as long.
    private static readonly Lazy<string> Leurre = new(() => new PasswordHasher<Utilisateur>().HashPassword(Personne, Empreintes.NewSecret()));

    public bool IsLocked(Utilisateur user) => user.LockoutEnd is { } end && Instant.FromDateTimeOffset(end) > horloge.Maintenant;

    /// <summary>Compares, and takes as long for nobody as for somebody.</summary>
    public bool Matches(Utilisateur? user, string motDePasse)
    {
        var result = hasher.VerifyHashedPassword(user ?? Personne, user?.PasswordHash ?? Leurre.Value, motDePasse);
        return user?.PasswordHash is not null && result != PasswordVerificationResult.Failed;
    }

    /// <summary>One more wrong password or code. Counted by PostgreSQL: a hundred tried at once are a hundred.</summary>
    public Task CountFailureAsync(Utilisateur user, CancellationToken cancellationToken)
    {
        var until = (horloge.Maintenant + Verrou).ToDateTimeOffset();
        return db.Database.ExecuteSqlAsync(
            $"""
            update acces.utilisateurs set
              lockout_end = case when access_failed_count + 1 >= {EssaisMax} then {until} else lockout_end end,
              access_failed_count = case when access_failed_count + 1 >= {EssaisMax} then 0 else access_failed_count + 1 end
            where id = {user.Id}
            """,
            cancellationToken);
    }

    public Task ForgetFailuresAsync(Utilisateur user, CancellationToken cancellationToken) => user.AccessFailedCount == 0
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"update acces.utilisateurs set access_failed_count = 0 where id = {user.Id}", cancellationToken);

    /// <summary>Sets it, if the rules admit it; whatever was signed in with the former one is not any more.</summary>
    public Result<Done> Set(Utilisateur user, string motDePasse)
    {
        var admitted = MotDePasse.Check(motDePasse, user.Nom, user.Email!);
        if (!admitted.IsSuccess)
            return admitted;
        user.PasswordHash = hasher.HashPassword(user, motDePasse);
        user.SecurityStamp = Empreintes.NewSecret();
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
        return Done.Value;
    }
}
