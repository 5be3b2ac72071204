using Npgsql;

namespace Alicerce.Platform.Tests.Audit;

/// <summary>Whoever has the database and not the key cannot change the audit log unseen.</summary>
public sealed class AuditVerifierTests
{
    private const string SaveOldState = "CREATE TABLE old_state AS SELECT * FROM platform.audit_log";
    private const string PutOldStateBack = "TRUNCATE platform.audit_log; INSERT INTO platform.audit_log SELECT * FROM old_state";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_log_that_nobody_touched_is_sound()
    {
        await using var audited = await AuditedDatabase.CreateAsync(Ct);
        await audited.WriteSealedAsync(5, Ct);

        var report = await audited.Verifier.VerifyAsync(Ct);

        report.Fault.ShouldBeNull();
        (report.Sealed, report.Kept.Number).ShouldBe((5, 5));
    }

    [Theory]
    [InlineData("UPDATE platform.audit_log SET actor = 'user:9' WHERE seal_no = 3", "changed", 3)]
    [InlineData("UPDATE platform.audit_log SET at = at - interval '1 day' WHERE seal_no = 3", "out_of_order", 3)]
    [InlineData("UPDATE platform.audit_log SET details = '{}' WHERE seal_no = 3", "changed", 3)]
    [InlineData("UPDATE platform.audit_log SET project_id = 7 WHERE seal_no = 3", "changed", 3)]
    [InlineData("DELETE FROM platform.audit_log WHERE seal_no = 3", "missing", 3)]
    [InlineData("DELETE FROM platform.audit_log WHERE seal_no = 1", "missing", 1)]
    [InlineData("DELETE FROM platform.audit_log WHERE seal_no = 5", "set_back", 5)]
    [InlineData("DELETE FROM platform.audit_log WHERE seal_no > 1", "set_back", 2)]
    [InlineData("DELETE FROM platform.audit_log WHERE seal_no = 2; UPDATE platform.audit_log SET seal_no = seal_no - 1 WHERE seal_no > 2", "out_of_order", 2)]
    [InlineData("TRUNCATE platform.audit_log", "set_back", 1)]
    [InlineData("UPDATE platform.audit_log SET seal_no = NULL WHERE seal_no = 2", "missing", 2)]
    [InlineData("UPDATE platform.audit_log SET seal_no = 99 WHERE seal_no = 2; UPDATE platform.audit_log SET seal_no = 2 WHERE seal_no = 3; UPDATE platform.audit_log SET seal_no = 3 WHERE seal_no = 99", "out_of_order", 2)]
    [InlineData("DROP INDEX platform.ix_audit_log_seal_no; INSERT INTO platform.audit_log (event_id, actor, action, subject_type, details, outcome, key_id, mac, seal_no, seal) SELECT gen_random_uuid(), actor, action, subject_type, details, outcome, key_id, mac, 3, seal FROM platform.audit_log WHERE seal_no = 3", "missing", 4)]
    [InlineData("INSERT INTO platform.audit_log (event_id, actor, action, subject_type, details, outcome, key_id, mac, seal_no, seal) SELECT gen_random_uuid(), actor, action, subject_type, details, outcome, key_id, mac, 6, seal FROM platform.audit_log WHERE seal_no = 5", "changed", 6)]
    [InlineData("UPDATE platform.audit_log SET key_id = 'another' WHERE seal_no = 4", "unknown_key", 4)]
    public async Task Whatever_is_done_to_sealed_rows_is_found_and_the_first_wrong_row_is_named(string tampering, string kind, int number)
    {
        await using var audited = await AuditedDatabase.CreateAsync(Ct);
        await audited.WriteSealedAsync(5, Ct);

        await audited.TamperAsync(tampering, Ct);

        var fault = (await audited.Verifier.VerifyAsync(Ct)).Fault.ShouldNotBeNull();
        (fault.Kind, fault.Number).ShouldBe((kind, number));
    }

