namespace Alicerce.Platform.Jobs;

/// <summary>A job in this worker's hands until its lease ends.</summary>
/// <param name="Fence">Number of this claim; a later claim has a higher one, and only the newest may write.</param>
internal sealed record ClaimedJob(long Id, string Type, string Args, int Attempts, int MaxAttempts, long Fence, int? ProjectId, string? CorrelationId);
