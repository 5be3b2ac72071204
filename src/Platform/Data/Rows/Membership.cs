using Alicerce.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>What somebody may do in one project (D8). Admins of the house need none.</summary>
public sealed class Membership : ITimestamped, IAudited
{
    public int Id { get; set; }

    public int ProjectId { get; set; }

    public int UserId { get; set; }

    /// <summary><c>admin</c>, <c>developer</c> or <c>viewer</c>; counts in this project instead of the user's own role.</summary>
    [AuditValue]
    public required string Role { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    AuditSubject IAudited.AuditSubject => new("member", $"{UserId}", ProjectId);

    internal sealed class Configuration : IEntityTypeConfiguration<Membership>
    {
        public void Configure(EntityTypeBuilder<Membership> builder)
        {
            builder.Property(m => m.Role).HasMaxLength(20);
            builder.HasIndex(m => new { m.ProjectId, m.UserId }).IsUnique();
            builder.HasIndex(m => m.UserId);
            builder.HasOne<Project>().WithMany().HasForeignKey(m => m.ProjectId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<User>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
