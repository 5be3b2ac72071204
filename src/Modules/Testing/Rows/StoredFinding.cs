using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Testing.Rows;

/// <summary>Table <c>findings</c>: what a person should know about a source file and that is not a failed test (D22).</summary>
internal sealed class StoredFinding
{
    public const int LongestId = 1000;
    public const int LongestCode = 100;

    public int Id { get; set; }

    public int ProjectId { get; set; }

    /// <summary>The same across scans; cases that probe it name it.</summary>
    public required string FindingId { get; set; }

    public required string Code { get; set; }

    /// <summary><c>info</c>, <c>warning</c> or <c>error</c>.</summary>
    public required string Severity { get; set; }

    public required string FilePath { get; set; }

    public int Line { get; set; }

    public int Col { get; set; }

    public required string Message { get; set; }

    public string? Hint { get; set; }

    public string? Subject { get; set; }

    /// <summary>What the last run that probed it saw: true, the difference is real; false, the rule holds after all; null, never probed.</summary>
    public bool? Confirmed { get; set; }

    /// <summary>The newest scan that found it; one that no longer does deletes it.</summary>
    public DateTimeOffset LastSeen { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StoredFinding>
    {
        public void Configure(EntityTypeBuilder<StoredFinding> builder)
        {
            builder.ToTable("findings");
            builder.Property(f => f.FindingId).HasMaxLength(LongestId);
            builder.Property(f => f.Code).HasMaxLength(LongestCode);
            builder.Property(f => f.Severity).HasMaxLength(20);
            builder.Property(f => f.FilePath).HasMaxLength(StoredComponent.LongestPath);
            builder.Property(f => f.LastSeen).HasDefaultValueSql("now()");
            builder.HasIndex(f => new { f.ProjectId, f.FindingId }).IsUnique();
        }
    }
}
