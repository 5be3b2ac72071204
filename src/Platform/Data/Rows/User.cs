using Alicerce.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>Somebody who may come in (S001-DB-12). The first one is <c>admin</c>, made with its token at the first start (D8).</summary>
public sealed class User : ITimestamped, IAudited
{
    public const string AdminRole = "admin";

    public int Id { get; set; }

    /// <summary>What others call this person; not unique.</summary>
    public required string Name { get; set; }

    /// <summary>What one signs in with, in lower case; unique among users that are not deleted. The first admin has none until it is given one.</summary>
    public string? Email { get; set; }

    public string? Phone { get; set; }

    /// <summary><c>admin</c>, <c>developer</c> or <c>viewer</c>.</summary>
    [AuditValue]
    public required string Role { get; set; }

    [AuditValue]
    public bool IsActive { get; set; } = true;

    /// <summary>Of the framework's hasher; null for somebody who signs in elsewhere or has not chosen a password yet.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Wrong passwords since the last right one.</summary>
    [AuditSilent]
    public int FailedSignIns { get; set; }

    /// <summary>No password is looked at until then.</summary>
    [AuditSilent]
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Who signs this person in, for users of an identity provider; with <see cref="ExternalSubject"/> unique (T001-20).</summary>
    public string? ExternalIssuer { get; set; }

    public string? ExternalSubject { get; set; }

    /// <summary>Deleted users stay for the sake of what they did, and are seen nowhere (S001-DB-07).</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    AuditSubject IAudited.AuditSubject => new("user", $"{Id}", null);

    internal sealed class Configuration : IEntityTypeConfiguration<User>
    {
        public void Configure(EntityTypeBuilder<User> builder)
        {
            builder.Property(u => u.Name).HasMaxLength(100);
            builder.Property(u => u.Email).HasMaxLength(254);
            builder.Property(u => u.Phone).HasMaxLength(20);
            builder.Property(u => u.Role).HasMaxLength(20);
            builder.Property(u => u.PasswordHash).HasMaxLength(500);
            builder.Property(u => u.ExternalIssuer).HasMaxLength(500);
            builder.Property(u => u.ExternalSubject).HasMaxLength(255);
            builder.HasIndex(u => u.Email).IsUnique().HasFilter("deleted_at IS NULL").HasDatabaseName("ix_users_email");
            builder.HasIndex(u => new { u.ExternalIssuer, u.ExternalSubject }).IsUnique().HasFilter("deleted_at IS NULL");
            builder.HasIndex(u => new { u.CreatedAt, u.Id });
            builder.HasQueryFilter(u => u.DeletedAt == null);
        }
    }
}
