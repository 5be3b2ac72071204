using System.Diagnostics;
using Alicerce.Harness;
using Alicerce.Platform.Data;

namespace Alicerce.Platform.Tests.Events;

/// <summary><c>kill -9</c> of processes that relay facts and work on them: each fact has its effect once, and what fails for good stays to be looked at.</summary>
public sealed class KilledRelayTests
{
    private const int Writers = 4;
    private const int FactsOfAWriter = 60;
    private const int Facts = Writers * FactsOfAWriter;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Trap", "T001-38")]
    public async Task Killed_processes_lose_no_fact_and_double_no_effect()
    {
        for (var round = 0; round < LedgerProcess.Rounds; round++) await RoundAsync();
    }

    private static async Task RoundAsync()
    {
        await using var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
        await LedgerProcess.CreateLedgerAsync(database, Ct);
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(database, writer)));
        var processes = new List<Process> { LedgerProcess.Start(database), LedgerProcess.Start(database) };
        try
        {
            // Each time some more is done, one of the two is killed in the middle of it and another takes its place.
            foreach (var share in new[] { 0.1, 0.3, 0.5, 0.7 })
            {
                await Eventually.BecomesTrueAsync(async () => await LedgerProcess.CountAsync(database, "ledger") >= share * Facts, $"{share:P0} of the effects are there", Ct);
                processes[0].Kill();
                processes[0].Dispose();
                processes.RemoveAt(0);
                processes.Add(LedgerProcess.Start(database));
            }

            await writing;
            await Eventually.BecomesTrueAsync(
                async () => await LedgerProcess.CountAsync(database, "platform.outbox WHERE relayed_at IS NULL") == 0 && await LedgerProcess.CountAsync(database, "platform.jobs WHERE state IN ('queued', 'running')") == 0,
                "everything is done", Ct);
        }
        finally
        {
            foreach (var process in processes)
            {
                process.Kill();
                process.Dispose();
            }
        }

        (await LedgerProcess.CountAsync(database, "ledger")).ShouldBe(Facts);
        (await LedgerProcess.CountAsync(database, "(SELECT DISTINCT entry FROM ledger WHERE entry >= 0) entries")).ShouldBe(Facts);
        (await LedgerProcess.CountAsync(database, "platform.jobs WHERE type = 'consumer.ledger.book' AND state = 'succeeded'")).ShouldBe(Facts);
        (await LedgerProcess.CountAsync(database, "platform.jobs WHERE type = 'consumer.ledger.failing' AND state = 'dead'")).ShouldBe(Facts);
    }

    /// <summary>One fact a transaction; each is followed by one that is taken back.</summary>
    private static async Task WriteAsync(TestDatabase database, int writer)
    {
        await using var connection = await database.Source.OpenConnectionAsync(Ct);
        for (var i = 0; i < FactsOfAWriter; i++)
        {
            await using (var kept = await connection.BeginTransactionAsync(Ct))
            {
                await Outbox.WriteAsync(kept, [FactOf((writer * FactsOfAWriter) + i)], Ct);
                await kept.CommitAsync(Ct);
            }

            await using var undone = await connection.BeginTransactionAsync(Ct);
            await Outbox.WriteAsync(undone, [FactOf(-1)], Ct);
            await undone.RollbackAsync(Ct);
        }
    }

    private static Fact FactOf(int entry) => new("ledger.entry", null, $"{entry}", entry);
}
