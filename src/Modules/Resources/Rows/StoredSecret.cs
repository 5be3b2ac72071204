using Alicerce.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Resources.Rows;

/// <summary>Table <c>secrets</c> (S004-DATA-03): the present version of each secret, sealed (D9).</summary>
internal sealed class StoredSecret : ITimestamped
{
    public const string Global = "global";
    public const string OfProject = "project";
    public const string OfEnvironment = "environment";

    public int Id { get; set; }

    public int? ProjectId { get; set; }

    public int? EnvironmentId { get; set; }

    /// <summary>Follows from the two ids; a constraint holds it to them (T004-12).</summary>
    public required string Scope { get; set; }

    /// <summary>As in <c>${secret:KEY}</c>.</summary>
    public required string Key { get; set; }

    /// <summary>Counts writes from 1.</summary>
    public int Version { get; set; }

    /// <summary>As <c>Sealing</c> writes it.</summary>
    public required string EncryptedValue { get; set; }

    public string? Description { get; set; }

    /// <summary>Hidden in the console until somebody reveals it; others are shown to who may read them.</summary>
    public bool IsSensitive { get; set; } = true;

    /// <summary>Who renews it; null for nobody in particular.</summary>
    public int? OwnerId { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? LastRotated { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StoredSecret>
    {
        public void Configure(EntityTypeBuilder<StoredSecret> builder)
        {
            builder.ToTable("secrets", table => table.HasCheckConstraint(
                "ck_secret_scope",
                "scope = CASE WHEN project_id IS NULL THEN 'global' WHEN environment_id IS NULL THEN 'project' ELSE 'environment' END AND (project_id IS NOT NULL OR environment_id IS NULL)"));
            builder.Property(s => s.Scope).HasMaxLength(50).HasDefaultValue(OfProject);
            builder.Property(s => s.Key).HasMaxLength(255);
            builder.Property(s => s.Description).HasMaxLength(500);
            builder.Property(s => s.IsSensitive).HasDefaultValue(true);
            builder.HasIndex(s => new { s.Key, s.ProjectId, s.EnvironmentId }).IsUnique().AreNullsDistinct(false).HasDatabaseName("uq_secret_scope");
            builder.HasIndex(s => new { s.ProjectId, s.EnvironmentId });
            builder.HasIndex(s => s.EnvironmentId);
            builder.HasIndex(s => s.OwnerId);
            builder.HasIndex(s => s.ExpiresAt).HasFilter("expires_at IS NOT NULL");
        }
    }
}
