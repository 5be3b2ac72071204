using Alicerce.Engine.Cases;

namespace Alicerce.Engine.Running;

/// <summary>How a case ended; the four words of S004-DATA-09.</summary>
public enum CaseStatus { Passed, Failed, Skipped, Error }

/// <summary>
/// The one stream that a run emits. The terminal, the reports and the Testing module only listen (see ARCHITECTURE.md). Order: one
/// <see cref="RunStarted"/>, then <see cref="CaseFinished"/> in the order in which cases end, then one <see cref="RunFinished"/>.
/// </summary>
public abstract record RunEvent;

/// <param name="Total">How many cases will be run or skipped; null when they are streamed and nobody counted them.</param>
public sealed record RunStarted(DateTimeOffset At, string SuiteName, string BaseUrl, string? Environment, int? Total, int Seed) : RunEvent;

/// <summary>One attempt of one case. Only the attempt with <see cref="CaseResult.IsFinal"/> counts.</summary>
public sealed record CaseFinished(CaseResult Result) : RunEvent;

public sealed record RunFinished(DateTimeOffset At, RunSummary Summary) : RunEvent;

/// <summary>Counters of a run (S004-RUN-03). <see cref="Passed"/> includes <see cref="Flaky"/>.</summary>
public sealed record RunSummary(
    int Total, int Passed, int Failed, int Skipped, int Errors, int Flaky, int FindingsConfirmed, TimeSpan Duration, bool Cancelled)
{
    /// <summary>It ended before its cases had, although nobody stopped it: its workers were lost, or gave up.</summary>
    public bool CutOff { get; init; }

    /// <summary>D19: nothing failed, nothing errored, at least one case ran, and it came to its end.</summary>
    public bool IsGreen => Failed == 0 && Errors == 0 && Passed > 0 && !Cancelled && !CutOff;
}

/// <summary>What one attempt of a case gave. Secrets are already redacted in every string.</summary>
public sealed record CaseResult
{
    public required TestCase Case { get; init; }
    public required CaseStatus Status { get; init; }

    /// <summary>Counted from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>No further attempt follows.</summary>
    public bool IsFinal { get; init; } = true;

    /// <summary>Passed after at least one failed attempt.</summary>
    public bool Flaky { get; init; }

    public DateTimeOffset StartedAt { get; init; }
    public TimeSpan Duration { get; init; }
    public IReadOnlyList<StepResult> Steps { get; init; } = [];

    /// <summary>One sentence for a person; null when the case passed.</summary>
    public string? Message { get; init; }

    /// <summary>A short reason from a fixed vocabulary (T004-72), see <see cref="Reasons"/>; null when the case passed.</summary>
    public string? Reason { get; init; }

    /// <summary>Same cause, same key: results are grouped by it. Null when the case passed or was skipped.</summary>
    public string? CauseKey { get; init; }
}

/// <summary>The short reasons: stable codes that the console and the reports translate.</summary>
public static class Reasons
{
    public const string AuthError = "auth_error", PermissionDenied = "permission_denied", NotFound = "not_found", ServerError = "server_error",
        Timeout = "timeout", ConnectionFailed = "connection_failed", ConnectionRefusedByPolicy = "refused_by_policy", BadAnswer = "bad_answer",
        TooManyRedirects = "too_many_redirects", WrongStatus = "wrong_status", WrongContentType = "wrong_content_type", SchemaMismatch = "schema_mismatch",
        SqlError = "sql_error", ErrorPage = "error_page", NotRejected = "not_rejected", TooSlow = "too_slow", AssertionFailed = "assertion_failed",
        InvalidCase = "invalid_case", UnknownVariable = "unknown_variable", SecretRefused = "secret_refused", Interrupted = "interrupted", Cancelled = "cancelled",
        ProtectedEnvironment = "protected_environment", FindingConfirmed = "finding_confirmed", NoDriver = "no_driver", NoDatasource = "no_datasource",
        NothingToUse = "nothing_to_use", Filtered = "filtered", KnownFailure = "known_failure";
}

/// <summary>One step as it was sent and answered.</summary>
public sealed record StepResult
{
    public string? Name { get; init; }
    public RequestSnapshot? Request { get; init; }
    public ResponseSnapshot? Response { get; init; }
    public TimeSpan Duration { get; init; }
    public IReadOnlyList<AssertionResult> Assertions { get; init; } = [];
}

/// <summary>The request as sent, secrets redacted; <see cref="Curl"/> reproduces it (secrets as shell variables).</summary>
public sealed record RequestSnapshot(string Method, string Url, IReadOnlyList<NameValue> Headers, string? Body, string? Curl);

/// <summary>The answer, its body cut to 10,000 characters (S004-RUN-05).</summary>
public sealed record ResponseSnapshot(int Status, IReadOnlyList<NameValue> Headers, string? Body, long BodyLength, bool Truncated);

/// <summary>One assertion's verdict; <see cref="Assertion"/> is <c>{type} {operator} {expected}</c> (S004-RUN-06).</summary>
public sealed record AssertionResult(string Assertion, bool Passed, string? Expected, string? Actual, string? Message = null);
