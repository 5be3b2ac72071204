using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>A database that query cases may read, defined by an admin and never taken from scanned files.</summary>
public sealed class Datasource : ITimestamped
{
    public int Id { get; set; }

    public int EnvironmentId { get; set; }

    /// <summary>The name that a component's <c>datasource</c> attribute uses; unique in its environment.</summary>
    public required string Name { get; set; }

    public required string Driver { get; set; }

    public required string Host { get; set; }

    public int Port { get; set; }

    public required string Database { get; set; }

    public required string Username { get; set; }

    /// <summary>Key of the secret that holds the password; the password itself is never stored here.</summary>
    public string? SecretName { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

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
            builder.HasOne<ProjectEnvironment>().WithMany(e => e.Datasources).HasForeignKey(d => d.EnvironmentId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
