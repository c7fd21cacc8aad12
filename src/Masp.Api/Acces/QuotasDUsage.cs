using System.Globalization;
using Masp.Api.Commun;
using Masp.Application.Acces;

namespace Masp.Api.Acces;

/// <summary>Answers a look too many: 429, when to come back, and an alert to the Administrateur.</summary>
internal sealed class QuotasDUsage(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception exception) when (QuotaAtteint.Of(exception) is { } quota && !http.Response.HasStarted)
        {
            var wait = await http.RequestServices.GetRequiredService<Alerte>().RaiseAsync(quota, http.RequestAborted);
            http.Response.Headers.RetryAfter = ((long)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await Problemes.Of(429, "acces.quota", quota.Sentence).ExecuteAsync(http);
        }
    }
}
