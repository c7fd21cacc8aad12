using Masp.Api.Acces;
using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using MediatR;

namespace Masp.Api.Commun;

/// <summary>What a route declares of itself: the act it does. Its roles follow from it.</summary>
public sealed record ActeDeRoute(Acte Acte);

/// <summary>A route open to callers nobody knows yet, and why.</summary>
public sealed record RouteOuverte(string Raison);

/// <summary>The errors a route may answer, beyond those every route may.</summary>
public sealed record ErreursDeRoute(IReadOnlyList<int> Statuts);

internal static class Routes
{
    /// <summary>Names the operation and the act it does; without it the build fails.</summary>
    public static RouteHandlerBuilder For(this RouteHandlerBuilder route, Acte acte, string operationId, string summary) => route
        .WithName(operationId)
        .WithSummary(summary)
        .WithMetadata(new ActeDeRoute(acte))
        .RequireAuthorization(policy => policy.RequireAuthenticatedUser().AddRequirements(new ActeRequirement(acte)));

    /// <summary>A route that answers anybody.</summary>
    public static RouteHandlerBuilder Open(this RouteHandlerBuilder route, string operationId, string summary, string raison) => route
        .WithName(operationId)
        .WithSummary(summary)
        .WithMetadata(new RouteOuverte(raison))
        .AllowAnonymous();

    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, int status = StatusCodes.Status200OK) => route.Produces<T>(status);

    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params int[] statuses) => route.WithMetadata(new ErreursDeRoute(statuses));

    /// <summary>A creation may carry an <c>Idempotency-Key</c>.</summary>
    public static RouteHandlerBuilder Replayable(this RouteHandlerBuilder route) => route
        .WithMetadata(new RejouableMetadata())
        .AddEndpointFilter(async (context, next) =>
        {
            var keys = context.HttpContext.Request.Headers["Idempotency-Key"];
            if (keys.Count == 0)
                return await next(context);
            if (keys.ToString() is not { Length: > 0 and <= 200 } key || Textes.Clean(key) != key)
                return Problemes.Of(Error.Invalid("idempotence.cle-invalide", "La clé d'idempotence compte de 1 à 200 caractères."));
            context.HttpContext.RequestServices.GetRequiredService<CleDeRejeu>().Valeur = key;
            return await next(context);
        });

    /// <summary>The caller must tell the version it changes.</summary>
    public static RouteHandlerBuilder NeedsVersion(this RouteHandlerBuilder route) => route.WithMetadata(new VersionMetadata(Required: true));

    /// <summary>The caller may tell the version it acts on.</summary>
    public static RouteHandlerBuilder TakesVersion(this RouteHandlerBuilder route) => route.WithMetadata(new VersionMetadata(Required: false));

    /// <summary>Sends a request that carries a version told in <c>If-Match</c>.</summary>
    public static async Task<Result<T>> SendVersionedAsync<T>(this IMediator mediator, HttpContext http, Func<uint, ICommand<T>> command)
    {
        var version = Entetes.RequiredVersion(http.Request);
        return version.IsSuccess ? await mediator.Send(command(version.Value), http.RequestAborted) : Result<T>.Refuse(version.Errors);
    }

    /// <summary>The same where the version may be left out.</summary>
    public static async Task<Result<T>> SendMaybeVersionedAsync<T>(this IMediator mediator, HttpContext http, Func<uint?, ICommand<T>> command)
    {
        var version = Entetes.OptionalVersion(http.Request);
        return version.IsSuccess ? await mediator.Send(command(version.Value), http.RequestAborted) : Result<T>.Refuse(version.Errors);
    }
}

internal sealed record RejouableMetadata;

internal sealed record VersionMetadata(bool Required);
