using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Testing.Rows;

/// <summary>Table <c>scanned_files</c>: what a scan found in a file, so that the next one parses only what changed.</summary>
internal sealed class RememberedFile
{
    public int ProjectId { get; set; }

    /// <summary>Relative to the project.</summary>
    public required string Path { get; set; }

    /// <summary>The build of the scanners that read it; another one reads it again.</summary>
    public required string Scanner { get; set; }

    /// <summary>Hash, components and findings as <see cref="Engine.Discovery.KnownFileJson"/> writes them. Type <c>json</c>: read whole, and a NUL in a text survives.</summary>
    public required string Content { get; set; }

    /// <summary>Its normalised document is in <c>documents</c>.</summary>
    public bool HasDocument { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<RememberedFile>
    {
        public void Configure(EntityTypeBuilder<RememberedFile> builder)
        {
            builder.ToTable("scanned_files");
            builder.HasKey(f => new { f.ProjectId, f.Path });
            builder.Property(f => f.Path).HasMaxLength(StoredComponent.LongestPath);
            builder.Property(f => f.Scanner).HasMaxLength(32);
            builder.Property(f => f.Content).HasColumnType("json");
        }
    }
}
