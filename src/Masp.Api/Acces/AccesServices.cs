using System.Security.Claims;
using Masp.Domain.Acces;
using Masp.Infrastructure.Acces;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OpenIddict.Server;

namespace Masp.Api.Acces;

internal static class AccesServices
{
    private const string Choix = "Masp";

    /// <summary>People by cookie session, programs by OAuth 2 client credentials; nobody else.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configuration">Of the outside provider, when there is one.</param>
    /// <param name="httpAdmis">Tokens may be asked for without TLS: on one machine, or behind a proxy that ends it.</param>
    public static void AddMaspAcces(this IServiceCollection services, IConfiguration configuration, bool httpAdmis)
    {
        services.AddAuthentication(Choix)
            .AddPolicyScheme(Choix, null, options => options.ForwardDefaultSelector = http =>
                http.Request.Headers.ContainsKey("Authorization") ? JetonsConnus.Scheme : Identites.Cookie)
            .AddScheme<AuthenticationSchemeOptions, JetonHandler>(JetonsConnus.Scheme, null)
            .AddCookie(Identites.Cookie, cookie =>
            {
                cookie.Cookie.Name = Identites.NomDuCookie;
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Strict;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
                cookie.SlidingExpiration = true;
                cookie.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
                cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
                cookie.Events.OnValidatePrincipal = SessionsConnues.ValidateAsync;
            });
        services.AddFournisseur(configuration, httpAdmis);
        services.AddScoped<IUserClaimsPrincipalFactory<Utilisateur>, FabriqueDeClaims>();
        services.AddScoped<SessionReader>();
        services.AddScoped<Connexion>();
        services.AddScoped<SecretHandler>();
        services.AddSingleton<JetonsConnus>();
        services.AddSingleton<IAuthorizationHandler, ActeAuthorizationHandler>();

        // A route that declares no act is closed to everybody; an address or a method that does not exist is told so.
        services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build());
        services.AddOpenIddict()
            .AddServer(server =>
            {
                server.SetTokenEndpointUris("connect/token").AllowClientCredentialsFlow();
                server.RegisterScopes([.. Portees.Toutes]);
                server.SetAccessTokenLifetime(TimeSpan.FromMinutes(30));
                server.RemoveEventHandler(OpenIddictServerHandlers.ValidateClientSecret.Descriptor);
                server.AddEventHandler(SecretHandler.Descriptor);

                // Tokens are sealed by the shared data protection keys, so any replica reads what another gave; these two are never used.
                server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
                server.UseDataProtection();
                var http = server.UseAspNetCore().EnableTokenEndpointPassthrough();
                if (httpAdmis)
                    http.DisableTransportSecurityRequirement();
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseDataProtection();
                validation.UseAspNetCore();
                validation.AddAudiences(JetonsConnus.Audience);
                validation.AddEventHandler(JetonNomme.Descriptor);
            });
    }

    private static Task Answer(Microsoft.AspNetCore.Authentication.RedirectContext<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}

/// <summary>Puts who acts into the session cookie.</summary>
internal sealed class FabriqueDeClaims(UserManager<Utilisateur> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Utilisateur>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Utilisateur user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims(Identites.ClaimsOf(user.ToActeur()));
        return identity;
    }
}
