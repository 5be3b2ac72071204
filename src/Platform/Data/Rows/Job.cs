using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>One piece of queued work (D6). Only the queue writes it; this view serves reading.</summary>
public sealed class Job
{
    public long Id { get; set; }

    public required string Type { get; set; }

    /// <summary>Arguments as JSON.</summary>
    public required string Args { get; set; }

    /// <summary><c>queued</c>, <c>running</c>, <c>succeeded</c>, <c>dead</c> or <c>cancelled</c>.</summary>
    public required string State { get; set; }

    /// <summary>Higher goes first.</summary>
    public short Priority { get; set; }

    public DateTimeOffset RunAt { get; set; }

    public int Attempts { get; set; }

    public int MaxAttempts { get; set; }

    /// <summary>While a job with this key is queued or running, enqueueing it again gives that one.</summary>
    public string? UniqueKey { get; set; }

    /// <summary>Number of the claim: it grows with each, and only the newest holder may finish the job.</summary>
    public long Fence { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public bool CancelRequested { get; set; }

    public int ProgressDone { get; set; }

    public int? ProgressTotal { get; set; }

    public string? ProgressMessage { get; set; }

    public string? LastError { get; set; }

    public string? CorrelationId { get; set; }

    /// <summary>The span that it was enqueued in, as W3C <c>traceparent</c>.</summary>
    public string? TraceParent { get; set; }

    public int? ProjectId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Job>
    {
        public void Configure(EntityTypeBuilder<Job> builder)
        {
            builder.ToTable("jobs", table => table.HasCheckConstraint("ck_jobs_state", "state IN ('queued', 'running', 'succeeded', 'dead', 'cancelled')"));
            builder.Property(j => j.Type).HasMaxLength(100);
            builder.Property(j => j.Args).HasColumnType("jsonb");
            builder.Property(j => j.State).HasMaxLength(20).HasDefaultValue("queued").HasSentinel("");
            builder.Property(j => j.UniqueKey).HasMaxLength(200);
            builder.Property(j => j.ProgressMessage).HasMaxLength(500);
            builder.Property(j => j.LastError).HasMaxLength(4000);
            builder.Property(j => j.CorrelationId).HasMaxLength(64);
            builder.Property(j => j.TraceParent).HasMaxLength(55);
            builder.Property(j => j.CreatedAt).HasDefaultValueSql("now()");

            // The claim walks this index in its order and stops at the batch size, however many finished jobs there are.
            builder.HasIndex(j => new { j.Priority, j.RunAt, j.Id }).IsDescending(true, false, false).HasFilter("state = 'queued'").HasDatabaseName("ix_jobs_claim");
            builder.HasIndex(j => j.LeaseUntil).HasFilter("state = 'running'").HasDatabaseName("ix_jobs_leases");
            builder.HasIndex(j => j.UniqueKey).IsUnique().HasFilter("state IN ('queued', 'running')").HasDatabaseName("ix_jobs_unique_key");
            builder.HasIndex(j => j.Id).HasFilter("state = 'dead'").HasDatabaseName("ix_jobs_dead");
            builder.HasIndex(j => j.FinishedAt).HasFilter("finished_at IS NOT NULL").HasDatabaseName("ix_jobs_finished");
        }
    }
}
