using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>Who did what to what, written in the transaction of the change and sealed within a second (D8). Nobody deletes one.</summary>
public sealed class AuditRow
{
    public long Id { get; set; }

    /// <summary>Made by the writer, so that a row is written once.</summary>
    public Guid EventId { get; set; }

    /// <summary>By the database's clock.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary><c>user:5</c>, <c>system</c> for what the server does by itself, <c>nobody</c> for somebody who did not come in.</summary>
    public required string Actor { get; set; }

    /// <summary>How the actor came in: <c>token:7</c>, <c>session:3</c>, <c>internal_key</c>.</summary>
    public string? Via { get; set; }

    /// <summary>Such as <c>project.created</c>.</summary>
    public required string Action { get; set; }

    /// <summary>Such as <c>project</c>.</summary>
    public required string SubjectType { get; set; }

    public string? SubjectId { get; set; }

    /// <summary>No foreign key: the log outlives the project.</summary>
    public int? ProjectId { get; set; }

    public string? RequestId { get; set; }

    public string? Ip { get; set; }

    /// <summary>JSON, kept as it was written: its text is part of what is sealed.</summary>
    public required string Details { get; set; }

    /// <summary><c>done</c> or <c>refused</c>.</summary>
    public required string Outcome { get; set; }

    /// <summary>The master key of its time.</summary>
    public required string KeyId { get; set; }

    /// <summary>Over everything that the writer knew.</summary>
    public required byte[] Mac { get; set; }

    /// <summary>Its place in the chain; null until it is sealed. Not <see cref="Id"/>: transactions do not end in the order of their ids.</summary>
    public long? SealNo { get; set; }

    /// <summary>Over this row and the seal before it.</summary>
    public byte[]? Seal { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<AuditRow>
    {
        public void Configure(EntityTypeBuilder<AuditRow> builder)
        {
            builder.ToTable("audit_log");
            builder.Property(r => r.At).HasDefaultValueSql("clock_timestamp()");
            builder.Property(r => r.Actor).HasMaxLength(50);
            builder.Property(r => r.Via).HasMaxLength(50);
            builder.Property(r => r.Action).HasMaxLength(100);
            builder.Property(r => r.SubjectType).HasMaxLength(50);
            builder.Property(r => r.SubjectId).HasMaxLength(100);
            builder.Property(r => r.RequestId).HasMaxLength(64);
            builder.Property(r => r.Ip).HasMaxLength(45);
            builder.Property(r => r.Details).HasColumnType("json");
            builder.Property(r => r.Outcome).HasMaxLength(20);
            builder.Property(r => r.KeyId).HasMaxLength(16);
            builder.HasIndex(r => r.EventId).IsUnique();
            builder.HasIndex(r => r.SealNo).IsUnique().HasFilter("seal_no IS NOT NULL");
            builder.HasIndex(r => r.Id).HasFilter("seal_no IS NULL").HasDatabaseName("ix_audit_log_to_seal");
            builder.HasIndex(r => r.At);
            builder.HasIndex(r => new { r.Actor, r.Id });
            builder.HasIndex(r => new { r.SubjectType, r.SubjectId, r.Id });
            builder.HasIndex(r => new { r.ProjectId, r.Id });
            builder.HasIndex(r => new { r.SubjectType, r.SubjectId, r.Id }, "ix_audit_log_changes").HasFilter("action NOT LIKE '%.read'");
        }
    }
}
