using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Testing.Rows;

/// <summary>Table <c>documents</c>: a normalised OpenAPI document, whose schemas cases point at.</summary>
internal sealed class StoredDocument
{
    public int Id { get; set; }

    public int ProjectId { get; set; }

    /// <summary>As in the assertions of cases; relative to the project.</summary>
    public required string Path { get; set; }

    /// <summary>Type <c>json</c>, not <c>jsonb</c>: it is only ever read whole, and a NUL in a text survives.</summary>
    public required string Content { get; set; }

    /// <summary>SHA-256 of <see cref="Content"/>.</summary>
    public required string Hash { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StoredDocument>
    {
        public void Configure(EntityTypeBuilder<StoredDocument> builder)
        {
            builder.ToTable("documents");
            builder.Property(d => d.Path).HasMaxLength(StoredComponent.LongestPath);
            builder.Property(d => d.Content).HasColumnType("json");
            builder.Property(d => d.Hash).HasMaxLength(64);
            builder.Property(d => d.UpdatedAt).HasDefaultValueSql("now()");
            builder.HasIndex(d => new { d.ProjectId, d.Path }).IsUnique();
        }
    }
}
