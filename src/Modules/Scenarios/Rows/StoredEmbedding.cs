using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Scenarios.Rows;

/// <summary>Table <c>embeddings</c>: the truth about vectors (D11). Those of another model stay until the present one knows every title.</summary>
internal sealed class StoredEmbedding
{
    public int ScenarioId { get; set; }

    /// <summary>Name and version of what made it; vectors of different models are never compared.</summary>
    public required string Model { get; set; }

    public int Dimensions { get; set; }

    /// <summary>Of length 1.</summary>
    public required float[] Vector { get; set; }

    /// <summary>MD5 of the title that it was made of: another title needs another vector (T000-22).</summary>
    public required string TitleHash { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StoredEmbedding>
    {
        public void Configure(EntityTypeBuilder<StoredEmbedding> builder)
        {
            builder.ToTable("embeddings", table => table.HasCheckConstraint("ck_embedding_dimensions", "cardinality(vector) = dimensions"));
            builder.HasKey(e => new { e.ScenarioId, e.Model });
            builder.Property(e => e.Model).HasMaxLength(200);
            builder.Property(e => e.Vector).HasColumnType("real[]");
            builder.Property(e => e.TitleHash).HasMaxLength(32);
            builder.HasOne<StoredScenario>().WithMany(s => s.Embeddings).HasForeignKey(e => e.ScenarioId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
