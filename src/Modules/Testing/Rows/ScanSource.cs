using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Testing.Rows;

/// <summary>Table <c>scan_sources</c>: where a project was last scanned from, so that a scan without a body can do it again (T004-36).</summary>
internal sealed class ScanSource
{
    public const string Folder = "folder", OpenApiUrl = "openapi_url", Archive = "archive";

    public int ProjectId { get; set; }

    /// <summary><see cref="Folder"/>, <see cref="OpenApiUrl"/> or <see cref="Archive"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>The folder, the URL, or the SHA-256 of the archive, which is not kept.</summary>
    public required string Location { get; set; }

    /// <summary>The project's <c>alicerce.yaml</c> as it was sent; null when none was.</summary>
    public string? Config { get; set; }

    public DateTimeOffset ScannedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<ScanSource>
    {
        public void Configure(EntityTypeBuilder<ScanSource> builder)
        {
            builder.ToTable("scan_sources");
            builder.HasKey(s => s.ProjectId);
            builder.Property(s => s.ProjectId).ValueGeneratedNever();
            builder.Property(s => s.Kind).HasMaxLength(20);
            builder.Property(s => s.Location).HasMaxLength(4096);
            builder.Property(s => s.ScannedAt).HasDefaultValueSql("now()");
        }
    }
}
