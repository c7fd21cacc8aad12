using System.Globalization;
using Masp.Api;
using Microsoft.AspNetCore.Builder;
using NodaTime;

namespace Masp.Local.Etapes;

/// <summary>The API and the pages, from one origin.</summary>
internal sealed class ServeurWeb : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly WebApplication _application;

    private ServeurWeb(WebApplication application, string address)
    {
        _application = application;
        Address = address;
    }

    public string Address { get; }

    public static async Task<ServeurWeb> StartAsync(int port, Acces acces, string pages, string donnees, LocalDate? date, CancellationToken cancellationToken)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        var application = MaspApi.Build([$"--Courriels:Dossier={Path.Combine(donnees, "courriels")}"], new MaspApiOptions
        {
            ConnectionString = acces.Application,
            Clock = Calendrier.ClockFor(date),
            ClientFolder = pages,
            Url = address,
        });
        await application.StartAsync(cancellationToken);
        return new ServeurWeb(application, address);
    }

    /// <summary>Lets the requests under way end, for a few seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _application.StopAsync(limit.Token);
        await _application.DisposeAsync();
    }
}
