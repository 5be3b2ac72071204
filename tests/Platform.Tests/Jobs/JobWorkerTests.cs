using System.Collections.Concurrent;
using Alicerce.Harness;
using Alicerce.Platform.Data;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alicerce.Platform.Tests.Jobs;

public sealed class JobWorkerTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly string _type = $"test.{Guid.NewGuid():N}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Jobs_enqueued_before_and_during_the_work_are_all_done_without_waiting_for_a_poll()
    {
        var done = new ConcurrentBag<int>();
        var all = new TaskCompletionSource();
        var early = JobRequest.Of(_type, 0);
        await new JobQueue(postgres.Source, new WorkerCalls(postgres.Source, new JobOptions(), TimeProvider.System)).EnqueueAsync(early, Ct);
        await using var worker = await StartAsync(new Script((args, _, _) =>
        {
            done.Add(args);
            if (done.Count == 21) all.TrySetResult();
            return Task.CompletedTask;
        }));

        foreach (var number in Enumerable.Range(1, 20)) await worker.Queue.EnqueueAsync(JobRequest.Of(_type, number), Ct);

        await all.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        done.Order().ShouldBe(Enumerable.Range(0, 21));
    }

    [Fact]
    public async Task A_failing_job_is_tried_again_and_is_dead_after_its_last_attempt_with_the_reason()
    {
        var attempts = 0;
        await using var worker = await StartAsync(new Script((_, _, _) =>
        {
            attempts++;
            throw new InvalidOperationException("no luck");
        }));

        var id = await worker.Queue.EnqueueAsync(JobRequest.Of(_type, 1) with { MaxAttempts = 3 }, Ct);

        await BecomesAsync(id, "dead");
        attempts.ShouldBe(3);
        (await ReadAsync(id, "last_error")).ShouldBe("InvalidOperationException: no luck");
    }

    [Fact]
    public async Task A_job_that_no_request_made_is_logged_under_an_id_of_its_own()
    {
        var seen = new TaskCompletionSource<string?>();
        await using var worker = await StartAsync(new Script((_, _, _) =>
        {
            seen.TrySetResult(CorrelationId.Current);
            return Task.CompletedTask;
        }));
        var id = await worker.Queue.EnqueueAsync(JobRequest.Of(_type, 1), Ct);
        (await seen.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct)).ShouldBe($"job-{id}");
    }

    [Fact]
    public async Task A_job_that_gives_up_is_dead_at_once()
    {
        await using var worker = await StartAsync(new Script((_, _, _) => throw new JobAbandonedException("the suite is gone")));
        var id = await worker.Queue.EnqueueAsync(JobRequest.Of(_type, 1), Ct);
        await BecomesAsync(id, "dead");
        (await ReadAsync(id, "last_error")).ShouldBe("the suite is gone");
    }

    [Fact]
    public async Task Arguments_that_cannot_be_read_make_the_job_dead()
    {
        await using var worker = await StartAsync(new Script((_, _, _) => Task.CompletedTask));
        var id = await worker.Queue.EnqueueAsync(new JobRequest(_type, "{}"), Ct);
        await BecomesAsync(id, "dead");
    }

    [Fact]
    public async Task Cancelling_a_running_job_reaches_its_handler()
    {
        var started = new TaskCompletionSource();
        await using var worker = await StartAsync(new Script(async (_, _, ct) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
        }));
        var id = await worker.Queue.EnqueueAsync(JobRequest.Of(_type, 1), Ct);
        await started.Task.WaitAsync(Ct);

        (await worker.Queue.CancelAsync(id, Ct)).ShouldBeTrue();

        await BecomesAsync(id, "cancelled");
    }

    [Fact]
    public async Task A_job_taken_over_while_it_runs_is_interrupted_and_completed_by_nobody_but_the_heir()
    {
        var interrupted = new TaskCompletionSource();
        await using var worker = await StartAsync(
            new Script(async (_, job, ct) =>
            {
                if (job.Attempt > 1) return;
                try
                {
                    await ExecuteAsync($"UPDATE platform.jobs SET fence = nextval('platform.jobs_fence'), lease_until = now() - interval '1 second' WHERE id = {job.Id}");
                    await Task.Delay(Timeout.Infinite, ct);
                }
                catch (OperationCanceledException)
                {
                    interrupted.SetResult();
                    throw;
                }
            }),
            new JobOptions { Lease = TimeSpan.FromMilliseconds(300), PollInterval = TimeSpan.FromMilliseconds(50) });

        var id = await worker.Queue.EnqueueAsync(JobRequest.Of(_type, 1), Ct);

        await interrupted.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        await BecomesAsync(id, "succeeded");
        (await ReadAsync(id, "attempts")).ShouldBe(2);
    }

    [Fact]
    public async Task A_stopping_server_puts_its_job_back_without_counting_the_attempt()
    {
        var started = new TaskCompletionSource();
        var worker = await StartAsync(
            new Script(async (_, _, ct) =>
            {
                started.SetResult();
                await Task.Delay(Timeout.Infinite, ct);
            }),
            new JobOptions { StopGrace = TimeSpan.Zero });
        var id = await worker.Queue.EnqueueAsync(JobRequest.Of(_type, 1), Ct);
        await started.Task.WaitAsync(Ct);

        await worker.DisposeAsync();

        (await ReadAsync(id, "state")).ShouldBe("queued");
        (await ReadAsync(id, "attempts")).ShouldBe(0);
    }

    [Fact]
    public async Task No_more_jobs_run_at_once_than_allowed()
    {
        int now = 0, most = 0, done = 0;
        await using var worker = await StartAsync(
            new Script(async (_, _, ct) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                await Task.Delay(5, ct);
                Interlocked.Decrement(ref now);
                Interlocked.Increment(ref done);
            }),
            new JobOptions { Concurrency = 3 });
        foreach (var number in Enumerable.Range(0, 30)) await worker.Queue.EnqueueAsync(JobRequest.Of(_type, number), Ct);
        await Eventually.BecomesTrueAsync(() => Volatile.Read(ref done) == 30, "all jobs done", Ct);
        most.ShouldBeInRange(2, 3);
    }

    [Fact]
    public async Task A_storm_of_jobs_calls_the_workers_once_in_ten_milliseconds_and_none_of_it_waits_for_a_poll()
    {
        const int Jobs = 500;
        var done = 0;
        await using var worker = await StartAsync(
            new Script((_, _, _) =>
            {
                Interlocked.Increment(ref done);
                return Task.CompletedTask;
            }),
            new JobOptions { PollInterval = TimeSpan.FromMinutes(5) });
        var calls = 0;
        using var counting = worker.Notifications.Subscribe(JobQueue.Channel, _ => Interlocked.Increment(ref calls));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            for (var i = 0; i < Jobs / 4; i++) await worker.Queue.EnqueueAsync(JobRequest.Of(_type, i), Ct);
        }));

        await Eventually.BecomesTrueAsync(() => Volatile.Read(ref done) == Jobs, "all jobs are done", Ct);
        calls.ShouldBeLessThanOrEqualTo((int)(watch.ElapsedMilliseconds / 10) + 2);
    }

    [Fact]
    public async Task A_job_whose_transaction_commits_after_the_call_for_it_is_found_without_waiting_for_a_poll()
    {
        var done = new TaskCompletionSource();
        await using var worker = await StartAsync(
            new Script((args, _, _) =>
            {
                if (args == 2) done.SetResult();
                return Task.CompletedTask;
            }),
            new JobOptions { PollInterval = TimeSpan.FromMinutes(5), CallGap = TimeSpan.FromMilliseconds(300) });
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await worker.Queue.EnqueueAsync(JobRequest.Of(_type, 1), Ct); // Takes the turn to call.

        await using var connection = await postgres.Source.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await worker.Queue.EnqueueAsync(transaction, JobRequest.Of(_type, 2), Ct);
        using var listening = worker.Notifications.Subscribe(JobQueue.Channel, _ => called.TrySetResult());
        if (await Task.WhenAny(called.Task, Task.Delay(TimeSpan.FromSeconds(2), Ct)) == called.Task) // On a slow machine the gap was over: its own call comes with the commit.
        {
            var atCall = await ReadScalarAsync("SELECT clock_timestamp()::text");
            await Eventually.BecomesTrueAsync(
                async () => await ReadScalarAsync($"SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'WITH RECURSIVE levels%' AND state = 'idle' AND query_start > '{atCall}'") is not null,
                "the worker has looked in vain", Ct);
        }

        await transaction.CommitAsync(Ct);

        await done.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
    }

    [Fact]
    public async Task Progress_is_seen_while_the_job_runs()
    {
        var reported = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        await using var worker = await StartAsync(new Script(async (_, job, ct) =>
        {
            await job.ReportAsync(3, 10, "three of ten", ct);
            reported.SetResult();
            await finish.Task.WaitAsync(ct);
        }));
        var id = await worker.Queue.EnqueueAsync(JobRequest.Of(_type, 1), Ct);
        await reported.Task.WaitAsync(Ct);

        (await ReadAsync(id, "progress_done || '/' || progress_total || ' ' || progress_message")).ShouldBe("3/10 three of ten");
        finish.SetResult();
        await BecomesAsync(id, "succeeded");
    }

    private Task BecomesAsync(long id, string state) =>
        Eventually.BecomesTrueAsync(async () => (string?)await ReadAsync(id, "state") == state, $"job {id} is {state}", Ct);

    private async Task<object?> ReadAsync(long id, string expression)
    {
        await using var command = postgres.Source.CreateCommand($"SELECT {expression} FROM platform.jobs WHERE id = {id}");
        return await command.ExecuteScalarAsync(Ct);
    }

    private async Task<object?> ReadScalarAsync(string sql)
    {
        await using var command = postgres.Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = postgres.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private async Task<RunningWorker> StartAsync(Script script, JobOptions? options = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDatabase(postgres.Database.Address);

        // A poll would hide a lost wake-up, so by default there is none within a test's time.
        builder.Services.AddJobQueue((options ?? new JobOptions { PollInterval = TimeSpan.FromMinutes(5), CallGap = TimeSpan.Zero }) with { BackOff = TimeSpan.Zero });
        builder.Services.AddSingleton(script);
        builder.Services.AddJobHandler<Handler, int>(_type);
        builder.Services.AddJobWorker();
        var host = builder.Build();
        await host.StartAsync(Ct);
        return new RunningWorker(host);
    }

    private sealed record Script(Func<int, JobContext, CancellationToken, Task> Run);

    private sealed class Handler(Script script) : IJobHandler<int>
    {
        public Task HandleAsync(int args, JobContext job, CancellationToken ct) => script.Run(args, job, ct);
    }

    private sealed class RunningWorker(IHost host) : IAsyncDisposable
    {
        public Notifications Notifications => host.Services.GetRequiredService<Notifications>();

        public IJobQueue Queue => host.Services.GetRequiredService<IJobQueue>();

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync(CancellationToken.None);
            host.Dispose();
        }
    }
}
