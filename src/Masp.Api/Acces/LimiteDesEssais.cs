using System.Globalization;
using System.Text;
using System.Text.Json;
using Masp.Api.Commun;
using Masp.Infrastructure.Acces;
using NodaTime;

namespace Masp.Api.Acces;

/// <summary>Who is counted when this route is tried, beside the address.</summary>
internal enum QuiEssaie
{
    /// <summary>The account whose name is in the body.</summary>
    Compte,

    /// <summary>The program whose name is in the form, or in the header.</summary>
    Programme,

    /// <summary>Nobody that the call names.</summary>
    Adresse,
}

/// <param name="Reussis">Those that succeed are counted as well: to ask is what is limited.</param>
internal sealed record EssaiDeRoute(QuiEssaie Qui, bool Reussis);

/// <summary>
/// Sign-ins that fail are counted, by account and by address; too many are refused before anything is compared. The answer is the same, and takes the
/// same way, whether the account exists or not.
/// </summary>
internal sealed class LimiteDesEssais(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<EssaiDeRoute>() is not { } route)
        {
            await next(http);
            return;
        }

        var essais = http.RequestServices.GetRequiredService<Essais>();
        var adresse = Essai.OfAdresse(http.Connection.RemoteIpAddress);
        if (await essais.TryAsync(adresse, http.RequestAborted) is { } closed)
        {
            await RefuseAsync(http, closed, "acces.trop-d-essais", "Trop d'essais depuis votre adresse : attendez quelques minutes.");
            return;
        }

        var qui = await NamedAsync(http, route.Qui);
        if (qui is not null && await essais.TryAsync(qui, http.RequestAborted) is { } locked)
        {
            // Nothing was compared: the address has learnt nothing.
            await essais.SucceedAsync(adresse, CancellationToken.None);
            await RefuseAsync(http, locked, "acces.verrouille", "Trop d'essais : ce compte est verrouillé quelques minutes.");
            return;
        }

        await next(http);
        if (route.Reussis || (http.Response.StatusCode >= 400 && !http.Items.ContainsKey(typeof(LimiteDesEssais))))
            return;
        await essais.SucceedAsync(adresse, CancellationToken.None);
        if (qui is not null)
            await essais.SucceedAsync(qui, CancellationToken.None);
    }

    /// <summary>What was tried was right, though the answer is still a refusal: something more is due.</summary>
    public static void Succeed(HttpContext http) => http.Items[typeof(LimiteDesEssais)] = true;

    private static async Task<Essai?> NamedAsync(HttpContext http, QuiEssaie qui) => qui switch
    {
        QuiEssaie.Compte => await IdentifiantAsync(http.Request) is { } name ? Essai.OfCompte(name) : null,
        QuiEssaie.Programme => await ProgrammeAsync(http.Request) is { } id ? Essai.OfProgramme(id, http.Connection.RemoteIpAddress) : null,
        QuiEssaie.Adresse => null,
    };

    /// <summary>Read ahead of the route, which reads it again; a body that is no such JSON is refused there.</summary>
    private static async Task<string?> IdentifiantAsync(HttpRequest request)
    {
        request.EnableBuffering();
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, default, request.HttpContext.RequestAborted);
            return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("identifiant", out var name) && name.ValueKind == JsonValueKind.String
                ? Textes.Clean(name.GetString()!)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or BadHttpRequestException)
        {
            return null;
        }
        finally
        {
            request.Body.Position = 0;
        }
    }

    private static async Task<string?> ProgrammeAsync(HttpRequest request)
    {
        if (request.Headers.Authorization is [{ } header] && header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            var bytes = new byte[header.Length];
            return Convert.TryFromBase64String(header[6..].Trim(), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length).Split(':')[0] : null;
        }

        return request.HasFormContentType ? (await request.ReadFormAsync(request.HttpContext.RequestAborted))["client_id"].ToString() : null;
    }

    private static Task RefuseAsync(HttpContext http, Duration closed, string code, string detail)
    {
        http.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(closed.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Problemes.Of(429, code, detail).ExecuteAsync(http);
    }
}

internal static class EssaisDeRoute
{
    /// <summary>Somebody proves here who they are: tries that fail are counted.</summary>
    public static RouteHandlerBuilder CountsTries(this RouteHandlerBuilder route, QuiEssaie qui) => route.WithMetadata(new EssaiDeRoute(qui, Reussis: false)).Refuses(429);

    /// <summary>Whoever asks is answered the same, right or wrong: every call of an address is counted.</summary>
    public static RouteHandlerBuilder CountsCalls(this RouteHandlerBuilder route) => route.WithMetadata(new EssaiDeRoute(QuiEssaie.Adresse, Reussis: true)).Refuses(429);
}
