using System.Security.Cryptography;
using Microsoft.AspNetCore.HttpOverrides;

namespace Masp.Api.Commun;

/// <summary>What every answer tells the browser not to do, faults included.</summary>
internal static class Defenses
{
    private static readonly string Stricte = Admitting(string.Empty);

    /// <summary>The reader of the contract, a page that is not ours, writes its own styles; it is given no script and no session.</summary>
    private static readonly string Documentation = Admitting(" 'unsafe-inline'");

    public static Task Add(HttpContext http, RequestDelegate next)
    {
        Put(http);
        return next(http);
    }

    public static void Put(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments("/api/docs") ? Documentation : Stricte;
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";

        // In the words of the framework's antiforgery, which else says in the log, at each session, that it replaced them.
        if (http.Request.Path.StartsWithSegments("/api"))
            headers.CacheControl = "no-cache, no-store";
    }

    /// <summary>Lets one page draw the styles that carry this number, and no others.</summary>
    /// <returns>The number, good for one answer.</returns>
    public static string AdmitStyles(HttpContext http)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Response.Headers.ContentSecurityPolicy = Admitting($" 'nonce-{nonce}'");
        return nonce;
    }

    /// <summary>
    /// Who called, and whether over TLS, is believed of the proxies that <c>Mandataires</c> names (networks: <c>10.0.0.0/8</c>), and of nobody
    /// when it names none: whoever may say so chooses the address that is counted and journaled.
    /// </summary>
    /// <exception cref="FormatException">A network is not written as one.</exception>
    public static void UseMandataires(this WebApplication app)
    {
        if (app.Configuration.GetSection("Mandataires").Get<string[]>() is not { Length: > 0 } networks)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in networks)
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        app.UseForwardedHeaders(options);
    }

    /// <summary>Nothing is run or drawn but what we serve as a file: no inline script, and no inline style but those told.</summary>
    private static string Admitting(string styles) =>
        $"default-src 'self'; script-src 'self'; style-src 'self'{styles}; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
}
