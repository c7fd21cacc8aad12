using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Masp.Local.Etapes;

/// <summary>The API and the pages, from one origin.</summary>
internal sealed class ServeurWeb : IAsyncDisposable
{
    private readonly WebApplication _application;

    private ServeurWeb(WebApplication application, string address)
    {
        _application = application;
        Address = address;
    }

    public string Address { get; }

    public static async Task<ServeurWeb> StartAsync(int port, Acces acces, string pages, LocalDate? date, CancellationToken cancellationToken)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var application = builder.Build();
        application.Urls.Add(address);
        var files = new PhysicalFileProvider(pages);
        application.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        application.UseStaticFiles(new StaticFileOptions { FileProvider = files });
        await application.StartAsync(cancellationToken);
        return new ServeurWeb(application, address);
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await _application.StopAsync(patience.Token);
        await _application.DisposeAsync();
    }
}
