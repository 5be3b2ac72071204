using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Testing.Rows;

/// <summary>Table <c>test_runs</c> (S004-DATA-08), with its counters.</summary>
internal sealed class StoredRun
{
    public int Id { get; set; }

    public int SuiteId { get; set; }

    public int? EnvironmentId { get; set; }

    /// <summary>The suite's name when it ran.</summary>
    public required string SuiteName { get; set; }

    /// <summary>The environment's name when it ran; stays when the environment is deleted.</summary>
    public string? EnvironmentName { get; set; }

    public required string BaseUrl { get; set; }

    /// <summary><c>pending</c>, <c>running</c>, <c>passed</c>, <c>failed</c> or <c>error</c>.</summary>
    public required string Status { get; set; }

    public required string TriggeredBy { get; set; }

    public int Seed { get; set; }

    /// <summary>What the caller and the suite decided about this run, as JSON.</summary>
    public required string Options { get; set; }

    public int Shards { get; set; }

    /// <summary>One bit a finished shard.</summary>
    public int ShardsDone { get; set; }

    public bool CancelRequested { get; set; }

    public int TotalTests { get; set; }

    public int Passed { get; set; }

    public int Failed { get; set; }

    public int Skipped { get; set; }

    public int Errors { get; set; }

    public int Flaky { get; set; }

    public int FindingsConfirmed { get; set; }

    /// <summary>Why a run without a verdict has none.</summary>
    public string? Message { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public long? DurationMs { get; set; }

    public string? LogsJson { get; set; }

    public string? ArtifactsJson { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StoredRun>
    {
        public void Configure(EntityTypeBuilder<StoredRun> builder)
        {
            builder.ToTable("test_runs");
            builder.Property(r => r.SuiteName).HasMaxLength(100);
            builder.Property(r => r.EnvironmentName).HasMaxLength(100);
            builder.Property(r => r.BaseUrl).HasMaxLength(2000);
            builder.Property(r => r.Status).HasMaxLength(50).HasDefaultValue("pending");
            builder.Property(r => r.TriggeredBy).HasMaxLength(100).HasDefaultValue("manual");
            builder.Property(r => r.Seed).HasDefaultValue(1);
            builder.Property(r => r.Options).HasColumnType("jsonb").HasDefaultValueSql("'{}'");
            builder.Property(r => r.Shards).HasDefaultValue(1);
            foreach (var counter in new[] { "ShardsDone", "TotalTests", "Passed", "Failed", "Skipped", "Errors", "Flaky", "FindingsConfirmed" })
                builder.Property(counter).HasDefaultValue(0);
            builder.Property(r => r.CancelRequested).HasDefaultValue(false);
            builder.Property(r => r.LogsJson).HasColumnType("jsonb");
            builder.Property(r => r.ArtifactsJson).HasColumnType("jsonb");
            builder.Property(r => r.CreatedAt).HasDefaultValueSql("now()");
            builder.HasIndex(r => new { r.SuiteId, r.EnvironmentId, r.Id }).IsDescending(false, false, true);
            builder.HasIndex(r => r.EnvironmentId);
            builder.HasIndex(r => r.Id).HasFilter("status = 'running'").HasDatabaseName("ix_test_runs_running");
            builder.HasOne<StoredSuite>().WithMany().HasForeignKey(r => r.SuiteId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
