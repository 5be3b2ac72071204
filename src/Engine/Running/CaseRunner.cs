using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Alicerce.Engine.Cases;

namespace Alicerce.Engine.Running;

/// <summary>
/// Runs cases in parallel and tells what happens as one stream (S004-RUN-02, -03, -10).
/// <code>
/// cases ─(bounded)→ workers ─(bounded)→ events → the one who listens
/// </code>
/// Both channels are bounded and nothing is kept, so memory does not grow with the number of cases, and a slow listener slows the run.
/// </summary>
public static class CaseRunner
{
    /// <summary>
    /// Cancelling <paramref name="ct"/> ends the stream in order: cases under way end as skipped, then comes <see cref="RunFinished"/> with
    /// <see cref="RunSummary.Cancelled"/>. Whatever reading <see cref="RunRequest.Cases"/> throws is thrown here.
    /// </summary>
    public static async IAsyncEnumerable<RunEvent> RunAsync(RunRequest request, TimeProvider time, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(time);
        using var context = new RunContext(request, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var parallel = Math.Max(1, request.Limits.Parallel);
        var cases = Channel.CreateBounded<TestCase>(new BoundedChannelOptions(parallel) { SingleWriter = true });
        var results = Channel.CreateBounded<CaseResult>(new BoundedChannelOptions(parallel * 4) { SingleReader = true });
        var tally = new RunTally();
        var started = time.GetTimestamp();

        yield return new RunStarted(time.GetUtcNow(), request.SuiteName, request.Target.BaseUrl.GetLeftPart(UriPartial.Path), request.Target.Name, request.Total, request.Seed);
        var work = WorkAsync(context, cases, results, parallel, enough, stop.Token);
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(CancellationToken.None))
            {
                if (tally.Count(result) && request.FailFast) await enough.CancelAsync();
                yield return new CaseFinished(result);
            }
            await work;
        }
        finally
        {
            await stop.CancelAsync(); // The listener may have left early: nobody reads results any more.
            while (!work.IsCompleted)
            {
                while (results.Reader.TryRead(out _)) { }
                await Task.WhenAny(work, results.Reader.WaitToReadAsync(CancellationToken.None).AsTask());
            }
        }
        yield return new RunFinished(time.GetUtcNow(), tally.Summary(time.GetElapsedTime(started), ct.IsCancellationRequested));
    }

    /// <summary>Ends when every case is done; the results are complete then, with the failure of the source of cases if it had one.</summary>
    private static async Task WorkAsync(
        RunContext context, Channel<TestCase> cases, Channel<CaseResult> results, int parallel, CancellationTokenSource enough, CancellationToken stop)
    {
        var tasks = new List<Task> { Task.Run(() => FeedAsync(context.Run.Cases, cases.Writer, enough.Token), CancellationToken.None) };
        for (var i = 0; i < parallel; i++)
            tasks.Add(Task.Run(() => RunWorkerAsync(new CaseWorker(context, results.Writer), cases.Reader, enough, stop), CancellationToken.None));
        try
        {
            await Task.WhenAll(tasks);
        }
        finally
        {
            results.Writer.Complete();
        }
    }

    /// <summary>A worker that breaks stops the run: the others would wait for ever on a channel that fewer and fewer read.</summary>
    private static async Task RunWorkerAsync(CaseWorker worker, ChannelReader<TestCase> cases, CancellationTokenSource enough, CancellationToken stop)
    {
        try
        {
            await worker.RunAsync(cases, enough.Token, stop);
        }
        catch
        {
            await enough.CancelAsync();
            throw;
        }
    }

    private static async Task FeedAsync(IAsyncEnumerable<TestCase> source, ChannelWriter<TestCase> cases, CancellationToken enough)
    {
        try
        {
            await foreach (var testCase in source.WithCancellation(enough)) await cases.WriteAsync(testCase, enough);
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            return; // Stopping early is not a failure; the summary says so.
        }
        finally
        {
            cases.Complete();
        }
    }
}
