using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>A master key that this database is, or was, sealed with; the newest row is the present one. Never the key itself.</summary>
public sealed class RecordedKey
{
    public int Id { get; set; }

    /// <summary>Short hash of the key.</summary>
    public required string KeyId { get; set; }

    /// <summary>Of an earlier key: what checks the audit rows of its time, wrapped by the present key. Null for the present one.</summary>
    public byte[]? WrappedAuditKey { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<RecordedKey>
    {
        public void Configure(EntityTypeBuilder<RecordedKey> builder)
        {
            builder.ToTable("master_keys");
            builder.Property(k => k.KeyId).HasMaxLength(16);
            builder.Property(k => k.CreatedAt).HasDefaultValueSql("now()");
            builder.HasIndex(k => k.KeyId).IsUnique();
        }
    }
}
