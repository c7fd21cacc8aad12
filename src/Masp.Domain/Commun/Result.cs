using System.Diagnostics.CodeAnalysis;

namespace Masp.Domain.Commun;

/// <summary>What a pipeline needs to know of any <see cref="Result{T}"/> without knowing its T.</summary>
public interface IOutcome<out TSelf>
    where TSelf : IOutcome<TSelf>
{
    bool IsSuccess { get; }

    /// <summary>The value, boxed; only on success.</summary>
    object Boxed { get; }

    static abstract TSelf Of(object value);

    static abstract TSelf Refuse(IReadOnlyList<Error> errors);
}

/// <summary>A value, or the reasons why there is none. Never both, never neither.</summary>
public sealed class Result<T> : IOutcome<Result<T>>
{
    private readonly T? _value;

    private Result(T? value, IReadOnlyList<Error> errors)
    {
        _value = value;
        Errors = errors;
    }

    /// <summary>Empty on success, at least one on refusal.</summary>
    public IReadOnlyList<Error> Errors { get; }

    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Errors.Count == 0;

    /// <summary>The first refusal, which decides the status; null on success.</summary>
    public Error? Error => Errors.Count == 0 ? null : Errors[0];

    /// <exception cref="InvalidOperationException">There is no value: look at <see cref="IsSuccess"/> first.</exception>
    public T Value => IsSuccess ? _value! : throw new InvalidOperationException($"No value: {Error.Code}");

    object IOutcome<Result<T>>.Boxed => Value!;

    public static Result<T> Of(object value) => new((T)value, []);

    public static Result<T> Refuse(IReadOnlyList<Error> errors) =>
        errors.Count > 0 ? new Result<T>(default, errors) : throw new ArgumentException("A refusal needs a reason.", nameof(errors));

    public TOut Match<TOut>(Func<T, TOut> success, Func<IReadOnlyList<Error>, TOut> refusal) => IsSuccess ? success(_value!) : refusal(Errors);

    public Result<TOut> Map<TOut>(Func<T, TOut> transform) => IsSuccess ? transform(_value!) : Result<TOut>.Refuse(Errors);

    public static implicit operator Result<T>(T value) => new(value, []);

    public static implicit operator Result<T>(Error error) => new(default, [error]);
}

/// <summary>The value of an act that answers nothing but "done".</summary>
public readonly record struct Done
{
    public static readonly Done Value;
}
