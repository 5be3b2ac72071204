using Alicerce.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>A bearer token, kept only as its SHA-256: it is random, so a slow hash would add nothing.</summary>
public sealed class AccessToken : ITimestamped, IAudited
{
    public int Id { get; set; }

    [AuditValue]
    public int UserId { get; set; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; set; }

    public required byte[] TokenHash { get; set; }

    /// <summary>The most that it may be used for: <c>read</c>, <c>write</c> or <c>admin</c>; never more than its owner may.</summary>
    [AuditValue]
    public required string Scope { get; set; }

    /// <summary>To the minute; null while it was never used.</summary>
    [AuditSilent]
    public DateTimeOffset? LastUsedAt { get; set; }

    [AuditValue]
    public DateTimeOffset? ExpiresAt { get; set; }

    [AuditValue]
    public DateTimeOffset? RevokedAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    AuditSubject IAudited.AuditSubject => new("token", $"{Id}", null);

    internal sealed class Configuration : IEntityTypeConfiguration<AccessToken>
    {
        public void Configure(EntityTypeBuilder<AccessToken> builder)
        {
            builder.Property(t => t.Name).HasMaxLength(100);
            builder.Property(t => t.Scope).HasMaxLength(20);
            builder.HasIndex(t => t.TokenHash).IsUnique();
            builder.HasOne<User>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
