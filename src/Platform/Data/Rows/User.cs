using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>Somebody who may come in. The first one is <c>admin</c>, made with its token at the first start (D8).</summary>
public sealed class User : ITimestamped
{
    public const string AdminRole = "admin";

    public int Id { get; set; }

    public required string Name { get; set; }

    /// <summary><c>admin</c>, <c>developer</c> or <c>viewer</c>.</summary>
    public required string Role { get; set; }

    public bool IsActive { get; set; } = true;

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<User>
    {
        public void Configure(EntityTypeBuilder<User> builder)
        {
            builder.Property(u => u.Name).HasMaxLength(100);
            builder.Property(u => u.Role).HasMaxLength(20);
            builder.HasIndex(u => u.Name).IsUnique();
        }
    }
}
