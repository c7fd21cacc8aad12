using System.Runtime.InteropServices;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Masp.Infrastructure.Acces;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;

namespace Masp.Api.Acces;

/// <summary>
/// Tokens found good a moment ago. Reading one costs as much as the whole answer, and a program sends the same one a thousand times:
/// it is read again after a minute at most, and never believed past its own end. Only hashes are kept.
/// </summary>
/// <param name="clock">The machine's when not told: the end of a token is told by it too.</param>
internal sealed class JetonsConnus(Microsoft.Extensions.Internal.ISystemClock? clock = null) : IDisposable
{
    public const string Scheme = "Jeton";

    /// <summary>Whom our tokens are for. One that is for another is refused, whoever sealed it.</summary>
    public const string Audience = "masp";

    /// <summary>Tokens kept at most; when it is full some are forgotten, and read again.</summary>
    public const int Nombre = 10_000;

    public static readonly TimeSpan Duree = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Nombre, Clock = clock });

    public int Count => _cache.Count;

    /// <returns>Null for a token that is not known, or when the request carries none.</returns>
    public ClaimsPrincipal? Find(HttpRequest request) =>
        KeyOf(request) is { } key && _cache.Get<ClaimsPrincipal>(key) is { } known && JetonHandler.IsFromAllowedNetwork(known, request) ? known : null;

    /// <param name="request">Whose token was found good.</param>
    /// <param name="principal">Whom it names.</param>
    /// <param name="end">Of the token; one without end is not kept.</param>
    public void Remember(HttpRequest request, ClaimsPrincipal principal, DateTimeOffset? end)
    {
        if (end is null || KeyOf(request) is not { } key)
            return;
        using var entry = _cache.CreateEntry(key);
        entry.Value = principal;
        entry.Size = 1;
        entry.AbsoluteExpiration = end;
        entry.AbsoluteExpirationRelativeToNow = Duree;
    }

    /// <summary>Every one is read again: what a program may do has changed.</summary>
    public void Forget() => _cache.Clear();

    public void Dispose() => _cache.Dispose();

    private static string? KeyOf(HttpRequest request)
    {
        if (request.Headers.Authorization is not [{ } header] || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return null;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(header.AsSpan()), hash);
        return Convert.ToBase64String(hash);
    }
}

/// <summary>Asks OpenIddict about a token that is not known yet.</summary>
internal sealed class JetonHandler(
    JetonsConnus connus, ProgrammesAdmis programmes, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Reseau = "masp:reseau";

    private bool _refused;

    /// <summary>Asked at each request: a token that is known may be brought from elsewhere.</summary>
    public static bool IsFromAllowedNetwork(ClaimsPrincipal principal, HttpRequest request) =>
        Programme.Admits([.. principal.FindAll(Reseau).Select(c => c.Value)], request.HttpContext.Connection.RemoteIpAddress);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var result = await Context.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        if (result is not { Succeeded: true, Principal: { } principal })
            return result;

        // What its Administrateur decided since the token was given holds for the token too.
        var programme = await programmes.FindAsync(principal.GetClaim(OpenIddictConstants.Claims.Subject) ?? string.Empty, Context.RequestAborted);
        if (programme is null)
            return Refuse("The program was revoked, or is past its last day.");
        ((ClaimsIdentity)principal.Identity!).AddClaims(programme.Adresses.Select(network => new Claim(Reseau, network)));
        if (!IsFromAllowedNetwork(principal, Request))
            return Refuse("The program may not call from this address.");
        connus.Remember(Request, principal, result.Properties?.ExpiresUtc);
        return result;
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!_refused)
            return Context.ChallengeAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);

        // OpenIddict found the token good, and would call this a lack of rights.
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private AuthenticateResult Refuse(string reason)
    {
        _refused = true;
        return AuthenticateResult.Fail(reason);
    }
}

internal static class Authentification
{
    /// <summary>OpenIddict looks at every request it is shown, whatever it carries: it is shown its own address and the tokens it has to read.</summary>
    public static void UseMaspAuthentication(this WebApplication app)
    {
        // Not seeing the one in the branch, the framework would put another in front of everything: every request, counted or not, known or not.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        app.Use(RecogniseAsync);
        app.UseWhen(http => IsTokenAddress(http) || (CarriesToken(http) && !IsRecognised(http)), branch => branch.UseAuthentication());
    }

    private static async Task RecogniseAsync(HttpContext http, RequestDelegate next)
    {
        var principal = IsTokenAddress(http) ? null
            : CarriesToken(http) ? http.RequestServices.GetRequiredService<JetonsConnus>().Find(http.Request)
            : (await http.AuthenticateAsync()).Principal;
        if (principal is not null)
            http.User = principal;
        await next(http);
    }

    private static bool IsTokenAddress(HttpContext http) => http.Request.Path.StartsWithSegments("/connect");

    private static bool CarriesToken(HttpContext http) => http.Request.Headers.Authorization.Count > 0;

    private static bool IsRecognised(HttpContext http) => http.User.Identity is { IsAuthenticated: true };
}
