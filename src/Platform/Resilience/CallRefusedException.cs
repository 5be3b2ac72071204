namespace Alicerce.Platform.Resilience;

/// <summary>The call was not sent: the target's circuit is open, or too many calls wait for it already.</summary>
public sealed class CallRefusedException(string message, TimeSpan retryAfter) : Exception(message)
{
    /// <summary>When it may be worth to try again.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