    [Fact]
    public async Task A_row_put_in_by_hand_is_never_sealed_and_is_named()
    {
        await using var audited = await AuditedDatabase.CreateAsync(Ct);
        await audited.WriteSealedAsync(2, Ct);
        var id = await audited.ScalarAsync<long>(
            "INSERT INTO platform.audit_log (event_id, actor, action, subject_type, details, outcome, key_id, mac) SELECT gen_random_uuid(), actor, action, subject_type, details, outcome, key_id, mac FROM platform.audit_log WHERE seal_no = 1 RETURNING id", Ct);
        await audited.Log.WriteAsync(audited.Database.Source, AuditedDatabase.Entry(3), Ct);

        await audited.Sealer.SealAsync(Ct);

        var report = await audited.Verifier.VerifyAsync(Ct);
        report.Sealed.ShouldBe(3);
        report.Fault.ShouldNotBeNull().ShouldSatisfyAllConditions(fault => fault.Kind.ShouldBe("unsealed"), fault => fault.RowId.ShouldBe(id));
        audited.SealersLog.Text.ShouldContain($"row {id} was changed before it was sealed");
    }

    [Fact]
    public async Task A_row_that_nobody_seals_is_named()
    {
        await using var audited = await AuditedDatabase.CreateAsync(Ct);
        await audited.Log.WriteAsync(audited.Database.Source, AuditedDatabase.Entry(1), Ct);

        (await audited.Verifier.VerifyAsync(Ct)).Fault.ShouldNotBeNull().ShouldSatisfyAllConditions(fault => fault.Kind.ShouldBe("unsealed"), fault => fault.RowId.ShouldBe(1));
    }

    [Fact]
    public async Task A_row_that_waits_while_a_sealer_is_at_work_is_no_fault()
    {
        await using var audited = await AuditedDatabase.CreateAsync(Ct);
        await audited.Log.WriteAsync(audited.Database.Source, AuditedDatabase.Entry(1), Ct);

        var verification = audited.Verifier.VerifyAsync(Ct);
        await audited.Sealer.SealAsync(Ct);

        (await verification).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task An_old_state_put_back_is_found_and_nothing_more_is_sealed_over_it()
    {
        await using var audited = await AuditedDatabase.CreateAsync(Ct);
        await audited.WriteSealedAsync(3, Ct);
        await audited.TamperAsync(SaveOldState, Ct);
        await audited.WriteSealedAsync(2, Ct);

        await audited.TamperAsync(PutOldStateBack, Ct);
        await audited.Log.WriteAsync(audited.Database.Source, AuditedDatabase.Entry(9), Ct);

        (await audited.Sealer.SealAsync(Ct)).ShouldBeFalse();
        audited.SealersLog.Text.ShouldContain("was set back");
        (await audited.Verifier.VerifyAsync(Ct)).Fault.ShouldNotBeNull().Kind.ShouldBe("set_back");
    }

    [Fact]
    public async Task An_old_state_that_went_on_elsewhere_is_found_by_the_head_that_is_kept_here()
    {
        await using var audited = await AuditedDatabase.CreateAsync(Ct);
        await audited.WriteSealedAsync(3, Ct);
        await audited.TamperAsync(SaveOldState, Ct);
        await audited.WriteSealedAsync(2, Ct);

        await audited.TamperAsync(PutOldStateBack, Ct);
        for (var i = 0; i < 4; i++) await audited.Log.WriteAsync(audited.Database.Source, AuditedDatabase.Entry(i), Ct);
        (await audited.NewSealer().SealAsync(Ct)).ShouldBeTrue();

        var fault = (await audited.Verifier.VerifyAsync(Ct)).Fault.ShouldNotBeNull();
        (fault.Kind, fault.Number).ShouldBe(("set_back", 5L));
    }

    [Theory]
    [InlineData("UPDATE platform.audit_log SET actor = 'user:9'")]
    [InlineData("UPDATE platform.audit_log SET seal_no = 7 WHERE seal_no = 1")]
    [InlineData("DELETE FROM platform.audit_log")]
    [InlineData("TRUNCATE platform.audit_log")]
    public async Task The_servers_own_role_can_neither_change_nor_delete_what_was_written(string sql)
    {
        await using var audited = await AuditedDatabase.CreateAsync(Ct);
        await audited.WriteSealedAsync(1, Ct);
        await using var command = audited.Database.Source.CreateCommand(sql);

        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Ct))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }
}
