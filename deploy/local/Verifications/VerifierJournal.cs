using System.Diagnostics;
using System.Globalization;
using Masp.Application.Journal;
using Masp.Infrastructure.Journal;
using Masp.Local.Etapes;
using Masp.Postgres;
using NodaTime.Text;
using Npgsql;

namespace Masp.Local.Verifications;

/// <summary><c>verifier-journal</c>: beside a running instance, or alone on its data.</summary>
internal sealed class VerifierJournal(Ecran.Journal journal)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <returns>0 when nothing was touched, 1 when something was, 2 when the question was not understood or the data are not there.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var (options, refusal) = VerificationOptions.Parse(args);
        if (options is null)
        {
            journal.Say(refusal);
            return 2;
        }

        using var stop = new StopSignal();
        try
        {
            var folder = Path.Combine(options.Donnees, "postgresql");
            if (Environment.GetEnvironmentVariable(Serveur.VariableName) is { Length: > 0 } given)
                return await VerifyAsync(given, options, stop.Token);
            if (RunningServer.Find(folder) is { } running)
                return await VerifyAsync(OnMasp(running), options, stop.Token);
            if (!Directory.Exists(folder))
                throw new LocalFailure($"Il n'y a pas de données dans {options.Donnees} : démarrez d'abord le système, ou donnez --donnees.");
            await using var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(folder), stop.Token);
            return await VerifyAsync(OnMasp(server.ConnectionString), options, stop.Token);
        }
        catch (Exception failure) when (failure is LocalFailure or EmbeddedPostgresException or NpgsqlException)
        {
            journal.Fail(failure.Message);
            return 2;
        }
    }

    private static string OnMasp(string server) => new NpgsqlConnectionStringBuilder(server) { Database = "masp" }.ConnectionString;

    private async Task<int> VerifyAsync(string administration, VerificationOptions options, CancellationToken cancellationToken)
    {
        await using (var source = NpgsqlDataSource.Create(administration))
            await Scellement.RunAsync(source, cancellationToken);
        if (options.Toucher is { } id)
            await Sql.RunAsync(administration, Touch(id, "role || ' ?'"), cancellationToken);
        try
        {
            return await ShowAsync(administration, options, cancellationToken);
        }
        finally
        {
            if (options.Toucher is { } touched)
                await Sql.RunAsync(administration, Touch(touched, "left(role, -2)"), CancellationToken.None);
        }
    }

    private async Task<int> ShowAsync(string administration, VerificationOptions options, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var seen = await journal.StepAsync("Vérification des journaux", progress => VerificationDuJournal.RunAsync(
            administration, options.Tete, new Rows(rows => progress.Report(string.Create(French, $"{rows:N0} lignes"))), cancellationToken));
        var rows = seen.Actes + seen.Acces;
        journal.Say(string.Create(
            French, $"{seen.Actes:N0} actes et {seen.Acces:N0} accès dans {Math.Max(0, seen.Au - seen.Du + 1):N0} blocs : {rows / clock.Elapsed.TotalSeconds:N0} lignes/s"));
        if (seen.Tete is { } tete)
            journal.Say(string.Create(CultureInfo.InvariantCulture, $"Tête : bloc {tete.Numero}, {InstantPattern.General.Format(tete.Instant)}\n       {tete.Numero}:{tete.Empreinte}"));
        if (seen.Anomalie is not { } touched)
        {
            journal.Say("Intact : chaque ligne est telle qu'elle fut scellée, et aucun bloc ne manque.");
            return 0;
        }

        journal.Fail(Sentence(touched));
        return 1;
    }

    private static string Sentence(AnomalieDto touched) => touched.Ligne is { } ligne
        ? string.Create(CultureInfo.InvariantCulture, $"Première ligne touchée : journal.{touched.Journal} n° {ligne} ({touched.Objet ?? "disparue"}), bloc {touched.Bloc} : {touched.Cas}.")
        : string.Create(CultureInfo.InvariantCulture, $"Bloc {touched.Bloc} : {touched.Cas}.");

    /// <summary>As somebody would who owns the server and wants nobody to know: the guard away, the row changed, the guard back.</summary>
    private static string Touch(long id, string role) => string.Create(
        CultureInfo.InvariantCulture,
        $"alter table journal.actes disable trigger jamais_change; update journal.actes set role = {role} where id = {id}; alter table journal.actes enable trigger jamais_change");

    private sealed class Rows(Action<long> say) : IProgress<long>
    {
        public void Report(long value) => say(value);
    }
}
