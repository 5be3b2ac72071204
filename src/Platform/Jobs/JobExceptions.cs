namespace Alicerce.Platform.Jobs;

/// <summary>Thrown by a handler for whom trying again is pointless: the job is dead at once, with this reason.</summary>
public sealed class JobAbandonedException(string message) : Exception(message);

/// <summary>Another worker has taken the job over, or somebody ended it: whatever this worker still does must not be committed.</summary>
public sealed class LeaseLostException(long jobId) : Exception($"The lease of job {jobId} is lost: another worker may be at it.");
