using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Testing.Rows;

/// <summary>Table <c>test_suites</c> (S004-DATA-06).</summary>
internal sealed class StoredSuite : ITimestamped, IAudited
{
    public int Id { get; set; }

    public int ProjectId { get; set; }

    /// <summary>Unique among the suites of a project that are not deleted: generating under the same name again merges (D21).</summary>
    public required string Name { get; set; }

    public string? Description { get; set; }

    /// <summary><c>smoke</c>, <c>api</c>, <c>e2e</c>, <c>load</c>, <c>security</c> or <c>mixed</c>.</summary>
    [AuditValue]
    public required string TestType { get; set; }

    /// <summary>How it runs, e.g. <c>{"timeout":30,"retries":3,"parallel":true,"block_on_failure":true}</c>.</summary>
    [AuditJson("allowed_mutations", "allowed_profiles")]
    public required string ConfigJson { get; set; }

    [AuditValue]
    public bool IsActive { get; set; } = true;

    /// <summary>Runs on deploy.</summary>
    public bool AutoRun { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Set when it was deleted although it has runs, which stay readable (T004-58).</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    AuditSubject IAudited.AuditSubject => new("suite", $"{Id}", ProjectId);

    internal sealed class Configuration : IEntityTypeConfiguration<StoredSuite>
    {
        public void Configure(EntityTypeBuilder<StoredSuite> builder)
        {
            builder.ToTable("test_suites");
            builder.Property(s => s.Name).HasMaxLength(100);
            builder.Property(s => s.TestType).HasMaxLength(50);
            builder.Property(s => s.ConfigJson).HasColumnType("jsonb").HasDefaultValueSql("'{}'");
            builder.Property(s => s.IsActive).HasDefaultValue(true);
            builder.Property(s => s.AutoRun).HasDefaultValue(false);
            builder.HasIndex(s => new { s.ProjectId, s.Name }).IsUnique().HasFilter("deleted_at IS NULL");
        }
    }
}
