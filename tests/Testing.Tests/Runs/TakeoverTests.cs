using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Alicerce.Harness;
using Alicerce.Modules.Testing.Runs;
using Alicerce.Platform.Data;
using Alicerce.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using NpgsqlTypes;
using static Alicerce.Testing.Tests.Runs.RunsFixture;

namespace Alicerce.Testing.Tests.Runs;

/// <summary>What a worker knows when it takes a shard over, or when the wire to PostgreSQL broke for a moment.</summary>
public sealed class TakeoverTests(RunsFixture fixture) : IClassFixture<RunsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fail_fast_run_that_had_failed_before_the_takeover_sends_nothing_more()
    {
        await using var target = await Target.StartAsync();
        var project = await fixture.ProjectAsync();
        var environment = await fixture.EnvironmentAsync(project, target.Url);
        var suite = await fixture.SuiteAsync(project, "{}", Get("/a"), Get("/b"));

        var run = await fixture.EndOfAsync(await HalfRunAsync(suite, environment, target.Url));

        target.Requests.ShouldBeEmpty();
        run.GetProperty("status").GetString().ShouldBe("failed");
    }

    [Fact, Trait("Trap", "T004-54")]
    public async Task A_run_that_ended_while_the_listener_was_away_stops_when_it_is_back()
    {
        await using var target = await Target.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var runId = await fixture.StartAsync(await fixture.SuiteAgainstAsync(target, "{}", Get("/slow")));
        await Eventually.BecomesTrueAsync(() => !target.Requests.IsEmpty, "the case is under way", Ct);

        await ExecuteAsync($"UPDATE testing.test_runs SET status = 'error', finished_at = now() WHERE id = {runId}", fixture.Database.SuperuserConnectionString);
        await ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query ~ '^(LISTEN|SELECT 1)'", fixture.Database.SuperuserConnectionString);

        await StopsAsync(runId, TimeSpan.FromSeconds(4)); // Sooner than the next look by itself.
    }

    [Fact, Trait("Trap", "T004-54")]
    public async Task The_end_of_a_run_is_seen_although_nobody_said_it()
    {
        await using var target = await Target.StartAsync(_ => Task.Delay(Timeout.Infinite, Ct));
        var runId = await HalfRunAsync(await fixture.SuiteAgainstAsync(target, "{}", Get("/slow")), null, target.Url, hasJob: false);
        var runs = new RunStore(fixture.Database.Source);
        using var stop = new CancellationTokenSource();
        await using var watch = await RunEndWatch.StartAsync(
            runs, fixture.Server.Services.GetRequiredService<Notifications>(), runId, TimeSpan.FromMilliseconds(50), stop, NullLogger.Instance, Ct);
        stop.IsCancellationRequested.ShouldBeFalse();

        await ExecuteAsync($"UPDATE testing.test_runs SET status = 'error', finished_at = now() WHERE id = {runId}", fixture.Database.SuperuserConnectionString);

        await Eventually.BecomesTrueAsync(() => stop.IsCancellationRequested, "the watch stops the shard", Ct);
    }

    [Fact]
    public async Task A_look_that_fails_for_whatever_reason_does_not_end_the_watch()
    {
        await using var target = await Target.StartAsync();
        var runId = await HalfRunAsync(await fixture.SuiteAgainstAsync(target, "{}", Get("/slow")), null, target.Url, hasJob: false);
        var log = new Lines();
        using var stop = new CancellationTokenSource();
        await using var watch = await RunEndWatch.StartAsync(
            new RunStore(fixture.Database.Source), fixture.Server.Services.GetRequiredService<Notifications>(), runId, TimeSpan.FromMilliseconds(50), stop, log, Ct);

        await ExecuteAsync($"UPDATE testing.test_runs SET options = '[]' WHERE id = {runId}", fixture.Database.SuperuserConnectionString);
        await Eventually.BecomesTrueAsync(() => !log.Texts.IsEmpty, "a look fails", Ct);
        await ExecuteAsync($"UPDATE testing.test_runs SET options = '{{}}', status = 'error', finished_at = now() WHERE id = {runId}", fixture.Database.SuperuserConnectionString);

        await Eventually.BecomesTrueAsync(() => stop.IsCancellationRequested, "the watch stops the shard", Ct);
    }

    [Fact]
    public async Task A_watch_that_cannot_begin_leaves_nothing_behind()
    {
        var stop = await FailToWatchAsync();

        await Task.Yield(); // Off the stack on which it failed.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        stop.IsAlive.ShouldBeFalse("its subscription would hold it");
    }

    /// <summary>In a method of its own, so that no local variable holds what is asked about.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> FailToWatchAsync()
    {
        var gone = NpgsqlDataSource.Create(fixture.Database.Address.AppConnectionString);
        await gone.DisposeAsync();
        var stop = new CancellationTokenSource();
        await Should.ThrowAsync<ObjectDisposedException>(() => RunEndWatch.StartAsync(
            new RunStore(gone), fixture.Server.Services.GetRequiredService<Notifications>(), 1, TimeSpan.FromMinutes(1), stop, NullLogger.Instance, Ct));
        return new WeakReference(stop);
    }

    private sealed class Lines : ILogger
    {
        public ConcurrentQueue<string> Texts { get; } = new();

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Texts.Enqueue(formatter(state, exception));
    }

    /// <summary>A run whose first worker has stored a failure and died.</summary>
    private async Task<int> HalfRunAsync(int suite, int? environment, Uri url, bool hasJob = true)
    {
        await using var connection = await fixture.Database.Source.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using var insert = new NpgsqlCommand(
            """
            INSERT INTO testing.test_runs (suite_id, environment_id, suite_name, environment_name, base_url, status, total_tests, failed, options, shards, started_at, created_at)
            VALUES ($1, $2, 'half', 'local', $3, 'running', 3, 1, $4, 1, now(), now() + $5) RETURNING id
            """,
            connection,
            transaction);
        insert.Parameters.AddWithValue(suite);
        insert.Parameters.Add(RunStore.Nullable(environment, NpgsqlDbType.Integer));
        insert.Parameters.AddWithValue(url.ToString());
        insert.Parameters.AddWithValue(NpgsqlDbType.Jsonb, new RunChoices { FailFast = true }.ToJson());
        insert.Parameters.AddWithValue(hasJob ? TimeSpan.Zero : TimeSpan.FromHours(1)); // The upkeep leaves alone what begins later.
        var runId = (int)(await insert.ExecuteScalarAsync(Ct))!;
        var job = JobRequest.Of(RunShard.JobType, new RunShard.Args(runId, 0)) with { UniqueKey = RunShard.UniqueKey(runId, 0) };
        if (hasJob) await fixture.Server.Services.GetRequiredService<IJobQueue>().EnqueueAsync(transaction, job, Ct);
        await transaction.CommitAsync(Ct);
        return runId;
    }

    private async Task StopsAsync(int runId, TimeSpan within)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(within);
        await Eventually.BecomesTrueAsync(async () => await CountAsync($"platform.jobs WHERE unique_key LIKE 'run:{runId}:%' AND state = 'running'") == 0, "the shard stops", patience.Token);
    }

    private async Task<long> CountAsync(string what)
    {
        await using var command = fixture.Database.Source.CreateCommand($"SELECT count(*) FROM {what}");
        return Convert.ToInt64(await command.ExecuteScalarAsync(Ct), CultureInfo.InvariantCulture);
    }

    private static async Task ExecuteAsync(string sql, string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
