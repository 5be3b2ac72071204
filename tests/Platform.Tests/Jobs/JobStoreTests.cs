using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Jobs;

namespace Alicerce.Platform.Tests.Jobs;

public sealed class JobStoreTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly JobOptions Options = new() { Lease = TimeSpan.FromMinutes(1) };
    private readonly string _type = $"test.{Guid.NewGuid():N}";
    private readonly JobStore _store = new(postgres.Source, Options);
    private readonly JobQueue _queue = new(postgres.Source, new WorkerCalls(postgres.Source, Options, TimeProvider.System));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_concurrent_claimers_get_each_job_once()
    {
        const int Jobs = 1000;
        await using (var connection = await postgres.Source.OpenConnectionAsync(Ct))
        await using (var transaction = await connection.BeginTransactionAsync(Ct))
        {
            (await _queue.EnqueueManyAsync(transaction, [.. Enumerable.Range(0, Jobs).Select(i => JobRequest.Of(_type, i))], Ct)).ShouldBe(Jobs);
            await transaction.CommitAsync(Ct);
        }

        var claims = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            var mine = new List<long>();
            while (await _store.ClaimAsync([_type], 7, Ct) is { Count: > 0 } batch) mine.AddRange(batch.Select(job => job.Id));
            return mine;
        }));

        claims.Sum(mine => mine.Count).ShouldBe(Jobs);
        claims.SelectMany(mine => mine).Distinct().Count().ShouldBe(Jobs);
    }

    [Fact]
    public async Task An_expired_lease_is_taken_over_and_the_late_workers_completion_is_refused()
    {
        var id = await _queue.EnqueueAsync(JobRequest.Of(_type, 1), Ct);
        var late = (await _store.ClaimAsync([_type], 1, Ct)).ShouldHaveSingleItem();
        await ExecuteAsync($"UPDATE platform.jobs SET lease_until = now() - interval '1 second' WHERE id = {id}");

        (await _store.TakeBackAsync(Ct)).ShouldBe(1);
        var heir = (await _store.ClaimAsync([_type], 1, Ct)).ShouldHaveSingleItem();

        heir.Id.ShouldBe(id);
        heir.Attempts.ShouldBe(2);
        (await _store.FinishAsync([late], Ct)).ShouldBeEmpty();
        (await _store.FailAsync(late, "late", forGood: true, TimeSpan.Zero, Ct)).ShouldBeFalse();
        (await _store.BeatAsync([late], Ct)).ShouldBeEmpty();
        await Should.ThrowAsync<LeaseLostException>(() => new JobContext(postgres.Source, late).ReportAsync(1, null, null, Ct));
        (await _store.FinishAsync([heir], Ct)).ShouldBe([id]);
    }

    [Fact]
    public async Task A_late_workers_own_transaction_is_stopped_before_it_commits()
    {
        await _queue.EnqueueAsync(JobRequest.Of(_type, 1), Ct);
        var late = (await _store.ClaimAsync([_type], 1, Ct)).Single();
        await ExecuteAsync($"UPDATE platform.jobs SET lease_until = now() - interval '1 second' WHERE id = {late.Id}");
        await _store.TakeBackAsync(Ct);

        await using var connection = await postgres.Source.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await Should.ThrowAsync<LeaseLostException>(() => new JobContext(postgres.Source, late).DemandLeaseAsync(transaction, Ct));
    }

    [Fact]
    public async Task A_worker_that_vanishes_on_the_last_attempt_leaves_a_dead_job()
    {
        var id = await _queue.EnqueueAsync(JobRequest.Of(_type, 1) with { MaxAttempts = 1 }, Ct);
        await _store.ClaimAsync([_type], 1, Ct);
        await ExecuteAsync($"UPDATE platform.jobs SET lease_until = now() - interval '1 second' WHERE id = {id}");

        await _store.TakeBackAsync(Ct);

        (await StateAsync(id)).ShouldBe("dead");
    }

    [Fact]
    public async Task A_unique_key_gives_the_job_that_waits_already_and_is_free_again_after_it()
    {
        var request = JobRequest.Of(_type, 1) with { UniqueKey = _type };
        var first = await _queue.EnqueueAsync(request, Ct);
        (await _queue.EnqueueAsync(request, Ct)).ShouldBe(first);

        var claimed = await _store.ClaimAsync([_type], 10, Ct);
        claimed.ShouldHaveSingleItem();
        await _store.FinishAsync(claimed, Ct);

        (await _queue.EnqueueAsync(request, Ct)).ShouldNotBe(first);
    }

    [Fact]
    public async Task Fifty_callers_with_one_unique_key_make_one_job()
    {
        var request = JobRequest.Of(_type, 1) with { UniqueKey = _type };
        var ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _queue.EnqueueAsync(request, Ct)));
        ids.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_job_enqueued_in_a_transaction_that_rolls_back_never_existed()
    {
        await using (var connection = await postgres.Source.OpenConnectionAsync(Ct))
        await using (var transaction = await connection.BeginTransactionAsync(Ct))
        {
            await _queue.EnqueueAsync(transaction, JobRequest.Of(_type, 1), Ct);
            await transaction.RollbackAsync(Ct);
        }

        (await _store.ClaimAsync([_type], 1, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Higher_priority_goes_first_and_a_delayed_job_waits_for_its_time()
    {
        var low = await _queue.EnqueueAsync(JobRequest.Of(_type, 1), Ct);
        var high = await _queue.EnqueueAsync(JobRequest.Of(_type, 1) with { Priority = 5 }, Ct);
        await _queue.EnqueueAsync(JobRequest.Of(_type, 1) with { Priority = 9, RunAt = TimeProvider.System.GetUtcNow().AddHours(1) }, Ct);

        var first = await _store.ClaimAsync([_type], 1, Ct);
        var rest = await _store.ClaimAsync([_type], 10, Ct);

        first.Single().Id.ShouldBe(high);
        rest.Single().Id.ShouldBe(low);
    }

    [Fact]
    public async Task A_waiting_job_that_is_cancelled_ends_at_once()
    {
        var id = await _queue.EnqueueAsync(JobRequest.Of(_type, 1), Ct);
        (await _queue.CancelAsync(id, Ct)).ShouldBeTrue();
        (await StateAsync(id)).ShouldBe("cancelled");
        (await _queue.CancelAsync(id, Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_claim_looks_at_a_handful_of_pages_however_many_jobs_wait_for_later_or_are_dead()
    {
        await ExecuteAsync($"""
            INSERT INTO platform.jobs (type, args, priority, run_at, max_attempts, attempts, fence, cancel_requested, progress_done, state, finished_at)
            SELECT '{_type}', '1', i % 3, now() + interval '1 day', 5, 0, 0, false, 0, CASE WHEN i % 10 = 0 THEN 'dead' ELSE 'queued' END, CASE WHEN i % 10 = 0 THEN now() END
            FROM generate_series(1, 100000) i
            """);
        for (var i = 0; i < 20; i++) await _queue.EnqueueAsync(JobRequest.Of(_type, i), Ct);

        var claim = JobStore.Claim.Replace("$1", $"ARRAY['{_type}']", StringComparison.Ordinal).Replace("$2", "8", StringComparison.Ordinal).Replace("$3", "interval '1 minute'", StringComparison.Ordinal);
        await using var command = postgres.Source.CreateCommand($"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {claim}");
        var plan = JsonElement.Parse((string)(await command.ExecuteScalarAsync(Ct))!)[0].GetProperty("Plan");

        plan.GetProperty("Actual Rows").GetDouble().ShouldBe(8);
        (plan.GetProperty("Shared Hit Blocks").GetInt32() + plan.GetProperty("Shared Read Blocks").GetInt32()).ShouldBeLessThan(300);
        await ExecuteAsync($"DELETE FROM platform.jobs WHERE type = '{_type}'");
    }

    [Fact]
    public void Waiting_times_double_up_to_the_longest_and_vary()
    {
        var options = new JobOptions { BackOff = TimeSpan.FromSeconds(2), LongestBackOff = TimeSpan.FromSeconds(60) };
        BackOff.After(1, options, 1).ShouldBe(TimeSpan.FromSeconds(2));
        BackOff.After(3, options, 1).ShouldBe(TimeSpan.FromSeconds(8));
        BackOff.After(3, options, 0).ShouldBe(TimeSpan.FromSeconds(4));
        BackOff.After(1000, options, 1).ShouldBe(TimeSpan.FromSeconds(60));
    }

    private async Task<string?> StateAsync(long id)
    {
        await using var command = postgres.Source.CreateCommand($"SELECT state FROM platform.jobs WHERE id = {id}");
        return (string?)await command.ExecuteScalarAsync(Ct);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = postgres.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
