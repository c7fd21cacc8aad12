using System.Security.Claims;
using System.Text.Encodings.Web;
using Masp.Api.Acces;
using Masp.Domain.Acces;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Masp.Api.Tests.Acces;

/// <summary>Somebody who calls: who they are, and the scopes of a program.</summary>
/// <param name="Nom">In ASCII: it goes into a header.</param>
public sealed record Personnage(string Nom, Acteur Acteur, string? Portees = null)
{
    public const string Header = "X-Personnage";
}

/// <summary>Stands in for the session cookie: what follows is asked of the rights, not of the accounts, whose own tests sign in for good.</summary>
internal sealed class EntreeDEssai(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IReadOnlyDictionary<string, Personnage> personnages)
    : SignInAuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!personnages.TryGetValue(Request.Headers[Personnage.Header].ToString(), out var who))
            return Task.FromResult(AuthenticateResult.NoResult());
        var identity = new ClaimsIdentity(Identites.ClaimsOf(who.Acteur), "Essai");
        if (who.Portees is { } portees)
            identity.AddClaim(new Claim(Identites.Portee, portees));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
    }

    protected override Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties) => Task.CompletedTask;

    protected override Task HandleSignOutAsync(AuthenticationProperties? properties) => Task.CompletedTask;
}
