using NodaTime;

namespace Masp.Local.Etapes;

/// <summary>The one place where the demonstration is asked for.</summary>
internal static class ChargementDemonstration
{
    private const int MesuresDepartement = 560;
    private const int MesuresNational = 10_900;

    public static Task LoadAsync(Acces acces, LocalDate date, bool national, IProgress<string> progress, CancellationToken cancellationToken)
    {
        progress.Report($"{(national ? MesuresNational : MesuresDepartement)} mesures");
        return Task.CompletedTask;
    }
}
