using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Masp.Api.Acces;

internal static class FournisseurServices
{
    private static readonly TimeSpan EcartDHorloge = TimeSpan.FromMinutes(1);

    /// <summary>Authorization code with PKCE; state and nonce are checked, and the signature of what the provider says.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configuration">None is registered without an authority.</param>
    /// <param name="httpAdmis">The provider may be asked without TLS: on one machine only.</param>
    public static void AddFournisseur(this IServiceCollection services, IConfiguration configuration, bool httpAdmis)
    {
        var settings = configuration.GetSection(Fournisseur.Section).Get<Fournisseur>() ?? new Fournisseur();
        services.AddSingleton(settings);
        services.AddScoped<ConnexionExterne>();
        if (settings.Autorite is not { Length: > 0 } authority)
            return;
        services.AddAuthentication().AddOpenIdConnect(Fournisseur.Scheme, oidc =>
        {
            oidc.Authority = authority;
            oidc.ClientId = settings.ClientId;
            oidc.ClientSecret = settings.ClientSecret;
            oidc.ResponseType = OpenIdConnectResponseType.Code;
            oidc.ResponseMode = OpenIdConnectResponseMode.Query;
            oidc.UsePkce = true;
            oidc.SaveTokens = true;
            oidc.MapInboundClaims = false;
            oidc.DisableTelemetry = true;
            oidc.RequireHttpsMetadata = !httpAdmis;
            oidc.SignInScheme = Identites.Cookie;
            oidc.CallbackPath = Fournisseur.Retour;
            oidc.SignedOutCallbackPath = Fournisseur.Sortie;
            oidc.SignedOutRedirectUri = "/connexion";
            oidc.Scope.Clear();
            foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                oidc.Scope.Add(scope);
            oidc.TokenValidationParameters = new TokenValidationParameters { ClockSkew = EcartDHorloge, RequireSignedTokens = true, RequireExpirationTime = true };

            // The answer comes by a link from another site: a strict cookie would stay behind.
            foreach (var cookie in new[] { oidc.NonceCookie, oidc.CorrelationCookie })
            {
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            }

            oidc.Events = new OpenIdConnectEvents
            {
                OnRedirectToIdentityProvider = context =>
                {
                    if (settings.Acr is not null)
                        context.ProtocolMessage.AcrValues = settings.Acr;
                    return Task.CompletedTask;
                },
                OnTokenValidated = context =>
                {
                    // The handler lets an unsigned token through when it came by the code; whoever stands between would sign nothing.
                    if (context.SecurityToken.RawSignature.Length == 0)
                        context.Fail("The ID token is not signed.");
                    return Task.CompletedTask;
                },
                OnTicketReceived = async context =>
                {
                    // Everything was checked by now; we open a session of our own, or none.
                    var outside = context.HttpContext.RequestServices.GetRequiredService<ConnexionExterne>();
                    context.HandleResponse();
                    context.Response.Redirect(await outside.EnterAsync(context));
                },
                OnRemoteFailure = context =>
                {
                    context.HandleResponse();
                    context.Response.Redirect(ConnexionExterne.Refused("fournisseur"));
                    return Task.CompletedTask;
                },
            };
        });
    }
}
