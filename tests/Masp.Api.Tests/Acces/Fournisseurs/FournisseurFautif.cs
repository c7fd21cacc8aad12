using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Masp.Api.Tests.Acces.Fournisseurs;

/// <summary>What a provider may get wrong, or somebody in its place may try.</summary>
public enum Faute
{
    Aucune,
    Nonce,
    Audience,
    Emetteur,
    Signature,
    SansSignature,
    Expire,
    PasEncore,
    AutreSujet,
    InfoFaussementSignee,
}

/// <summary>A provider written by hand, so that it can be wrong in one thing at a time. Its userinfo is a signed JWT, as ProConnect's.</summary>
public sealed class FournisseurFautif : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "k1" };
    private readonly RsaSecurityKey _other = new(RSA.Create(2048)) { KeyId = "k1" };
    private readonly ConcurrentDictionary<string, string> _nonces = new();

    private readonly TimeProvider _time;

    private FournisseurFautif(WebApplication application, TimeProvider time)
    {
        _application = application;
        _time = time;
    }

    public string Address => _application.Urls.Single();

    public Faute Faute { get; set; }

    public string Email { get; set; } = "personne@essai.example";

    /// <param name="time">Tokens are dated by it.</param>
    public static async Task<FournisseurFautif> StartAsync(TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var provider = new FournisseurFautif(application, time);
        application.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = provider.Address,
            ["authorization_endpoint"] = provider.Address + "/autorisation",
            ["token_endpoint"] = provider.Address + "/jeton",
            ["userinfo_endpoint"] = provider.Address + "/personne",
            ["jwks_uri"] = provider.Address + "/cles",
        }));
        application.MapGet("/cles", () =>
        {
            var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(provider._key);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "k1", n = jwk.N, e = jwk.E } } });
        });
        application.MapGet("/autorisation", (string redirect_uri, string state, string nonce) =>
        {
            var code = RandomNumberGenerator.GetHexString(16);
            provider._nonces[code] = nonce;
            return Results.Redirect($"{redirect_uri}?code={code}&state={Uri.EscapeDataString(state)}");
        });
        application.MapPost("/jeton", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            return Results.Json(new { access_token = "acces", token_type = "Bearer", expires_in = 300, id_token = provider.IdToken(provider._nonces[form["code"].ToString()]) });
        });
        application.MapGet("/personne", () => Results.Text(provider.Info(), "application/jwt"));
        await application.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private string IdToken(string nonce)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        var (from, to) = Faute switch
        {
            Faute.Expire => (now.AddMinutes(-20), now.AddMinutes(-10)),
            Faute.PasEncore => (now.AddMinutes(10), now.AddMinutes(20)),
            _ => (now.AddSeconds(-30), now.AddMinutes(5)),
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Faute == Faute.Emetteur ? "https://ailleurs.example" : Address,
            Audience = Faute == Faute.Audience ? "un-autre-programme" : FournisseurOpenIddict.ClientId,
            IssuedAt = from,
            NotBefore = from,
            Expires = to,
            Claims = new Dictionary<string, object> { ["sub"] = "sub-fautif", ["nonce"] = Faute == Faute.Nonce ? "un-autre-nonce" : nonce },
            SigningCredentials = Faute == Faute.SansSignature ? null : new SigningCredentials(Faute == Faute.Signature ? _other : _key, SecurityAlgorithms.RsaSha256),
        });
    }

    private string Info() => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address,
        Audience = FournisseurOpenIddict.ClientId,
        Claims = new Dictionary<string, object> { ["sub"] = Faute == Faute.AutreSujet ? "quelqu-un-d-autre" : "sub-fautif", ["email"] = Email, ["email_verified"] = true },
        SigningCredentials = new SigningCredentials(Faute == Faute.InfoFaussementSignee ? _other : _key, SecurityAlgorithms.RsaSha256),
    });
}
