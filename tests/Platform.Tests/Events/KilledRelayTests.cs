using System.Diagnostics;
using System.Globalization;
using Alicerce.Harness;
using Alicerce.Platform.Data;
using Npgsql;

namespace Alicerce.Platform.Tests.Events;

/// <summary><c>kill -9</c> of processes that relay facts and work on them: each fact has its effect once, and what fails for good stays to be looked at.</summary>
public sealed class KilledRelayTests
{
    private const int Writers = 4;
    private const int FactsOfAWriter = 60;
    private const int Facts = Writers * FactsOfAWriter;
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Alicerce.EventsProcess.dll");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Trap", "T001-38")]
    public async Task Killed_processes_lose_no_fact_and_double_no_effect()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("ALICERCE_KILL_ROUNDS") ?? "2", CultureInfo.InvariantCulture);
        for (var round = 0; round < rounds; round++) await RoundAsync();
    }

    private static async Task RoundAsync()
    {
        await using var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
        await using (var owner = NpgsqlDataSource.Create(database.SuperuserConnectionString))
        await using (var command = owner.CreateCommand("CREATE TABLE ledger (event_id uuid, entry int); GRANT SELECT, INSERT ON ledger TO public"))
            await command.ExecuteNonQueryAsync(Ct);

        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(database, writer)));
        var processes = new List<Process> { Start(database), Start(database) };
        try
        {
            // Each time some more is done, one of the two is killed in the middle of it and another takes its place.
            foreach (var share in new[] { 0.1, 0.3, 0.5, 0.7 })
            {
                await Eventually.BecomesTrueAsync(async () => await CountAsync(database, "ledger") >= share * Facts, $"{share:P0} of the effects are there", Ct);
                processes[0].Kill();
                processes[0].Dispose();
                processes.RemoveAt(0);
                processes.Add(Start(database));
            }

            await writing;
            await Eventually.BecomesTrueAsync(
                async () => await CountAsync(database, "platform.outbox WHERE relayed_at IS NULL") == 0 && await CountAsync(database, "platform.jobs WHERE state IN ('queued', 'running')") == 0,
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

        (await CountAsync(database, "ledger")).ShouldBe(Facts);
        (await CountAsync(database, "(SELECT DISTINCT entry FROM ledger WHERE entry >= 0) entries")).ShouldBe(Facts);
        (await CountAsync(database, "platform.jobs WHERE type = 'consumer.ledger.book' AND state = 'succeeded'")).ShouldBe(Facts);
        (await CountAsync(database, "platform.jobs WHERE type = 'consumer.ledger.failing' AND state = 'dead'")).ShouldBe(Facts);
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

    private static Process Start(TestDatabase database) =>
        Process.Start(new ProcessStartInfo("dotnet", [Program, database.Address.AppConnectionString]) { UseShellExecute = false })!;

    private static async Task<long> CountAsync(TestDatabase database, string from)
    {
        await using var command = database.Source.CreateCommand($"SELECT count(*) FROM {from}");
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }
}
