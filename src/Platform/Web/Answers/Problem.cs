namespace Alicerce.Platform.Web.Answers;

/// <summary>
/// An expected failure, named once beside its slice. The kind decides the status and the upper-case <c>code</c>; the slice's own code
/// goes to <c>details[].code</c> (D7).
/// </summary>
/// <param name="Code">Stable, such as <c>projects.name_taken</c>.</param>
/// <param name="Message">For a person: what is wrong and how to mend it. Never the rejected value (T001-07).</param>
public sealed record Problem(ProblemKind Kind, string Code, string Message)
{
    /// <summary>What is wrong where; one entry with <see cref="Code"/> when empty.</summary>
    public IReadOnlyList<ErrorDetail> Details { get; init; } = [];

    /// <summary>Tells the caller when to come back.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static Problem NotFound(string code, string message) => new(ProblemKind.NotFound, code, message);

    public static Problem Conflict(string code, string message) => new(ProblemKind.Conflict, code, message);

    public static Problem Unauthorized(string code, string message) => new(ProblemKind.Unauthorized, code, message);

    public static Problem Forbidden(string code, string message) => new(ProblemKind.Forbidden, code, message);

    public static Problem BadRequest(string code, string message) => new(ProblemKind.BadRequest, code, message);

    public static Problem Unavailable(string code, string message, TimeSpan retryAfter) => new(ProblemKind.Unavailable, code, message) { RetryAfter = retryAfter };

    /// <summary>422 <c>VALIDATION_ERROR</c> with all mistakes at once (S001-API-08).</summary>
    public static Problem Invalid(IReadOnlyList<ErrorDetail> details) => new(ProblemKind.Invalid, "validation", "Request validation failed") { Details = details };

    /// <summary>422 for one field.</summary>
    public static Problem Invalid(string field, string code, string message) => Invalid([new ErrorDetail(field, code, message)]);
}

/// <summary>The kinds of expected failure; <see cref="ProblemKinds"/> maps each to a status and a code in one place.</summary>
public enum ProblemKind
{
    BadRequest,
    Unauthorized,
    Forbidden,
    NotFound,
    Conflict,
    PreconditionFailed,
    TooLarge,
    UnsupportedMediaType,
    Invalid,
    TooManyRequests,
    Unavailable,
}
