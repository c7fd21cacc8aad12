using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Masp.Infrastructure.Acces;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Masp.Api.Acces;

/// <summary>
/// Lets in who an outside provider names, when an invitation made their account here: by a verified address the first time, by the provider's own name for them
/// from then on, whatever becomes of the address. Nobody gets an account this way.
/// </summary>
internal sealed class ConnexionExterne(
    Connexion connexion, UniteDAcces unite, AccesDbContext db, Liens liens, Fournisseur settings, IOptionsMonitor<OpenIdConnectOptions> options, ILogger<ConnexionExterne> logger)
{
    private const string Accueil = "/";

    public static string Refused(string reason) => $"/connexion?refus={reason}";

    /// <summary>An address of ours to come back to; anything else leads to the first page.</summary>
    public static string Safe(string? retour) =>
        retour is ['/', ..] && retour is not ['/', '/' or '\\', ..] && !retour.Any(char.IsControl) ? retour : Accueil;

    /// <returns>Where the browser goes next.</returns>
    public async Task<string> EnterAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var said = await ReadAsync(context.Principal!, context.Properties!.GetTokenValue("access_token"), http.RequestAborted);
        if (said is null || await FindAsync(said, http.RequestAborted) is not { } user)
            return Refused(said is null ? "fournisseur" : "inconnu");
        var next = settings.VautSecondFacteur && connexion.IsOpen(user) ? Suite.Session : await connexion.NextAsync(user, http);
        switch (next)
        {
            case Suite.Ferme:
                return Refused("ferme");
            case Suite.SansSecondFacteur:
                return Refused("second-facteur");
            case Suite.Code:
                return $"/connexion?etape=code&retour={Uri.EscapeDataString(Safe(context.ReturnUri))}";
            default:
                var kept = new AuthenticationProperties();
                kept.StoreTokens([new AuthenticationToken { Name = "id_token", Value = context.Properties!.GetTokenValue("id_token")! }]);
                await connexion.OpenAsync(user, MoyenDeConnexion.FournisseurExterne, http, kept);
                return Safe(context.ReturnUri);
        }
    }

    /// <summary>Where the browser goes to sign out of the provider too; null when the session did not come from there.</summary>
    public async Task<string?> ExitAsync(HttpContext http)
    {
        if (settings.Autorite is null || (await http.AuthenticateAsync(Identites.Cookie)).Properties?.GetTokenValue("id_token") is not { } token)
            return null;
        var oidc = options.Get(Fournisseur.Scheme);
        var endpoint = (await oidc.ConfigurationManager!.GetConfigurationAsync(http.RequestAborted)).EndSessionEndpoint;
        if (string.IsNullOrEmpty(endpoint))
            return null;
        var state = oidc.StateDataFormat.Protect(new AuthenticationProperties { RedirectUri = "/connexion" });
        var query = QueryString.Create(new Dictionary<string, string?>
        {
            ["id_token_hint"] = token,
            ["client_id"] = oidc.ClientId,
            ["post_logout_redirect_uri"] = $"{http.Request.Scheme}://{http.Request.Host}{Fournisseur.Sortie}",
            ["state"] = state,
        });
        return endpoint + query;
    }

    private async Task<Dit?> ReadAsync(ClaimsPrincipal principal, string? accessToken, CancellationToken cancellationToken)
    {
        var oidc = options.Get(Fournisseur.Scheme);
        var configuration = await oidc.ConfigurationManager!.GetConfigurationAsync(cancellationToken);
        var (sub, email, verified) = (principal.FindFirst("sub")?.Value, principal.FindFirst("email")?.Value, principal.FindFirst("email_verified")?.Value);
        if (sub is null)
            return null;
        if (!string.IsNullOrEmpty(configuration.UserInfoEndpoint) && accessToken is not null)
        {
            var info = await UserinfoAsync(oidc, configuration.UserInfoEndpoint, configuration.Issuer, configuration.SigningKeys, accessToken, cancellationToken);

            // What is said there must be of the same person (OpenID Connect Core, 5.3.2).
            if (info is null || Text(info, "sub") != sub)
                return null;
            (email, verified) = (Text(info, "email") ?? email, Text(info, "email_verified") ?? verified);
        }

        var trusted = settings.CourrielVerifie || string.Equals(verified, "true", StringComparison.OrdinalIgnoreCase);
        return new Dit(configuration.Issuer, sub, trusted ? email : null);
    }

    /// <summary>As JSON, or as a JWT whose signature, issuer and audience are checked: ProConnect sends one.</summary>
    private async Task<IDictionary<string, object>?> UserinfoAsync(
        OpenIdConnectOptions oidc, string endpoint, string issuer, ICollection<SecurityKey> keys, string accessToken, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, endpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        try
        {
            using var answer = await oidc.Backchannel.SendAsync(request, cancellationToken);
            if (!answer.IsSuccessStatusCode)
                return null;
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            if (answer.Content.Headers.ContentType?.MediaType != "application/jwt")
                return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(text)?.ToDictionary(p => p.Key, p => (object)p.Value);
            var result = await new JsonWebTokenHandler().ValidateTokenAsync(text, new TokenValidationParameters
            {
                ValidIssuer = issuer,
                ValidAudience = oidc.ClientId,
                IssuerSigningKeys = keys,
                RequireSignedTokens = true,
                RequireExpirationTime = false,
            });
            return result.IsValid ? result.Claims : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException)
        {
            logger.LogWarning("The provider's userinfo could not be read: {Type}", exception.GetType().Name);
            return null;
        }
    }

    private async Task<Utilisateur?> FindAsync(Dit said, CancellationToken cancellationToken)
    {
        var bound = await db.UserLogins.AsNoTracking().FirstOrDefaultAsync(l => l.LoginProvider == said.Issuer && l.ProviderKey == said.Sub, cancellationToken);
        if (bound is not null)
            return await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == bound.UserId, cancellationToken);
        var name = said.Courriel?.ToUpperInvariant();
        var user = name is null ? null : await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.NormalizedEmail == name, cancellationToken);

        // An address that was given to somebody else since does not hand the account over with it.
        if (user is null || await db.UserLogins.AnyAsync(l => l.UserId == user.Id && l.LoginProvider == said.Issuer, cancellationToken))
            return null;
        if (!connexion.IsOpen(user))
            return user;
        var result = await unite.RunAsync<Utilisateur>(
            user.ToActeur(),
            async () =>
            {
                var held = (await unite.HoldAsync(user.Id, cancellationToken))!;
                db.UserLogins.Add(new IdentityUserLogin<Guid> { LoginProvider = said.Issuer, ProviderKey = said.Sub, ProviderDisplayName = settings.Nom, UserId = held.Id });
                held.EmailConfirmed = true;
                held.Revision++;
                await liens.EndAsync(held.Id, cancellationToken);
                return held;
            },
            cancellationToken);
        return result.IsSuccess ? result.Value : null;
    }

    private static string? Text(IDictionary<string, object> claims, string name) => claims.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <param name="Courriel">Null when the provider does not answer for it.</param>
    private sealed record Dit(string Issuer, string Sub, string? Courriel);
}
