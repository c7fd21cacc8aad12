using System.Net.Http.Json;
using System.Text.Json;
using Masp.Api;
using Masp.Infrastructure.Acces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Masp.Benchmarks.Banc;

/// <summary>The application itself on a database, as production runs it, and a program signed in to it.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _application;

    private Site(WebApplication application, string token)
    {
        _application = application;
        Token = token;
    }

    public IServiceProvider Services => _application.Services;

    public int Port => PortOf(_application);

    /// <summary>Of the demonstration's integrator.</summary>
    public string Token { get; }

    public static async Task<Site> StartAsync(BaseMesuree donnees)
    {
        var application = MaspApi.Build([], new MaspApiOptions
        {
            ConnectionString = donnees.Application,
            Clock = new HorlogeArretee(Bases.Jour),
            Url = "http://127.0.0.1:0",
        });
        await application.StartAsync();
        return new Site(application, await SignInAsync(PortOf(application)));
    }

    public static int PortOf(WebApplication application) =>
        new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static async Task<string> SignInAsync(int port)
    {
        var programme = ComptesDeDemonstration.Programmes[0];
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = programme.ClientId,
            ["client_secret"] = programme.Secret,
            ["scope"] = string.Join(' ', programme.Scopes),
        });
        using var answer = await client.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    /// <summary>Noon of one day: what is measured does not depend on the day of the run.</summary>
    private sealed class HorlogeArretee(LocalDate jour) : IClock
    {
        public Instant GetCurrentInstant() => jour.At(new LocalTime(12, 0)).InUtc().ToInstant();
    }
}
