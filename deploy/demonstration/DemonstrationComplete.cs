using Masp.Domain.Commun;
using Masp.Infrastructure;
using Masp.Infrastructure.Acces;
using Masp.Infrastructure.Donnees;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>The demonstration as people meet it: its records, and the accounts that sign in to them.</summary>
public static class DemonstrationComplete
{
    /// <param name="adminConnectionString">The one the database was prepared with.</param>
    /// <param name="appConnectionString">What <see cref="MaspDatabase.PrepareAsync"/> answered.</param>
    /// <param name="date">Last day lived, as <see cref="Simulation.Run"/> bounds it.</param>
    /// <param name="mesuresEnCours">About how many measures run on that date.</param>
    /// <param name="progress">Told a French sentence at each step.</param>
    /// <param name="cancellationToken">The records are whole or absent; the accounts come after them.</param>
    public static async Task InstallAsync(
        string adminConnectionString,
        string appConnectionString,
        LocalDate date,
        int mesuresEnCours = Simulation.MesuresEnCoursParDefaut,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var owner = MaspDatabase.AsOwner(adminConnectionString);
        var chargement = await Demonstration.LoadAsync(owner, date, mesuresEnCours, progress, cancellationToken);

        progress?.Report("Comptes de démonstration…");
        await using var services = new ServiceCollection().AddLogging().AddMaspInfrastructure(appConnectionString).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await ComptesDeDemonstration.CreateAsync(
            scope.ServiceProvider, Reperes.Departement, chargement.TitulaireA, chargement.TitulaireB, chargement.ServiceReferent,
            chargement.Beneficiaire, Periode.Of(date.PlusMonths(-1), date.PlusYears(1)));
    }
}
