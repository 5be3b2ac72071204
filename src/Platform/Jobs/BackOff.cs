namespace Alicerce.Platform.Jobs;

/// <summary>Exponential waiting times with jitter, so that jobs that failed together do not come back together.</summary>
internal static class BackOff
{
    private const int MostDoublings = 30;

    /// <param name="attempt">1 after the first failure.</param>
    /// <param name="jitter">From 0 to 1; the delay is between half of the exponential time and all of it.</param>
    public static TimeSpan After(int attempt, JobOptions options, double jitter)
    {
        var exponential = options.BackOff * Math.Pow(2, Math.Clamp(attempt - 1, 0, MostDoublings));
        var capped = exponential < options.LongestBackOff ? exponential : options.LongestBackOff;
        return capped * (0.5 + (jitter / 2));
    }
}
