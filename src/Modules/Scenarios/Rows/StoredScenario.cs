using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Scenarios.Rows;

/// <summary>Table <c>scenarios</c> (S000-DB-02). The title's vectors are in <c>embeddings</c>, and where pgvector is, in its own type too (ADR 0028).</summary>
internal sealed class StoredScenario : ITimestamped, IAudited
{
    public int Id { get; set; }

    /// <summary>What is embedded and searched.</summary>
    [AuditValue]
    public required string Title { get; set; }

    public string? Description { get; set; }

    /// <summary>Null for one of the house, which every project sees.</summary>
    [AuditValue]
    public int? ProjectId { get; set; }

    public string[] Tags { get; set; } = [];

    /// <summary>One a model.</summary>
    public List<StoredEmbedding> Embeddings { get; } = [];

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    AuditSubject IAudited.AuditSubject => new("scenario", $"{Id}", ProjectId);

    internal sealed class Configuration : IEntityTypeConfiguration<StoredScenario>
    {
        public void Configure(EntityTypeBuilder<StoredScenario> builder)
        {
            // NOTIFY ends at 8,000 bytes, and nobody searches for a novel (T000-05).
            builder.ToTable("scenarios", table => table.HasCheckConstraint("ck_scenario_title", $"length(title) BETWEEN 1 AND {ScenarioRules.LongestTitle}"));
            builder.Property(s => s.Tags).HasDefaultValueSql("'{}'");
            builder.HasIndex(s => new { s.ProjectId, s.Id });
            builder.HasIndex(s => s.Tags).HasMethod("gin");
        }
    }
}
