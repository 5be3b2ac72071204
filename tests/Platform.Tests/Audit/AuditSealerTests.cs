using Alicerce.Platform.Audit;

namespace Alicerce.Platform.Tests.Audit;

/// <summary>Every committed row is sealed once, in one chain, whoever seals and whenever its transaction ends.</summary>
public sealed class AuditSealerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_transaction_that_ends_late_is_sealed_late_and_breaks_nothing()
    {
        await using var audited = await AuditedDatabase.CreateAsync(Ct);
        await using var slow = await audited.Database.Source.OpenConnectionAsync(Ct);
        await using var transaction = await slow.BeginTransactionAsync(Ct);
        await audited.Log.WriteAsync(transaction, AuditedDatabase.Entry(1), Ct);
        await using (var gone = await audited.Database.Source.OpenConnectionAsync(Ct))
        await using (var rolledBack = await gone.BeginTransactionAsync(Ct)) await audited.Log.WriteAsync(rolledBack, AuditedDatabase.Entry(2), Ct);

        await audited.WriteSealedAsync(3, Ct);
        (await audited.Verifier.VerifyAsync(Ct)).ShouldSatisfyAllConditions(report => report.Fault.ShouldBeNull(), report => report.Sealed.ShouldBe(3));
        await transaction.CommitAsync(Ct);
        await audited.Sealer.SealAsync(Ct);

        (await audited.Verifier.VerifyAsync(Ct)).ShouldSatisfyAllConditions(report => report.Fault.ShouldBeNull(), report => report.Sealed.ShouldBe(4));
        (await audited.ScalarAsync<long>("SELECT seal_no FROM platform.audit_log ORDER BY id LIMIT 1", Ct)).ShouldBe(4);
    }

    [Fact]
    public async Task Many_writers_and_sealers_that_come_and_go_make_one_chain()
    {
        const int Writers = 8;
        const int RowsEach = 100;
        await using var audited = await AuditedDatabase.CreateAsync(Ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var sealers = Enumerable.Range(0, 3).Select(_ => SealUntilStoppedAsync(audited, stop.Token)).ToList();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            for (var i = 0; i < RowsEach; i++) await audited.Log.WriteAsync(audited.Database.Source, AuditedDatabase.Entry(i), Ct);
        }));
        await stop.CancelAsync();
        await Task.WhenAll(sealers);
        await audited.Sealer.SealAsync(Ct);

        var report = await audited.Verifier.VerifyAsync(Ct);
        report.Fault.ShouldBeNull();
        report.Sealed.ShouldBe(Writers * RowsEach);
    }

    [Fact]
    public async Task More_rows_than_a_batch_are_sealed_in_one_go()
    {
        await using var audited = await AuditedDatabase.CreateAsync(Ct);
        await using (var connection = await audited.Database.Source.OpenConnectionAsync(Ct))
        await using (var transaction = await connection.BeginTransactionAsync(Ct))
        {
            await audited.Log.WriteAsync(transaction, [.. Enumerable.Range(0, (2 * AuditSealer.BatchSize) + 1).Select(AuditedDatabase.Entry)], Ct);
            await transaction.CommitAsync(Ct);
        }

        await audited.Sealer.SealAsync(Ct);

        (await audited.Verifier.VerifyAsync(Ct)).ShouldSatisfyAllConditions(report => report.Fault.ShouldBeNull(), report => report.Sealed.ShouldBe((2 * AuditSealer.BatchSize) + 1));
    }

    [Fact]
    public async Task A_sealer_that_died_between_commit_and_head_loses_nothing()
    {
        await using var audited = await AuditedDatabase.CreateAsync(Ct);
        await audited.WriteSealedAsync(3, Ct);
        var old = AuditHead.Read(audited.Root);
        await audited.WriteSealedAsync(2, Ct);
        old.Keep(audited.Root);

        await audited.WriteSealedAsync(1, Ct);

        var report = await audited.Verifier.VerifyAsync(Ct);
        report.Fault.ShouldBeNull();
        report.Kept.Number.ShouldBe(6);
    }

    [Fact]
    public async Task Every_process_keeps_the_head_whoever_seals()
    {
        await using var audited = await AuditedDatabase.CreateAsync(Ct);
        await audited.Log.WriteAsync(audited.Database.Source, AuditedDatabase.Entry(1), Ct);

        await audited.NewSealer().SealAsync(Ct);
        await audited.Sealer.SealAsync(Ct);

        AuditHead.Read(audited.Root).Number.ShouldBe(1);
        File.GetUnixFileMode(AuditHead.PathIn(audited.Root)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>Each time a new one, as if its process had been killed, some in the middle of their work.</summary>
    private static async Task SealUntilStoppedAsync(AuditedDatabase audited, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var killed = new CancellationTokenSource(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 40)));
            try
            {
                var sealer = audited.NewSealer();
                while (true) await sealer.SealAsync(killed.Token);
            }
            catch (Exception e) when (e is OperationCanceledException || (e is Npgsql.NpgsqlException && killed.IsCancellationRequested))
            {
                // That is how it dies.
            }
        }
    }
}
