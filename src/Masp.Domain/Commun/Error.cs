namespace Masp.Domain.Commun;

/// <summary>What kind of refusal an <see cref="Error"/> is; the API turns it into a status code in one place.</summary>
public enum ErrorKind
{
    /// <summary>The request itself cannot be understood or is out of bounds (400).</summary>
    Invalid,

    /// <summary>The caller's role does not allow this act (403).</summary>
    Forbidden,

    /// <summary>It does not exist, or the caller may not know that it does (404).</summary>
    NotFound,

    /// <summary>A rule refuses (409).</summary>
    Conflict,

    /// <summary>Somebody changed the record meanwhile (412).</summary>
    Stale,

    /// <summary>The version the caller saw must be told (428).</summary>
    PreconditionMissing,
}

/// <summary>A refusal: a stable code for programs, a French sentence for people, the field when there is one.</summary>
/// <param name="Kind">Decides the HTTP status.</param>
/// <param name="Code">Stable, lower case, <c>noun.reason</c>; never translated, never reused for another meaning.</param>
/// <param name="Message">French, without personal data.</param>
/// <param name="Field">JSON path of the field at fault, or null when the whole request is.</param>
public sealed record Error(ErrorKind Kind, string Code, string Message, string? Field = null)
{
    public static Error Invalid(string code, string message, string? field = null) => new(ErrorKind.Invalid, code, message, field);

    public static Error Conflict(string code, string message, string? field = null) => new(ErrorKind.Conflict, code, message, field);

    public static Error NotFound(string code, string message) => new(ErrorKind.NotFound, code, message);

    public static Error Forbidden(string code, string message) => new(ErrorKind.Forbidden, code, message);
}
