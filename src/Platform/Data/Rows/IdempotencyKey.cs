using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>The answer to a mutation, kept so that the same request sent again gets the same answer and does nothing twice (D7).</summary>
public sealed class IdempotencyKey
{
    /// <summary>Hash of the caller and the key it sent: two callers may choose the same key.</summary>
    public required byte[] KeyHash { get; set; }

    /// <summary>Hash of method, path and body: the same key with another request is a mistake of the caller.</summary>
    public required byte[] RequestHash { get; set; }

    /// <summary>Null while the first request is still at work; 0 when it ended without an answer that could be kept.</summary>
    public int? StatusCode { get; set; }

    public string? ContentType { get; set; }

    public string? Location { get; set; }

    public byte[]? Body { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<IdempotencyKey>
    {
        public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
        {
            builder.HasKey(k => k.KeyHash);
            builder.Property(k => k.ContentType).HasMaxLength(200);
            builder.Property(k => k.Location).HasMaxLength(2000);
            builder.Property(k => k.CreatedAt).HasDefaultValueSql("now()");
            builder.HasIndex(k => k.CreatedAt);
        }
    }
}
