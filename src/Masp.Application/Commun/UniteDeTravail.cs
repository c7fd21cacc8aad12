using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Masp.Domain.Commun;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Masp.Application.Commun;

/// <summary>
/// One transaction a command: committed when it succeeds, undone when a rule refuses. An <c>Idempotency-Key</c> is written in
/// the same transaction, so a refused or lost command leaves no answer behind and a retry never does a thing twice.
/// </summary>
internal sealed class UniteDeTravail<TRequest, TResponse>(IMaspDbContext db, CleDeRejeu cle) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        try
        {
            await using var transaction = await db.BeginAsync(cancellationToken);
            var response = cle.Valeur is { } valeur ? await Replay(valeur, request, next, cancellationToken) : await next();
            if (response.IsSuccess)
                await transaction.CommitAsync(cancellationToken);
            return response;
        }
        catch (DbUpdateConcurrencyException)
        {
            return TResponse.Refuse([Refus.Perime]);
        }
        catch (Exception exception) when (PostgresErrorOf(exception) is { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure })
        {
            return TResponse.Refuse([Refus.EcritureConcurrente]);
        }
        catch (Exception exception) when (PostgresErrorOf(exception) is { } postgres && Contraintes.Translate(postgres) is { } error)
        {
            return TResponse.Refuse([error]);
        }
    }

    private static PostgresException? PostgresErrorOf(Exception exception) => exception as PostgresException ?? exception.InnerException as PostgresException;

    private async Task<TResponse> Replay(string valeur, TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        var empreinte = Fingerprint(request);
        if (await db.ReserveAsync(valeur, empreinte, cancellationToken) is { } known)
        {
            return known.Empreinte == empreinte
                ? TResponse.Of(JsonSerializer.Deserialize(known.Reponse, typeof(TResponse).GetGenericArguments()[0], Json.Options)!)
                : TResponse.Refuse([Refus.CleReutilisee]);
        }

        var response = await next();
        if (response.IsSuccess)
            await db.KeepAnswerAsync(valeur, JsonSerializer.Serialize(response.Boxed, Json.Options), cancellationToken);
        return response;
    }

    private static string Fingerprint(TRequest request) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(typeof(TRequest).Name + JsonSerializer.Serialize(request, Json.Options))));
}
