using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime.Text;
using Npgsql;

namespace Masp.Infrastructure.Acces;

/// <summary>
/// One transaction an act upon accounts: PostgreSQL is told who acts, as for the trade's tables, and writes it into the journal of acts; all is kept, or nothing.
/// </summary>
public sealed class UniteDAcces(AccesDbContext db, RequeteCourante requete, Horloge horloge)
{
    public static readonly Error Introuvable = Refus.Introuvable("compte", "Ce compte n'existe pas, ou n'est pas de ceux que vous tenez.");

    /// <param name="acteur">Whose act it is.</param>
    /// <param name="work">Changes what it loaded; nothing is kept when it refuses.</param>
    /// <param name="cancellationToken">Undoes it.</param>
    public async Task<Result<T>> RunAsync<T>(Acteur acteur, Func<Task<Result<T>>> work, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await TellAsync(acteur, transaction, cancellationToken);
        try
        {
            var result = await work();
            if (!result.IsSuccess)
                return result;
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refus.Perime;
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { ConstraintName: "EmailIndex" or "UserNameIndex" })
        {
            return Error.Conflict("compte.existe-deja", "Un compte porte déjà cette adresse.", "identifiant");
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { ConstraintName: "ux_compte_beneficiaire" })
        {
            return Error.Conflict("compte.deja-invite", "Cette personne a déjà un compte : votre administrateur peut renvoyer son invitation.");
        }
    }

    /// <summary>The account, held until the end of the transaction.</summary>
    /// <returns>Null when it is not there, or not the actor's to keep.</returns>
    public async Task<Utilisateur?> LockAsync(Acteur acteur, Guid id, CancellationToken cancellationToken)
    {
        var user = await HoldAsync(id, cancellationToken);
        return user is not null && TenueDesComptes.MayKeep(acteur, user.ToActeur()) ? user : null;
    }

    /// <summary>The account, whoever keeps it, held until the end of the transaction.</summary>
    public async Task<Utilisateur?> HoldAsync(Guid id, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"select from acces.utilisateurs where id = {id} for update", cancellationToken);
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == id, cancellationToken);
        if (user is not null)
            await db.Entry(user).ReloadAsync(cancellationToken);
        return user;
    }

    private async Task TellAsync(Acteur acteur, IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        await using var who = new NpgsqlCommand(QuiAgit.Sql, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)transaction.GetDbTransaction());
        foreach (var value in QuiAgit.Values(acteur, horloge.Aujourdhui))
            who.Parameters.Add(LectureDirecte.Value(value));
        await who.ExecuteNonQueryAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"select set_config('masp.acte', {requete.Operation}, true), set_config('masp.requete', {requete.Id.ToString()}, true), set_config('masp.instant', {InstantPattern.ExtendedIso.Format(requete.Instant)}, true)",
            cancellationToken);
    }
}
