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

    /// <summary>The span that it was said in, as W3C <c>traceparent</c>.</summary>
    public string? TraceParent { get; set; }

    /// <summary>The writing transaction: readers wait for older ones to end, so that no id is skipped.</summary>
    public ulong TransactionId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When its jobs were enqueued; null while the relay has not seen it.</summary>
    public DateTimeOffset? RelayedAt { get; set; }

    /// <summary>It has to go to the stream of its type for programs outside. Set by the relay where there is Redis.</summary>
    public bool ToStream { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<OutboxEntry>
    {
        public void Configure(EntityTypeBuilder<OutboxEntry> builder)
        {
            builder.ToTable("outbox");
            builder.Property(o => o.Type).HasMaxLength(100);
            builder.Property(o => o.SubjectId).HasMaxLength(100);
            builder.Property(o => o.Payload).HasColumnType("jsonb");
            builder.Property(o => o.CorrelationId).HasMaxLength(64);
            builder.Property(o => o.TraceParent).HasMaxLength(55);
            builder.Property(o => o.ToStream).HasDefaultValue(false);
            builder.Property(o => o.EventId).HasDefaultValueSql("gen_random_uuid()");
            builder.Property(o => o.TransactionId).HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()");
            builder.Property(o => o.CreatedAt).HasDefaultValueSql("now()");
            builder.HasIndex(o => o.EventId).IsUnique();
            builder.HasIndex(o => new { o.TransactionId, o.Id });
            builder.HasIndex(o => o.CreatedAt);
            builder.HasIndex(o => o.Id).HasFilter("relayed_at IS NULL").HasDatabaseName("ix_outbox_to_relay");
            builder.HasIndex(o => o.Id, "ix_outbox_to_stream").HasFilter("to_stream").HasDatabaseName("ix_outbox_to_stream");
        }
    }
}
