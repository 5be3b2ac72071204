using System.Diagnostics.Metrics;
using Alicerce.Platform.Telemetry;
using Npgsql;

namespace Alicerce.Platform.Jobs;

/// <summary>What is counted about the attempts of this process and about the queue's dead jobs.</summary>
public sealed class JobMetrics : IDisposable
{
    /// <summary>Counting stops here: more than enough for an alert, and a scrape stays cheap.</summary>
    private const int MostDead = 10_000;

    private readonly Counter<long> _attempts;
    private readonly Histogram<double> _duration;
    private long? _dead;

    internal Meter Meter { get; } = new("Alicerce.Jobs");

    public JobMetrics()
    {
        _attempts = Meter.CreateCounter<long>("jobs_total", description: "Attempts of jobs that ended, by type and outcome");
        _duration = Meter.CreateHistogram(
            "job_duration_seconds", "s", "Time that attempts of jobs took", tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [.. HttpMetrics.Buckets, 60, 600] });
        Meter.CreateObservableGauge("jobs_dead", ReadDead, description: "Dead jobs in the queue, counted up to 10,000");
    }

    internal void Ended(ClaimedJob job, JobOutcome outcome, TimeSpan elapsed)
    {
        var type = new KeyValuePair<string, object?>("type", job.Type);
        _attempts.Add(1, type, new KeyValuePair<string, object?>("outcome", NameOf(job, outcome.Kind)));
        _duration.Record(elapsed.TotalSeconds, type);
    }

    /// <summary>While the database is away there is no number, rather than an old one.</summary>
    internal async Task CountDeadAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        try
        {
            await using var command = source.CreateCommand("SELECT count(*) FROM (SELECT FROM platform.jobs WHERE state = 'dead' LIMIT $1) dead");
            command.CommandTimeout = 2;
            command.Parameters.AddWithValue(MostDead);
            _dead = (long?)await command.ExecuteScalarAsync(ct);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            _dead = null;
        }
    }

    private IEnumerable<Measurement<long>> ReadDead() => _dead is { } dead ? [new(dead)] : [];

    private static string NameOf(ClaimedJob job, JobOutcomeKind outcome) => outcome switch
    {
        JobOutcomeKind.Succeeded or JobOutcomeKind.Written => "succeeded",
        JobOutcomeKind.Failed when job.Attempts < job.MaxAttempts => "failed",
        JobOutcomeKind.Failed or JobOutcomeKind.FailedForGood => "dead",
        JobOutcomeKind.Cancelled => "cancelled",
        JobOutcomeKind.PutBack => "put_back",
        _ => "lease_lost",
    };

    public void Dispose() => Meter.Dispose();
}
