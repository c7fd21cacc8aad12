using Microsoft.Extensions.FileProviders;

namespace Masp.Api.Commun;

/// <summary>
/// The one page of the client. It is told, at each answer, the number that its own styles carry: the components draw some of them in the page, and the
/// policy refuses those of anybody else.
/// </summary>
internal sealed class PageDAccueil(IFileProvider files)
{
    /// <summary>What stands in <c>index.html</c> for the number.</summary>
    public const string Place = "__nonce__";

    public async Task ServeAsync(HttpContext http)
    {
        var file = files.GetFileInfo("index.html");
        if (!file.Exists)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var reader = new StreamReader(file.CreateReadStream());
        var page = await reader.ReadToEndAsync(http.RequestAborted);
        http.Response.ContentType = "text/html; charset=utf-8";

        // A page that is kept would carry a number that no policy admits any more.
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsync(page.Replace(Place, Defenses.AdmitStyles(http), StringComparison.Ordinal), http.RequestAborted);
    }
}
