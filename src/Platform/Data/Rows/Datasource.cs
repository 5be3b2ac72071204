using Alicerce.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>A database that query cases may read, defined by an admin and never taken from scanned files.</summary>
public sealed class Datasource : ITimestamped, IAudited
{
    public int Id { get; set; }

    [AuditValue]
    public int EnvironmentId { get; set; }

    /// <summary>The name that a component's <c>datasource</c> attribute uses; unique in its environment.</summary>
    [AuditValue]
    public required string Name { get; set; }

    [AuditValue]
    public required string Driver { get; set; }

    [AuditValue]
    public required string Host { get; set; }

    [AuditValue]
    public int Port { get; set; }

    [AuditValue]
    public required string Database { get; set; }

    public required string Username { get; set; }

    /// <summary>Key of the secret that holds the password; the password itself is never stored here.</summary>
    [AuditValue]
    public string? SecretName { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Whose project's admins may read of it in the audit log: to be loaded before a change.</summary>
    public ProjectEnvironment? Environment { get; set; }

    AuditSubject IAudited.AuditSubject => new("datasource", $"{Id}", Environment?.ProjectId);

    internal sealed class Configuration : IEntityTypeConfiguration<Datasource>
    {
        public void Configure(EntityTypeBuilder<Datasource> builder)
        {
            builder.Property(d => d.Name).HasMaxLength(100);
            builder.Property(d => d.Driver).HasMaxLength(50);
            builder.Property(d => d.Host).HasMaxLength(255);
            builder.Property(d => d.Database).HasMaxLength(255);
            builder.Property(d => d.Username).HasMaxLength(255);
            builder.Property(d => d.SecretName).HasMaxLength(255);
            builder.HasIndex(d => new { d.EnvironmentId, d.Name }).IsUnique();
            builder.HasOne(d => d.Environment).WithMany(e => e.Datasources).HasForeignKey(d => d.EnvironmentId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
