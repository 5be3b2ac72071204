using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Testing.Rows;

/// <summary>
/// Table <c>component_info</c>: one discovered component, found again by its path (S004-DATA-05, T004-35). <see cref="Details"/> is the
/// whole of it; the other JSON columns are the parts that the source names, for reading with SQL.
/// </summary>
internal sealed class StoredComponent
{
    public const int LongestPath = 500;
    public const int LongestName = 100;
    public const int LongestRoute = 2000;

    public int Id { get; set; }

    public int ProjectId { get; set; }

    /// <summary>Relative to the project, unique in it.</summary>
    public required string FilePath { get; set; }

    public string? ComponentName { get; set; }

    /// <summary><c>page</c>, <c>layout</c>, <c>partial</c> or <c>api</c>.</summary>
    public required string ComponentType { get; set; }

    /// <summary>URL path, or null when it cannot be asked for on its own.</summary>
    public string? Route { get; set; }

    public required string ActionsJson { get; set; }

    public required string QueriesJson { get; set; }

    public required string FormsJson { get; set; }

    public required string ConditionalsJson { get; set; }

    public required string IncludesJson { get; set; }

    /// <summary>The component as <see cref="Engine.Discovery.ComponentJson"/> writes it.</summary>
    public required string Details { get; set; }

    public int LineCount { get; set; }

    public int ComplexityScore { get; set; }

    /// <summary>SHA-256 of the file; a scan that finds it unchanged leaves the row alone.</summary>
    public required string ContentHash { get; set; }

    public DateTimeOffset DiscoveredAt { get; set; }

    public DateTimeOffset? FileModifiedAt { get; set; }

    /// <summary>Set when a scan no longer found it; cases go on pointing at the row (T004-35).</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StoredComponent>
    {
        public void Configure(EntityTypeBuilder<StoredComponent> builder)
        {
            builder.ToTable("component_info");
            builder.Property(c => c.FilePath).HasMaxLength(LongestPath);
            builder.Property(c => c.ComponentName).HasMaxLength(LongestName);
            builder.Property(c => c.ComponentType).HasMaxLength(50);
            builder.Property(c => c.Route).HasMaxLength(LongestRoute);
            builder.Property(c => c.ActionsJson).HasColumnType("jsonb").HasDefaultValueSql("'[]'");
            builder.Property(c => c.QueriesJson).HasColumnType("jsonb").HasDefaultValueSql("'[]'");
            builder.Property(c => c.FormsJson).HasColumnType("jsonb").HasDefaultValueSql("'[]'");
            builder.Property(c => c.ConditionalsJson).HasColumnType("jsonb").HasDefaultValueSql("'[]'");
            builder.Property(c => c.IncludesJson).HasColumnType("jsonb").HasDefaultValueSql("'[]'");
            builder.Property(c => c.Details).HasColumnType("jsonb");
            builder.Property(c => c.ContentHash).HasMaxLength(64);
            builder.Property(c => c.DiscoveredAt).HasDefaultValueSql("now()");
            builder.HasIndex(c => new { c.ProjectId, c.FilePath }).IsUnique();
        }
    }
}
