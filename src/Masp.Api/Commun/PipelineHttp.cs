using Masp.Api.Acces;
using Masp.Api.Journal;
using Masp.Api.OpenApi;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.FileProviders;

namespace Masp.Api.Commun;

internal static class PipelineHttp
{
    public static void AddMaspHttp(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => ReponseJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddExceptionHandler<Erreurs>();
        services.AddProblemDetails();
        services.AddHealthChecks();
        services.AddSingleton<Operations>();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = "X-CSRF-TOKEN";
            antiforgery.Cookie.Name = "masp-csrf";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
        });
    }

    public static void UseMaspHttp(this WebApplication app, string? clientFolder)
    {
        app.UseMandataires();
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => WriteStatusAsync(context.HttpContext));
        app.Use(Defenses.Add);
        app.Use(RefuseControlCharacters);
        if (clientFolder is not null)
            app.UseClient(clientFolder);

        // Before the question who calls: the contract is public.
        app.UseMaspOpenApi();
        app.UseRouting();
        app.UseMiddleware<LimiteDesEssais>();
        app.UseMaspAuthentication();
        app.Use(CheckAntiforgery);
        app.Use(TellActeur);
        app.UseMiddleware<QuotasDUsage>();
        app.UseMiddleware<SuiviDesAcces>();
        app.UseAuthorization();
        app.Use(MotsDeRequete.Translate);
    }

    private static void UseClient(this WebApplication app, string folder)
    {
        var files = new PhysicalFileProvider(folder);
        var page = new PageDAccueil(files);
        app.UseWhen(http => http.Request.Path.Value is "/" or "/index.html", branch => branch.Run(page.ServeAsync));
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                context.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
        });
        app.MapFallback("{*path:regex(^(?!api/|connect/|sante/).*$)}", page.ServeAsync)
            .WithMetadata(new RouteOuverte("Les pages de l'application ; les données, elles, demandent une session."))
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    private static async Task WriteStatusAsync(HttpContext http)
    {
        var (code, detail) = http.Response.StatusCode switch
        {
            401 => ("acces.authentification", "Connectez-vous, ou présentez un jeton valable."),
            403 => ("acces.refuse", "Votre rôle ne permet pas cet acte."),
            404 => ("route.introuvable", "Il n'y a rien à cette adresse."),
            405 => ("route.methode", "Cette adresse n'admet pas cette méthode."),
            413 => ("requete.trop-volumineuse", "Le corps de la demande dépasse la taille admise."),
            415 => ("requete.format", "Le corps de la demande doit être du JSON (application/json)."),
            _ => ("requete.invalide", "La demande n'a pas pu être traitée."),
        };
        await Problemes.Of(http.Response.StatusCode, code, detail).ExecuteAsync(http);
    }

    private static async Task RefuseControlCharacters(HttpContext http, RequestDelegate next)
    {
        var texts = http.Request.Query.SelectMany(q => q.Value.Append(q.Key)).Append(http.Request.Path.Value);
        if (texts.Any(text => text is not null && Textes.Clean(text) is null))
            await Problemes.Of(Error.Invalid("texte.caractere-interdit", "L'adresse contient un caractère de contrôle.")).ExecuteAsync(http);
        else
            await next(http);
    }

    /// <summary>A cookie goes along by itself: an unsafe call must also carry the token that only our own pages know.</summary>
    private static async Task CheckAntiforgery(HttpContext http, RequestDelegate next)
    {
        var unsafeCall = !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method));
        if (unsafeCall && http.User.Identity is { IsAuthenticated: true } identity && identity.AuthenticationType == Identites.Cookie
            && http.GetEndpoint()?.Metadata.GetMetadata<RouteOuverte>() is null
            && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            await Problemes.Of(Error.Invalid("acces.jeton-antiforgery", "Le jeton de session manque ou n'est plus valable : rechargez la page.")).ExecuteAsync(http);
            return;
        }

        await next(http);
    }

    private static Task TellActeur(HttpContext http, RequestDelegate next)
    {
        if (Identites.ActeurOf(http.User) is { } acteur)
            http.RequestServices.GetRequiredService<ActeurCourant>().Tell(acteur);
        return next(http);
    }
}
