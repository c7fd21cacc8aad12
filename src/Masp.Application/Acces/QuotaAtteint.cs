using System.Globalization;
using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using NodaTime;
using Npgsql;

namespace Masp.Application.Acces;

/// <summary>A look too many: PostgreSQL refused it with what it was to show.</summary>
/// <param name="Limite">Looks an hour, included.</param>
public sealed record QuotaAtteint(NatureUsage Nature, int Limite)
{
    private const string SqlState = "MQ429";

    /// <summary>Null for any other exception.</summary>
    public static QuotaAtteint? Of(Exception exception)
    {
        if ((exception as PostgresException ?? exception.InnerException as PostgresException) is not { SqlState: SqlState } refused)
            return null;
        var parts = refused.MessageText.Split(':');
        return new QuotaAtteint(Enum.Parse<NatureUsage>(parts[1], ignoreCase: true), int.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    public string Sentence => string.Create(
        Francais.Nombres,
        $"Vous avez atteint la limite de votre rôle : {Limite:N0} {Mot} par heure. Reprenez à la prochaine heure, ou voyez votre administrateur, qui est prévenu.");

    private string Mot => Nature switch
    {
        NatureUsage.Dossiers => "dossiers ouverts",
        NatureUsage.Recherches => "listes et recherches",
        NatureUsage.Exports => "exports",
        _ => throw new ArgumentOutOfRangeException(nameof(Nature), Nature, "Unplaced NatureUsage."),
    };
}

/// <summary>Tells the Administrateur, once an hour.</summary>
public sealed class Alerte(LectureDirecte lecture, RequeteCourante requete, Identifiants identifiants)
{
    /// <returns>How long until the hour is over.</returns>
    public async Task<Duration> RaiseAsync(QuotaAtteint quota, CancellationToken cancellationToken)
    {
        var now = requete.Instant;
        await lecture.ReadAsync(
            (_, _) => Task.FromResult(Done.Value),
            cancellationToken,
            LectureDirecte.Command(
                "select journal.alerter($1, $2, $3, $4, $5)", LectureDirecte.Value(identifiants.Next()), LectureDirecte.Value(MotsDUsage.Of(quota.Nature)),
                LectureDirecte.Value(quota.Limite), LectureDirecte.Value(now), LectureDirecte.Value(requete.Operation)));
        return Duration.FromSeconds(NodaConstants.SecondsPerHour - (now.ToUnixTimeSeconds() % NodaConstants.SecondsPerHour));
    }
}
