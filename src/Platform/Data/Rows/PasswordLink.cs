using Alicerce.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>Lets its holder choose a user's password once, within half an hour. Kept only as its SHA-256.</summary>
public sealed class PasswordLink : ITimestamped, IAudited
{
    public int Id { get; set; }

    [AuditValue]
    public int UserId { get; set; }

    public required byte[] TokenHash { get; set; }

    [AuditValue]
    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    AuditSubject IAudited.AuditSubject => new("password_link", $"{Id}", null);

    internal sealed class Configuration : IEntityTypeConfiguration<PasswordLink>
    {
        public void Configure(EntityTypeBuilder<PasswordLink> builder)
        {
            builder.HasIndex(l => l.TokenHash).IsUnique();
            builder.HasIndex(l => l.UserId);
            builder.HasOne<User>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
