namespace Alicerce.Platform.Resilience;

/// <summary>How far calls of one target go. The defaults are those of S001-COM-04 and -07.</summary>
public sealed record ResilienceOptions
{
    /// <summary>Tries of a call that may be repeated, the first one included.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Pause before the second try; it doubles with each, up to <see cref="LongestPause"/>, and is up to half longer by chance.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(0.5);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A target that asks for a longer pause (<c>Retry-After</c>) is not asked again.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Limit of one try of a call that only reads.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Limit of one try of any other call.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Limit of the whole call: waiting for a place, all tries and the pauses between them.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Calls at the same time.</summary>
    public int Places { get; init; } = 32;

    /// <summary>Calls that wait for a place; one more is refused at once.</summary>
    public int QueueLength { get; init; } = 128;

    /// <summary>Failures in a row that open the circuit.</summary>
    public int FailureThreshold { get; init; } = 5;

    /// <summary>How long an open circuit refuses calls before one may try.</summary>
    public TimeSpan RecoveryTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Answers are read whole within each try, up to so many bytes; null leaves the reading, and its time, to the caller.</summary>
    public int? BufferedBytes { get; init; }
}
