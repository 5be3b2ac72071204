namespace Alicerce.Platform.Jobs;

/// <summary>Thrown by a handler for whom trying again is pointless: the job is dead at once, with this reason.</summary>
public sealed class JobAbandonedException(string message) : Exception(message);

/// <summary>Thrown by a handler that was told when to come back: the job is not tried again before that.</summary>
public sealed class JobPostponedException(string message, TimeSpan delay) : Exception(message)
{
    public TimeSpan Delay { get; } = delay;
}

/// <summary>Another worker has taken the job over, or somebody ended it: whatever this worker still does must not be committed.</summary>
public sealed class LeaseLostException(long jobId) : Exception($"The lease of job {jobId} is lost: another worker may be at it.");
