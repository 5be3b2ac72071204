namespace Alicerce.Platform.Jobs;

/// <summary>A job in this worker's hands until its lease ends.</summary>
/// <param name="Fence">Number of this claim; a later claim has a higher one, and only the newest may write.</param>
/// <param name="CorrelationId">That of its origin; a job that nobody's request made is its own.</param>
/// <param name="TraceParent">The span that it was enqueued in.</param>
internal sealed record ClaimedJob(long Id, string Type, string Args, int Attempts, int MaxAttempts, long Fence, int? ProjectId, string CorrelationId, string? TraceParent);
