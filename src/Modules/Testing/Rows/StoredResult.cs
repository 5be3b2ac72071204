using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Testing.Rows;

/// <summary>
/// Table <c>test_results</c> (S004-DATA-09): one attempt at one case. Partitioned by <see cref="RunDay"/>, so that old days are dropped
/// and not deleted; the functions <c>testing.make_result_partitions</c> and <c>testing.drop_result_partitions</c> do both as their owner,
/// because the server's role makes and drops no tables.
/// </summary>
internal sealed class StoredResult
{
    public long Id { get; set; }

    /// <summary>UTC day of the run's creation.</summary>
    public DateOnly RunDay { get; set; }

    public int RunId { get; set; }

    public int TestCaseId { get; set; }

    /// <summary>Counted from 1.</summary>
    public int Attempt { get; set; }

    /// <summary>The attempt that counts.</summary>
    public bool IsFinal { get; set; }

    /// <summary>It passed, after an attempt that did not.</summary>
    public bool Flaky { get; set; }

    /// <summary><c>passed</c>, <c>failed</c>, <c>skipped</c> or <c>error</c>.</summary>
    public required string Status { get; set; }

    /// <summary>Short and stable, such as <c>auth_error</c> (T004-72).</summary>
    public string? Reason { get; set; }

    /// <summary>Failures with one cause share it.</summary>
    public string? CauseKey { get; set; }

    public string? Message { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public double? DurationMs { get; set; }

    public string? ResponseJson { get; set; }

    public string? ErrorMessage { get; set; }

    public string? AssertionResultsJson { get; set; }

    public string? ScreenshotPath { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StoredResult>
    {
        public void Configure(EntityTypeBuilder<StoredResult> builder)
        {
            builder.ToTable("test_results");
            builder.HasKey(r => new { r.Id, r.RunDay });
            builder.Property(r => r.Id).HasDefaultValueSql("nextval('testing.test_results_id_seq')");
            builder.Property(r => r.Attempt).HasDefaultValue(1);
            builder.Property(r => r.IsFinal).HasDefaultValue(true);
            builder.Property(r => r.Flaky).HasDefaultValue(false);
            builder.Property(r => r.Status).HasMaxLength(50);
            builder.Property(r => r.Reason).HasMaxLength(50);
            builder.Property(r => r.CauseKey).HasMaxLength(200);
            builder.Property(r => r.ResponseJson).HasColumnType("jsonb");
            builder.Property(r => r.AssertionResultsJson).HasColumnType("jsonb");
            builder.Property(r => r.ScreenshotPath).HasMaxLength(500);
            builder.HasIndex(r => new { r.RunDay, r.RunId, r.TestCaseId, r.Attempt }).IsUnique().HasDatabaseName("ix_test_results_attempt");
            builder.HasIndex(r => new { r.RunId, r.Id }).HasDatabaseName("ix_test_results_run");
            builder.HasIndex(r => new { r.TestCaseId, r.Id }).HasDatabaseName("ix_test_results_case");
            builder.HasOne<StoredRun>().WithMany().HasForeignKey(r => r.RunId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<StoredCase>().WithMany().HasForeignKey(r => r.TestCaseId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
