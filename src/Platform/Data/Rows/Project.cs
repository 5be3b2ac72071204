using Alicerce.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>What a team works on. Everything else hangs on it.</summary>
public sealed class Project : ITimestamped, IAudited
{
    public int Id { get; set; }

    /// <summary>Unique, kebab-case; used in addresses and by the CLI.</summary>
    [AuditValue]
    public required string Name { get; set; }

    public string? Description { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public List<ProjectEnvironment> Environments { get; } = [];

    AuditSubject IAudited.AuditSubject => new("project", $"{Id}", Id);

    internal sealed class Configuration : IEntityTypeConfiguration<Project>
    {
        public void Configure(EntityTypeBuilder<Project> builder)
        {
            builder.Property(p => p.Name).HasMaxLength(100);
            builder.Property(p => p.Description).HasMaxLength(1000);
            builder.HasIndex(p => p.Name).IsUnique();
        }
    }
}
