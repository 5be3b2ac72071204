using System.Collections.Concurrent;
using Alicerce.Platform.Jobs;

namespace Alicerce.Platform.Telemetry;

/// <summary>The last timings of each request, job and operation of this process, with counters and errors, as source 002's collector keeps them (S002-MET-01).</summary>
internal sealed class RecentTimings : IDisposable
{
    private readonly ConcurrentDictionary<string, TimingRing> _timings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _counters = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _errors = new(StringComparer.Ordinal);
    private readonly WorkListener _listener;
    private readonly TimeProvider _clock;

    public RecentTimings(HttpMetrics http, JobMetrics jobs, Operations operations, TimeProvider clock)
    {
        _clock = clock;
        _listener = new WorkListener(http, jobs, operations, Time, Count);
    }

    public PerformanceSummary Summarize()
    {
        var now = _clock.GetUtcNow();
        var timings = new SortedDictionary<string, TimingSummary>(StringComparer.Ordinal);
        foreach (var (name, ring) in _timings) timings[PerformanceSummary.Printable(name)] = ring.Summarize(now);
        return new PerformanceSummary(
            new SortedDictionary<string, long>(_counters, StringComparer.Ordinal), new SortedDictionary<string, long>(_errors, StringComparer.Ordinal), timings);
    }

    private void Time(WorkKind kind, string name, double seconds) => _timings.GetOrAdd(name, _ => new TimingRing(kind)).Add(_clock.GetUtcNow(), seconds);

    private void Count(WorkKind kind, string name, bool isFailure)
    {
        _counters.AddOrUpdate(isFailure ? $"{name}_erro" : $"{name}_sucesso", 1, (_, count) => count + 1);
        if (isFailure) _errors.AddOrUpdate(name, 1, (_, count) => count + 1);
    }

    public void Dispose() => _listener.Dispose();
}
