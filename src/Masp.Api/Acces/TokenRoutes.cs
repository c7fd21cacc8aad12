using System.Security.Claims;
using Masp.Api.Commun;
using Masp.Infrastructure.Acces;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Masp.Api.Acces;

internal static class TokenRoutes
{
    public static void MapToken(this IEndpointRouteBuilder routes) => routes
        .MapPost("/connect/token", IssueAsync)
        .Open("obtenirJeton", "Jeton d'un programme (OAuth 2, client credentials)", "C'est ici qu'un programme s'authentifie.")
        .CountsTries(QuiEssaie.Programme)
        .WithTags("Accès")
        .WithMetadata(new FormulaireOAuth())
        .Answers<JetonDto>();

    private static async Task<IResult> IssueAsync(HttpContext http, IOpenIddictApplicationManager applications)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict did not see its own endpoint.");
        var application = await applications.FindByClientIdAsync(request.ClientId!) ?? throw new InvalidOperationException("OpenIddict accepted an unknown client.");
        var acteur = ClientProgramme.ActeurOf(await applications.GetPropertiesAsync(application));

        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, request.ClientId);
        identity.AddClaims(Identites.ClaimsOf(acteur));
        var scopes = request.GetScopes();
        identity.SetScopes(scopes);
        identity.SetResources(JetonsConnus.Audience);
        identity.AddClaim(new Claim(Identites.Portee, string.Join(' ', scopes)));
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), properties: null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    /// <summary>As RFC 6749 names them.</summary>
    internal sealed record JetonDto(
        [property: System.Text.Json.Serialization.JsonPropertyName("access_token")] string AccessToken,
        [property: System.Text.Json.Serialization.JsonPropertyName("token_type")] string TokenType,
        [property: System.Text.Json.Serialization.JsonPropertyName("expires_in")] int ExpiresIn);
}

/// <summary>Its body is a form, as RFC 6749 wants.</summary>
internal sealed record FormulaireOAuth;
