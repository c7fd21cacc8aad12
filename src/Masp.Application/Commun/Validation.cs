using FluentValidation;
using Masp.Domain.Commun;
using MediatR;

namespace Masp.Application.Commun;

/// <summary>Asks the validators of a request before its handler; every refusal is told at once, beside its field.</summary>
internal sealed class Validation<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IOutcome<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        List<Error>? errors = null;
        foreach (var validator in validators)
        {
            foreach (var failure in validator.Validate(request).Errors)
                (errors ??= []).Add(Error.Invalid(failure.ErrorCode, failure.ErrorMessage, CamelCase(failure.PropertyName)));
        }

        return errors is null ? next() : Task.FromResult(TResponse.Refuse(errors));
    }

    private static string CamelCase(string path) =>
        string.Join('.', path.Split('.').Select(part => part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..]));
}
