using Alicerce.Platform.Caching;
using Alicerce.Platform.Data.Rows;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Telemetry;

namespace Alicerce.Platform.Alerts;

/// <summary>What this process did since it was asked last, summed by name; hears the meters of <c>/metrics</c>.</summary>
internal sealed class Tally : IDisposable
{
    private readonly Lock _gate = new();
    private readonly WorkListener _listener;
    private readonly CacheMetrics _cache;
    private readonly double _slowSeconds;
    private Dictionary<(WorkKind, string), Sum> _sums = [];
    private (long Answers, long Misses) _cacheBefore;

    private sealed class Sum
    {
        public long Calls, Failures, Timed, Slow;
        public double Seconds;
    }

    public Tally(HttpMetrics http, JobMetrics jobs, Operations operations, CacheMetrics cache, AlertOptions options)
    {
        (_cache, _slowSeconds) = (cache, options.LatencyMs / 1000);
        _listener = new WorkListener(http, jobs, operations, Time, Count);
    }

    /// <summary>Begins anew.</summary>
    public IReadOnlyList<Measured> Take()
    {
        Dictionary<(WorkKind, string), Sum> sums;
        lock (_gate) (sums, _sums) = (_sums, []);
        var taken = sums.Select(entry => Of(entry.Key.Item1, entry.Key.Item2, entry.Value)).ToList();
        var cache = _cache.Count();
        var answers = cache.Answers - _cacheBefore.Answers;
        if (answers > 0) taken.Add(new Measured(Measured.Cache, Measured.Cache, answers, cache.Misses - _cacheBefore.Misses, 0, 0, 0));
        _cacheBefore = cache;
        return taken;
    }

    private void Time(WorkKind kind, string name, double seconds)
    {
        lock (_gate)
        {
            var sum = SumOf(kind, name);
            sum.Timed++;
            sum.Seconds += seconds;
            if (seconds > _slowSeconds) sum.Slow++;
        }
    }

    private void Count(WorkKind kind, string name, bool isFailure)
    {
        lock (_gate)
        {
            var sum = SumOf(kind, name);
            sum.Calls++;
            if (isFailure) sum.Failures++;
        }
    }

    private Sum SumOf(WorkKind kind, string name)
    {
        if (!_sums.TryGetValue((kind, name), out var sum)) _sums.Add((kind, name), sum = new Sum());
        return sum;
    }

    private static Measured Of(WorkKind kind, string name, Sum sum) => new(
        kind switch { WorkKind.Request => Measured.Request, WorkKind.Operation => Measured.Operation, _ => Measured.Job },
        name.Length <= Measurement.LongestName ? name : name[..Measurement.LongestName], sum.Calls, sum.Failures, sum.Timed, sum.Slow, sum.Seconds * 1000);

    public void Dispose() => _listener.Dispose();
}
