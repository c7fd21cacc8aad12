using System.Security.Claims;
using Masp.Infrastructure.Acces;
using Masp.Infrastructure.Donnees;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Masp.Api.Tests.Acces.Fournisseurs;

/// <summary>
/// A real OpenID provider on a port of its own: discovery, authorization code with PKCE required, signed tokens, userinfo, end of session. Whoever it is told
/// is in front of it signs in without a page.
/// </summary>
public sealed class FournisseurOpenIddict : IAsyncDisposable
{
    public const string ClientId = "masp";
    public const string Secret = "secret-du-fournisseur-de-test";

    private readonly WebApplication _application;

    private FournisseurOpenIddict(WebApplication application) => _application = application;

    public string Address => _application.Urls.Single();

    /// <summary>Who is in front of it: its name for them, their address, and whether it answers for it.</summary>
    public (string Sub, string Email, bool Verified) Personne { get; set; } = ("sub-1", "personne@essai.example", true);

    /// <summary>What the last request for authorization said.</summary>
    public OpenIddictRequest? Demande { get; private set; }

    /// <param name="store">A database with OpenIddict's tables: the provider keeps its own programs and codes there.</param>
    public static async Task<FournisseurOpenIddict> StartAsync(string store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddScoped(_ => new AccesDbContext(MaspDatabase.OptionsFor<AccesDbContext>(store, "acces")));
        builder.Services.AddAuthentication();
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<AccesDbContext>())
            .AddServer(server =>
            {
                server.SetAuthorizationEndpointUris("autorisation").SetTokenEndpointUris("jeton").SetUserInfoEndpointUris("personne").SetEndSessionEndpointUris("sortie");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                server.RegisterScopes(Scopes.Email, Scopes.Profile);
                server.AddEphemeralEncryptionKey().AddEphemeralSigningKey().DisableAccessTokenEncryption();
                server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableUserInfoEndpointPassthrough().EnableTokenEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough().DisableTransportSecurityRequirement();
            });
        var application = builder.Build();
        var provider = new FournisseurOpenIddict(application);
        application.UseAuthentication();
        application.MapGet("/autorisation", provider.Authorize);
        application.MapPost("/jeton", (Delegate)ExchangeAsync);
        application.MapGet("/personne", provider.Info);
        application.MapGet("/sortie", () => Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]));
        await application.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    /// <summary>Makes Masp known to it.</summary>
    /// <param name="masp">Where it may send people back to.</param>
    public async Task RegisterAsync(Uri masp)
    {
        await using var scope = _application.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(
            new OpenIddictApplicationDescriptor
            {
                ClientId = ClientId,
                ClientSecret = Secret,
                RedirectUris = { new Uri(masp, "/connect/externe") },
                PostLogoutRedirectUris = { new Uri(masp, "/connect/externe/sortie") },
                Permissions =
                {
                    Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession, Permissions.GrantTypes.AuthorizationCode,
                    Permissions.ResponseTypes.Code, Permissions.Scopes.Email, Permissions.Scopes.Profile,
                },
            },
            TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private IResult Authorize(HttpContext http)
    {
        Demande = http.GetOpenIddictServerRequest()!;
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        identity.SetClaim(Claims.Subject, Personne.Sub).SetScopes(Demande.GetScopes());
        identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static async Task<IResult> ExchangeAsync(HttpContext http)
    {
        var principal = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!;
        return Results.SignIn(principal, null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private IResult Info() => Results.Json(new Dictionary<string, object> { ["sub"] = Personne.Sub, ["email"] = Personne.Email, ["email_verified"] = Personne.Verified });
}
