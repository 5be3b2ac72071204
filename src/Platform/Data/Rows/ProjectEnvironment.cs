using Alicerce.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>A place where a project runs: <c>local</c>, <c>staging</c>, <c>production</c>.</summary>
public sealed class ProjectEnvironment : ITimestamped, IAudited
{
    public int Id { get; set; }

    public int ProjectId { get; set; }

    /// <summary>Unique in its project, kebab-case.</summary>
    [AuditValue]
    public required string Name { get; set; }

    /// <summary>The source's host of the environment, beside <see cref="BaseUrl"/> (D1).</summary>
    [AuditValue]
    public string? DockerHost { get; set; }

    [AuditValue]
    public int? Port { get; set; }

    /// <summary>Absolute http(s) address without query or fragment.</summary>
    [AuditValue]
    public string? BaseUrl { get; set; }

    /// <summary>Cases that change state are skipped here unless a suite allows them by name (D20).</summary>
    [AuditValue]
    public bool IsProtected { get; set; }

    /// <summary>Lets runs reach this server's own HTTP address, for testing itself (D10).</summary>
    [AuditValue]
    public bool IsSelfTest { get; set; }

    public Dictionary<string, string> Variables { get; set; } = [];

    /// <summary>Hosts, <c>name</c> or <c>name:port</c>, that secrets of this environment may be sent to (D20).</summary>
    [AuditValue]
    public string[] ApprovedHosts { get; set; } = [];

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public List<Datasource> Datasources { get; } = [];

    AuditSubject IAudited.AuditSubject => new("environment", $"{Id}", ProjectId);

    internal sealed class Configuration : IEntityTypeConfiguration<ProjectEnvironment>
    {
        public void Configure(EntityTypeBuilder<ProjectEnvironment> builder)
        {
            builder.ToTable("environments");
            builder.Property(e => e.Name).HasMaxLength(100);
            builder.Property(e => e.DockerHost).HasMaxLength(255);
            builder.Property(e => e.BaseUrl).HasMaxLength(2000);
            builder.Property(e => e.Variables).HasConversion(JsonColumn.Of<Dictionary<string, string>>(), JsonColumn.Compare<Dictionary<string, string>>()).HasColumnType("jsonb");
            builder.HasIndex(e => new { e.ProjectId, e.Name }).IsUnique();
            builder.HasOne<Project>().WithMany(p => p.Environments).HasForeignKey(e => e.ProjectId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
