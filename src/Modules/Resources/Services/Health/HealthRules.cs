namespace Alicerce.Modules.Resources.Services.Health;

/// <summary>The words of a service's state.</summary>
internal static class HealthStatus
{
    public const string Unknown = "unknown";
    public const string Healthy = "healthy";
    public const string Degraded = "degraded";
    public const string Unhealthy = "unhealthy";

    public static readonly string[] All = [Unknown, Healthy, Degraded, Unhealthy];

    /// <summary>The better one first; what was never looked at stands before what is known to fail (T004-24).</summary>
    public static int Rank(string status) => status switch
    {
        Healthy => 0,
        Degraded => 1,
        Unknown => 2,
        _ => 3,
    };
}

/// <summary>How a service is, as far as looks at it decide that.</summary>
/// <param name="Failures">In a row.</param>
/// <param name="Successes">In a row, none of them slow.</param>
internal readonly record struct HealthState(string Status, int Failures, int Successes)
{
    /// <summary>So many failures in a row make a service unhealthy; before that it is degraded.</summary>
    public const int FailuresToUnhealthy = 3;

    /// <summary>So many quick successes in a row make it healthy again.</summary>
    public const int SuccessesToHealthy = 2;

    /// <summary>One look, or one heartbeat, later.</summary>
    public HealthState After(bool succeeded, bool slow)
    {
        if (!succeeded)
        {
            var failures = Failures + 1;
            return new HealthState(failures >= FailuresToUnhealthy || Status == HealthStatus.Unhealthy ? HealthStatus.Unhealthy : HealthStatus.Degraded, failures, 0);
        }

        if (slow) return new HealthState(HealthStatus.Degraded, 0, 0);
        var successes = Successes + 1;
        var healthy = Status is HealthStatus.Unknown or HealthStatus.Healthy || successes >= SuccessesToHealthy;
        return new HealthState(healthy ? HealthStatus.Healthy : HealthStatus.Degraded, 0, successes);
    }
}
