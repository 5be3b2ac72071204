using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>A fact, written in the transaction of its change (D5). The changes stream and the relay read it in order of <see cref="Id"/>.</summary>
public sealed class OutboxEntry
{
    public long Id { get; set; }

    public Guid EventId { get; set; }

    /// <summary>Stable written name such as <c>project.created</c>, never a class name.</summary>
    public required string Type { get; set; }

    public int? ProjectId { get; set; }

    /// <summary>Id of the thing that changed, as text.</summary>
    public required string SubjectId { get; set; }

    /// <summary>The fact itself as JSON.</summary>
    public required string Payload { get; set; }

    public string? CorrelationId { get; set; }

    /// <summary>The writing transaction: readers wait for older ones to end, so that no id is skipped.</summary>
    public ulong TransactionId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When its jobs were enqueued; null while the relay has not seen it.</summary>
    public DateTimeOffset? RelayedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<OutboxEntry>
    {
        public void Configure(EntityTypeBuilder<OutboxEntry> builder)
        {
            builder.ToTable("outbox");
            builder.Property(o => o.Type).HasMaxLength(100);
            builder.Property(o => o.SubjectId).HasMaxLength(100);
            builder.Property(o => o.Payload).HasColumnType("jsonb");
            builder.Property(o => o.CorrelationId).HasMaxLength(64);
            builder.Property(o => o.EventId).HasDefaultValueSql("gen_random_uuid()");
            builder.Property(o => o.TransactionId).HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()");
            builder.Property(o => o.CreatedAt).HasDefaultValueSql("now()");
            builder.HasIndex(o => o.EventId).IsUnique();
            builder.HasIndex(o => new { o.TransactionId, o.Id });
            builder.HasIndex(o => o.CreatedAt);
            builder.HasIndex(o => o.Id).HasFilter("relayed_at IS NULL").HasDatabaseName("ix_outbox_to_relay");
        }
    }
}
