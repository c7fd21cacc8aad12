using Masp.Demonstration;
using Masp.Local.Client;
using Masp.Local.Ecran;
using Masp.Local.Etapes;
using Masp.Postgres;
using NodaTime;
using Npgsql;

namespace Masp.Local;

/// <summary>Brings the whole system up on one machine, waits, and takes it down.</summary>
internal sealed class Installation(LocalOptions options, Journal journal, StopSignal stop)
{
    private readonly CancellationToken _stopping = stop.Token;

    /// <returns>The exit code: 0 when stopped by the person, 1 when something failed and was explained.</returns>
    public async Task<int> RunAsync()
    {
        try
        {
            Adresse.EnsureFree(options.Port);
            await using var serveur = await journal.StepAsync("PostgreSQL", progress => Serveur.StartAsync(options, progress, _stopping));
            return await ServeAsync(serveur);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            journal.Say("Arrêté.");
            return 0;
        }
        catch (Exception failure) when (failure is LocalFailure or EmbeddedPostgresException)
        {
            journal.Fail(failure.Message);
            return 1;
        }
        catch (NpgsqlException failure)
        {
            journal.Fail(
                $"La base de données refuse : {failure.Message}\n"
                + $"Avec {Serveur.VariableName}, le compte donné doit pouvoir créer des rôles et des extensions ; sinon relancez, ou --reset pour repartir de zéro.");
            return 1;
        }
        catch (IOException failure)
        {
            journal.Fail($"{failure.Message}\nVérifiez la place libre et les droits sur {options.Donnees}, et que le port {options.Port} est libre.");
            return 1;
        }
    }

    private async Task<int> ServeAsync(Serveur serveur)
    {
        var chantier = await Chantier.OpenAsync(serveur, _stopping);
        var date = options.Date ?? chantier.Etat.Jour;
        var acces = await journal.StepAsync("Rôles et schéma de la base", _ => chantier.PrepareAsync(_stopping));
        if (chantier.AwaitsDemonstration(options))
            await journal.StepAsync("Démonstration", progress => FillAsync(chantier, acces, date ?? Calendrier.Today(), progress));
        acces = await chantier.CloseAsync(acces, date, _stopping);
        await journal.StepAsync("Programme des documents", _ => InstallDocumentsAsync());
        var pages = await journal.StepAsync("Pages du client", _ => ClientBuild.EnsureAsync(_stopping));
        await using var application = await journal.StepAsync("API", _ => ServeurWeb.StartAsync(options.Port, acces, pages, options.Donnees, date, _stopping));
        journal.Welcome(application.Address, chantier.Etat.Demonstration);
        return await WaitAsync(serveur);
    }

    private async Task<bool> FillAsync(Chantier chantier, Acces acces, LocalDate date, IProgress<string> progress)
    {
        var mesures = options.National ? LocalOptions.MesuresNational : Simulation.MesuresEnCoursParDefaut;
        await chantier.FillAsync(
            () => DemonstrationComplete.InstallAsync(acces.Administration, acces.Application, date, mesures, progress, _stopping), _stopping);
        return true;
    }

    private async Task<bool> InstallDocumentsAsync()
    {
        await NpmPackages.InstallAsync(Path.Combine(RepositoryRoot.Find(), "deploy", "documents"), _stopping);
        return true;
    }

    private async Task<int> WaitAsync(Serveur serveur)
    {
        var asked = Task.Delay(Timeout.Infinite, _stopping);
        if (await Task.WhenAny(asked, serveur.Exited) == asked)
        {
            journal.Say("Arrêt…");
            return 0;
        }

        journal.Fail("PostgreSQL s'est arrêté sans qu'on le lui demande. Relancez la même commande : les données seront récupérées.");
        return 1;
    }
}
