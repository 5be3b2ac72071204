using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>Somebody signed in with a browser. The cookie's value is kept only as its SHA-256.</summary>
public sealed class Session : ITimestamped
{
    public int Id { get; set; }

    public int UserId { get; set; }

    public required byte[] TokenHash { get; set; }

    /// <summary>The end, whatever is done until then.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>To the minute; a session that is not used for a while ends early.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>The browser as it named itself, shortened: for its owner to tell sessions apart.</summary>
    public string? UserAgent { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> builder)
        {
            builder.Property(s => s.UserAgent).HasMaxLength(200);
            builder.HasIndex(s => s.TokenHash).IsUnique();
            builder.HasIndex(s => s.UserId);
            builder.HasIndex(s => s.ExpiresAt);
            builder.HasOne<User>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
