using Alicerce.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Resources.Rows;

/// <summary>Table <c>port_ranges</c> (S004-DATA-02): from where ports of a type are given; a host's own range goes before the one of all hosts (T004-07).</summary>
internal sealed class PortRange : IAudited
{
    public int Id { get; set; }

    /// <summary>The port type that takes from it.</summary>
    [AuditValue]
    public required string Name { get; set; }

    [AuditValue]
    public int StartPort { get; set; }

    /// <summary>Inclusive.</summary>
    [AuditValue]
    public int EndPort { get; set; }

    [AuditValue]
    public string Host { get; set; } = PortAllocation.Every;

    public string? Description { get; set; }

    AuditSubject IAudited.AuditSubject => new("port_range", $"{Name}@{Host}", null);

    internal sealed class Configuration : IEntityTypeConfiguration<PortRange>
    {
        public void Configure(EntityTypeBuilder<PortRange> builder)
        {
            builder.ToTable("port_ranges", table => table.HasCheckConstraint("ck_port_range_is_a_range", "start_port BETWEEN 1 AND end_port AND end_port <= 65535"));
            builder.Property(r => r.Name).HasMaxLength(50);
            builder.Property(r => r.Host).HasMaxLength(255).HasDefaultValue(PortAllocation.Every);
            builder.Property(r => r.Description).HasMaxLength(255);
            builder.HasIndex(r => new { r.Name, r.Host }).IsUnique();
            builder.HasData(
                new PortRange { Id = 1, Name = "app", StartPort = 8000, EndPort = 8999, Description = "Applications and their APIs" },
                new PortRange { Id = 2, Name = "database", StartPort = 5400, EndPort = 5499, Description = "Databases" },
                new PortRange { Id = 3, Name = "cache", StartPort = 6370, EndPort = 6399, Description = "Caches" },
                new PortRange { Id = 4, Name = "web", StartPort = 3000, EndPort = 3099, Description = "Web front ends" },
                new PortRange { Id = 5, Name = "queue", StartPort = 5670, EndPort = 5699, Description = "Message queues" });
        }
    }
}
