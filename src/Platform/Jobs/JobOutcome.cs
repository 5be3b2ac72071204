namespace Alicerce.Platform.Jobs;

/// <summary>How an attempt ended.</summary>
/// <param name="Delay">A failed job is not tried again before this has passed.</param>
internal sealed record JobOutcome(JobOutcomeKind Kind, string? Reason = null, TimeSpan Delay = default)
{
    public static readonly JobOutcome Succeeded = new(JobOutcomeKind.Succeeded);
    public static readonly JobOutcome Cancelled = new(JobOutcomeKind.Cancelled);
    public static readonly JobOutcome PutBack = new(JobOutcomeKind.PutBack);
    public static readonly JobOutcome LeaseLost = new(JobOutcomeKind.LeaseLost);
    public static readonly JobOutcome Written = new(JobOutcomeKind.Written);

    public static JobOutcome Failed(string reason, TimeSpan delay = default) => new(JobOutcomeKind.Failed, reason, delay);

    public static JobOutcome FailedForGood(string reason) => new(JobOutcomeKind.FailedForGood, reason);
}

internal enum JobOutcomeKind
{
    Succeeded,
    Failed,
    FailedForGood,
    Cancelled,

    /// <summary>The server stops: the attempt does not count.</summary>
    PutBack,

    /// <summary>The job is another worker's by now: nothing is written.</summary>
    LeaseLost,

    /// <summary>The handler ended the job in its own transaction: nothing is left to write.</summary>
    Written,
}
