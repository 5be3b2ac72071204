using System.Threading.Channels;
using Alicerce.Platform.Jobs;
using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>
/// Writes a shard's results in batches of 100 or every 50 ms, whichever comes first. Each batch is one transaction that demands the job's
/// lease, so a worker that is too late writes nothing. All attempts of a case are written together: a case without a final result has no rows.
/// </summary>
internal sealed class ResultWriter(NpgsqlDataSource source, RunRow run, JobContext job, RunOptions options, TimeProvider clock)
{
    private readonly Channel<IReadOnlyList<ResultRow>> _cases =
        Channel.CreateBounded<IReadOnlyList<ResultRow>>(new BoundedChannelOptions(4 * options.BatchSize) { SingleReader = true });

    /// <summary>Final failures and errors of the whole run, other shards included, as of the last batch.</summary>
    public int Bad { get; private set; }

    /// <summary>Somebody ended the run: what comes now is not written.</summary>
    public bool IsRunOver { get; private set; }

    /// <param name="attempts">All attempts of one case, the final one last.</param>
    public ValueTask AddAsync(IReadOnlyList<ResultRow> attempts, CancellationToken ct) => _cases.Writer.WriteAsync(attempts, ct);

    /// <summary>No more results come; <see cref="WriteAllAsync"/> ends when the rest is written.</summary>
    public void Complete() => _cases.Writer.TryComplete();

    /// <summary>Runs until <see cref="Complete"/>, or throws what kept it from writing.</summary>
    /// <exception cref="LeaseLostException">Another worker has the shard.</exception>
    public async Task WriteAllAsync(CancellationToken ct)
    {
        var batch = new List<ResultRow>(options.BatchSize);
        try
        {
            while (await _cases.Reader.WaitToReadAsync(ct))
            {
                await FillAsync(batch, ct);
                if (!IsRunOver) await WriteAsync(batch, ct);
                batch.Clear();
            }
        }
        catch (Exception e)
        {
            _cases.Writer.TryComplete(e); // Whoever still adds learns why nobody writes.
            throw;
        }
    }

    private async Task FillAsync(List<ResultRow> batch, CancellationToken ct)
    {
        using var delay = new CancellationTokenSource(options.BatchDelay, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(delay.Token, ct);
        try
        {
            do
            {
                while (batch.Count < options.BatchSize && _cases.Reader.TryRead(out var attempts)) batch.AddRange(attempts);
            }
            while (batch.Count < options.BatchSize && await _cases.Reader.WaitToReadAsync(either.Token));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The first of them has waited long enough.
        }
    }

    private async Task WriteAsync(List<ResultRow> batch, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await job.DemandLeaseAsync(transaction, ct);
        if (await ResultBatch.WriteAsync(transaction, run, batch, ct) is { } bad)
        {
            await transaction.CommitAsync(ct);
            Bad = bad;
        }
        else
        {
            IsRunOver = true;
        }
    }
}
