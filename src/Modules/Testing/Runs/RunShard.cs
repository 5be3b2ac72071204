using Alicerce.Contracts;
using Alicerce.Engine.Running;
using Alicerce.Platform.Data;
using Alicerce.Platform.Jobs;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>
/// Runs one shard of a run. It may be interrupted at any moment and begun again: (1) cases that were under way and must not be sent twice
/// end as <c>error: interrupted</c>, (2) all others without a final result are run, (3) the last shard closes the run.
/// <code>
/// test_cases ─(pages)→ CaseRunner ─(events)→ ResultWriter ─(batches)→ test_results + counters
/// </code>
/// </summary>
internal sealed class RunShard(
    NpgsqlDataSource source, RunStore runs, RunClosing closing, RunRequests requests, Notifications notifications, RunOptions options, TimeProvider clock, ILogger<RunShard> log)
    : IJobHandler<RunShard.Args>
{
    public const string JobType = "testing.run_shard";

    /// <param name="Shard">Counted from 0; it has the cases whose id leaves this rest; the first also has all load cases.</param>
    public sealed record Args(int RunId, int Shard);

    public static string UniqueKey(int runId, int shard) => $"run:{runId}:shard:{shard}";

    public async Task HandleAsync(Args args, JobContext job, CancellationToken ct)
    {
        if (await runs.FindAsync(args.RunId, ct) is not { IsRunning: true } run) return;
        try
        {
            await RunAsync(run, args.Shard, job, ct);
        }
        catch (SecretsUnreadableException e)
        {
            // Another attempt would find them no better.
            await closing.AbortAsync(run.Id, $"The run was given up: {e.Message}", isCancelled: false, CancellationToken.None);
            throw new JobAbandonedException(e.Message);
        }
        catch (Exception e) when (job.IsLastAttempt && e is not OperationCanceledException and not LeaseLostException)
        {
            log.LogError(e, "Run {RunId} is given up: shard {Shard} failed {Attempts} times.", run.Id, args.Shard, job.Attempt);
            await closing.AbortAsync(run.Id, $"The run was given up after {job.Attempt} attempts: {e.Message}", isCancelled: false, CancellationToken.None);
            throw;
        }
    }

    private async Task RunAsync(RunRow run, int shard, JobContext job, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await using var watch = await RunEndWatch.StartAsync(runs, notifications, run.Id, options.StateInterval, stop, log, ct);
        var writer = new ResultWriter(source, run, job, options, clock);
        var starts = new CaseStarts(source, run.Id, job);
        var cases = new ShardCases(source, run, shard, () => writer.IsRunOver || (run.Choices.FailFast && (run.Bad > 0 || writer.Bad > 0)));
        if (await requests.BuildAsync(run, cases, starts, ct) is not { } request)
        {
            await closing.AbortAsync(run.Id, $"The environment '{run.EnvironmentName}' of this run was deleted before all of its cases had run; make it again, or start the suite in another environment.", isCancelled: false, ct);
            return;
        }

        // In the order of whose failure explains the others.
        Task[] work = [StopOnFailureAsync(writer.WriteAllAsync, stop), StopOnFailureAsync(starts.WriteAllAsync, stop), PumpAsync(run, shard, request, cases, writer, starts, stop)];
        await Task.WhenAll(work);
        ct.ThrowIfCancellationRequested();
        if (stop.IsCancellationRequested || writer.IsRunOver) return; // Somebody ended the run; there is nothing left to close.
        await FinishAsync(run, shard, job, ct);
    }

    /// <summary>Cases in, results out; at the end both writers are told that nothing more comes.</summary>
    private async Task PumpAsync(RunRow run, int shard, RunRequest request, ShardCases cases, ResultWriter writer, CaseStarts starts, CancellationTokenSource stop)
    {
        try
        {
            foreach (var caseId in await CaseStarts.InterruptedAsync(source, run, shard, stop.Token))
            {
                cases.Exclude(caseId);
                await writer.AddAsync([ResultRow.Interrupted(caseId, clock.GetUtcNow())], CancellationToken.None);
            }

            await foreach (var runEvent in CaseRunner.RunAsync(request, clock, stop.Token))
                if (runEvent is CaseFinished { Result: var result } && cases.Collect(result) is { } attempts) await writer.AddAsync(attempts, CancellationToken.None);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The caller tells apart who stopped it.
        }
        finally
        {
            starts.Complete();
            writer.Complete();
        }
    }

    /// <summary>
    /// When results or notes cannot be written, no further case may be sent. Stopping does not stop the writing: what has ended by then is
    /// kept, and the end of the cases ends it.
    /// </summary>
    private static async Task StopOnFailureAsync(Func<CancellationToken, Task> write, CancellationTokenSource stop)
    {
        try
        {
            await write(CancellationToken.None);
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private async Task FinishAsync(RunRow run, int shard, JobContext job, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await job.DemandLeaseAsync(transaction, ct);
        await closing.FinishShardAsync(transaction, run, shard, ct);
        await transaction.CommitAsync(ct);
    }
}
