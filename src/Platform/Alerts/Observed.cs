namespace Alicerce.Platform.Alerts;

/// <summary>What was measured of one thing within a time, in one process or in all.</summary>
/// <param name="Kind"><c>request</c>, <c>operation</c>, <c>job</c> or <c>cache</c>.</param>
/// <param name="Failures">Of a cache: misses.</param>
/// <param name="Timed">Calls with a duration.</param>
/// <param name="Slow">Of these, how many took longer than the limit of the percentile.</param>
internal sealed record Measured(string Kind, string Name, long Calls, long Failures, long Timed, long Slow, double TotalMs)
{
    public const string Request = "request";
    public const string Operation = "operation";
    public const string Job = "job";
    public const string Cache = "cache";

    public double MeanMs => Timed == 0 ? 0 : TotalMs / Timed;

    public double FailurePercent => Calls == 0 ? 0 : 100d * Failures / Calls;
}

/// <summary>Jobs that could run now and wait.</summary>
internal sealed record QueueLook(long Waiting, TimeSpan Oldest)
{
    /// <summary>Counting stops here.</summary>
    public const int MostCounted = 100_000;
}

/// <summary>All that the rules judge.</summary>
internal sealed record Observed(IReadOnlyList<Measured> Work, QueueLook Queue, IReadOnlyList<Web.Health.Dependency> Dependencies);

/// <summary>A rule's complaint now.</summary>
/// <param name="Rule">Stable written name; with the subject it tells whether two complaints are about the same.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Tipo">In the words of source 002, like the two after it.</param>
/// <param name="Severidade"><c>warning</c> or <c>critical</c>.</param>
/// <param name="Mensagem">For people, in Portuguese; without anything secret.</param>
public sealed record Breach(string Rule, string Subject, string Tipo, string Severidade, string Mensagem);
