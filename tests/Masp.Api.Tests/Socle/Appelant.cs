using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Masp.Infrastructure.Acces;

namespace Masp.Api.Tests.Socle;

/// <summary>Somebody who calls the API over HTTP.</summary>
public sealed class Appelant : IDisposable
{
    private readonly HttpClient _http;

    private readonly CookieContainer? _cookies;

    private readonly SemaphoreSlim _alone = new(1);

    private Func<Task>? _renew;

    private Appelant(Uri address, HttpClientHandler handler)
    {
        _http = new HttpClient(handler) { BaseAddress = address };
        _cookies = handler.UseCookies ? handler.CookieContainer : null;
    }

    /// <summary>What a program shows of itself; null for a person.</summary>
    public string? Token => _http.DefaultRequestHeaders.Authorization?.Parameter;

    /// <summary>The cookies as a browser would send them, to be kept and brought back by somebody else.</summary>
    public string Cookies => _cookies!.GetCookieHeader(new Uri(_http.BaseAddress!, "/api/v1/session/"));

    /// <summary>Somebody with a browser and no session yet.</summary>
    public static Appelant Visitor(Uri address, CookieContainer? cookies = null) =>
        new(address, new HttpClientHandler { CookieContainer = cookies ?? new CookieContainer(), AllowAutoRedirect = false });

    /// <summary>Who brings cookies that were kept.</summary>
    public static Appelant WithCookies(Uri address, string cookies)
    {
        var appelant = Anonymous(address);
        appelant._http.DefaultRequestHeaders.Add("Cookie", cookies);
        return appelant;
    }

    /// <summary>Sends the antiforgery token of this session from now on.</summary>
    public Appelant Carrying(string antiforgery)
    {
        _http.DefaultRequestHeaders.Remove("X-CSRF-TOKEN");
        _http.DefaultRequestHeaders.Add("X-CSRF-TOKEN", antiforgery);
        return this;
    }

    public static Appelant Anonymous(Uri address) => new(address, new HttpClientHandler { UseCookies = false });

    public static Appelant WithToken(Uri address, string token)
    {
        var appelant = Anonymous(address);
        appelant._http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return appelant;
    }

    /// <summary>A program, by its client credentials.</summary>
    public static async Task<Appelant> ProgramAsync(Uri address, string clientId) => WithToken(address, await TokenAsync(address, clientId));

    public static async Task<string> TokenAsync(Uri address, string clientId)
    {
        var programme = ComptesDeDemonstration.Programmes.Single(p => p.ClientId == clientId);
        return (await AskTokenAsync(address, programme.ClientId, programme.Secret, programme.Scopes)).Reussie().Lire("access_token");
    }

    /// <summary>What a program is answered when it asks for a token, right or wrong.</summary>
    public static async Task<Reponse> AskTokenAsync(Uri address, string clientId, string secret, params IEnumerable<string> scopes)
    {
        using var anonymous = Anonymous(address);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_secret"] = secret,
            ["scope"] = string.Join(' ', scopes),
        });
        return await anonymous.SendAsync(HttpMethod.Post, "/connect/token", form);
    }

    /// <summary>A person, by a cookie session and its antiforgery token.</summary>
    /// <param name="address">Of the API.</param>
    /// <param name="identifiant">A demonstration account.</param>
    /// <param name="avecJeton">False to leave the antiforgery token out, as a foreign page would.</param>
    public static async Task<Appelant> PersonAsync(Uri address, string identifiant, bool avecJeton = true)
    {
        var appelant = Visitor(address);
        await appelant.SignInAsync(identifiant, avecJeton);
        return appelant;
    }

    /// <summary>Signs in again after each change of what the function tells, as people do every morning: a session does not outlast a day.</summary>
    public Appelant Renewed(string identifiant, Func<int> matin)
    {
        var signed = matin();
        _renew = async () =>
        {
            if (matin() == signed)
                return;
            signed = matin();
            await SignInAsync(identifiant, avecJeton: true);
        };
        return this;
    }

    public Task<Reponse> GetAsync(string path) => SendAsync(HttpMethod.Get, Full(path), null);

    /// <param name="path">Below <c>/api/v1</c>.</param>
    /// <param name="body">An object, a JsonNode, a string of raw JSON; none when null.</param>
    /// <param name="headers">Name and value.</param>
    public Task<Reponse> PostAsync(string path, object? body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, Full(path), Content(body), headers);

    public Task<Reponse> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, Full(path), null);

    public async Task<Reponse> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        if (_renew is not null)
        {
            await _alone.WaitAsync(TestContext.Current.CancellationToken);
            try
            {
                await _renew();
            }
            finally
            {
                _alone.Release();
            }
        }

        return await SendOnceAsync(method, path, content, headers);
    }

    private async Task SignInAsync(string identifiant, bool avecJeton)
    {
        var session = (await SendOnceAsync(HttpMethod.Post, Full("/session"), Content(new { identifiant, motDePasse = ComptesDeDemonstration.MotDePasse }))).Reussie();
        if (avecJeton)
            Carrying(session.Lire("jetonAntiforgery"));
    }

    private async Task<Reponse> SendOnceAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var requete = answer.Headers.TryGetValues("X-Request-Id", out var told) ? told.Single() : null;
        return new Reponse(answer.StatusCode, text, answer.Headers.ETag?.ToString(), answer.Content.Headers.ContentType?.ToString(), requete, (int?)answer.Headers.RetryAfter?.Delta?.TotalSeconds);
    }

    /// <summary>A file, once the API gave it.</summary>
    public async Task<(string? Type, byte[] Contenu)> DownloadAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(Full(path), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The record's version as the caller last saw it.</summary>
    public async Task<(string Name, string Value)> VersionAsync(string path) => ("If-Match", (await GetAsync(path)).Reussie().ETag!);

    public void Dispose()
    {
        _http.Dispose();
        _alone.Dispose();
    }

    public static HttpContent? Content(object? body) => body switch
    {
        null => null,
        HttpContent content => content,
        string json => new StringContent(json, Encoding.UTF8, "application/json"),
        JsonNode node => new StringContent(node.ToJsonString(), Encoding.UTF8, "application/json"),
        _ => JsonContent.Create(body),
    };

    private static string Full(string path) => path.StartsWith("/api/", StringComparison.Ordinal) ? path : "/api/v1" + path;
}
