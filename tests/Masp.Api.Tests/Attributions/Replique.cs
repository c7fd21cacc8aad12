using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Masp.Infrastructure.Acces;

namespace Masp.Api.Tests.Attributions;

/// <summary>The API in a process of its own, as a replica runs: nothing in memory is shared with the test or another replica.</summary>
internal sealed class Replique : IAsyncDisposable
{
    private readonly Process _process;

    private Replique(Process process, HttpClient client)
    {
        _process = process;
        Client = client;
    }

    /// <summary>Signed in as the demonstration's integrator.</summary>
    public HttpClient Client { get; }

    public static async Task<Replique> StartAsync(string connectionString, CancellationToken cancellationToken)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Masp.Api.dll"), "--urls", address])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ConnectionStrings__Masp"] = connectionString, ["Acces__HttpAdmis"] = "true" },
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var said = new System.Text.StringBuilder();
        process.OutputDataReceived += (_, line) => said.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(2) };
        while (!await AnswersAsync(client, cancellationToken))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The replica ended: {said}");
        }

        await SignInAsync(client, cancellationToken);
        return new Replique(process, client);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.GetAsync("/sante/pret", cancellationToken)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            await Task.Yield();
            return false;
        }
    }

    private static async Task SignInAsync(HttpClient client, CancellationToken cancellationToken)
    {
        var programme = ComptesDeDemonstration.Programmes[0];
        var answer = await client.PostAsync(
            "/connect/token",
            new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = programme.ClientId,
                ["client_secret"] = programme.Secret,
                ["scope"] = string.Join(' ', programme.Scopes),
            }),
            cancellationToken);
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("access_token").GetString());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
