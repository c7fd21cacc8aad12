using Masp.Application.Commun;
using Masp.Infrastructure.Donnees;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using Npgsql;

namespace Masp.Infrastructure.Acces;

/// <summary>
/// Sessions, asked of PostgreSQL at each request: one point read by key, so that a session that was ended, here or on another replica, is worth nothing
/// at the very next request.
/// </summary>
public sealed class SessionsDesPersonnes(AccesDbContext db, [FromKeyedServices(MaspDatabase.Acces)] NpgsqlDataSource source, Horloge horloge, Identifiants identifiants, IOptions<OptionsDAcces> options)
{
    private const string Good =
        """
        select s.vue_le < $2 - interval '5 minutes'
        from acces.sessions s join acces.utilisateurs u on u.id = s.utilisateur_id
        where s.id = $1 and s.finie_le is null and s.expire_le > $2 and u.security_stamp = $3 and u.desactive_le is null and (u.fin is null or u.fin >= $4) and (u.debut is null or u.debut <= $4)
        """;

    public async Task<SessionOuverte> OpenAsync(Utilisateur user, MoyenDeConnexion moyen, string? agent, CancellationToken cancellationToken)
    {
        var now = horloge.Maintenant;
        var session = new SessionOuverte
        {
            Id = identifiants.Next(),
            UtilisateurId = user.Id,
            OuverteLe = now,
            VueLe = now,
            ExpireLe = now + Duration.FromHours(options.Value.SessionHeures),
            Appareil = Appareils.Describe(agent),
            Moyen = moyen,
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        return session;
    }

    /// <summary>Whether the session goes on and its account is still what it was when it opened.</summary>
    /// <param name="stamp">Changes with each act upon the account that must end its sessions.</param>
    public async Task<bool> IsGoodAsync(Guid session, string stamp, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Good);
        command.Parameters.Add(LectureDirecte.Value(session));
        command.Parameters.Add(LectureDirecte.Value(horloge.Maintenant));
        command.Parameters.Add(LectureDirecte.Value(stamp));
        command.Parameters.Add(LectureDirecte.Value(horloge.Aujourdhui));
        if (await command.ExecuteScalarAsync(cancellationToken) is not bool stale)
            return false;
        if (stale)
            await TouchAsync(session, cancellationToken);
        return true;
    }

    /// <summary>The open ones of an account, last seen first.</summary>
    public async Task<IReadOnlyList<SessionOuverte>> ListAsync(Guid user, CancellationToken cancellationToken)
    {
        var now = horloge.Maintenant;
        return await db.Sessions.AsNoTracking().Where(s => s.UtilisateurId == user && s.FinieLe == null && s.ExpireLe > now)
            .OrderByDescending(s => s.VueLe).Take(Pagination.TailleMax).ToListAsync(cancellationToken);
    }

    /// <returns>False when the account has no such open session.</returns>
    public async Task<bool> EndAsync(Guid user, Guid session, CancellationToken cancellationToken)
    {
        var now = horloge.Maintenant;
        return await db.Sessions.Where(s => s.Id == session && s.UtilisateurId == user && s.FinieLe == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.FinieLe, now), cancellationToken) == 1;
    }

    /// <param name="but">The one to keep, when there is one.</param>
    /// <returns>How many ended.</returns>
    public async Task<int> EndAllAsync(Guid user, Guid? but, CancellationToken cancellationToken)
    {
        var now = horloge.Maintenant;
        return await db.Sessions.Where(s => s.UtilisateurId == user && s.FinieLe == null && s.Id != but)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.FinieLe, now), cancellationToken);
    }

    private async Task TouchAsync(Guid session, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("update acces.sessions set vue_le = $2 where id = $1");
        command.Parameters.Add(LectureDirecte.Value(session));
        command.Parameters.Add(LectureDirecte.Value(horloge.Maintenant));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>What a browser says of itself, kept to its family: enough to know one's own sessions, too little to follow anybody.</summary>
internal static class Appareils
{
    private static readonly (string Sign, string Name)[] Navigateurs =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systemes =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    public static string Describe(string? agent)
    {
        var browser = Find(Navigateurs, agent);
        var system = Find(Systemes, agent);
        return (browser, system) switch
        {
            (null, null) => "Appareil inconnu",
            (null, _) => system,
            (_, null) => browser,
            _ => $"{browser} sur {system}",
        };
    }

    private static string? Find((string Sign, string Name)[] known, string? agent) =>
        agent is null ? null : known.FirstOrDefault(k => agent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
