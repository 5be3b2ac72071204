using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>What one process measured of one thing between two looks, so that rules judge all processes together and forget nothing at a restart (T002-23).</summary>
public sealed class Measurement
{
    public const int LongestName = 200;

    public long Id { get; set; }

    public DateTimeOffset TakenAt { get; set; }

    /// <summary><c>request</c>, <c>operation</c>, <c>job</c> or <c>cache</c>.</summary>
    public required string Kind { get; set; }

    public required string Name { get; set; }

    public long Calls { get; set; }

    /// <summary>Of a cache: misses.</summary>
    public long Failures { get; set; }

    /// <summary>Calls with a duration; streams have none.</summary>
    public long Timed { get; set; }

    /// <summary>Of these, how many took longer than the limit of the percentile.</summary>
    public long Slow { get; set; }

    public double TotalMs { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Measurement>
    {
        public void Configure(EntityTypeBuilder<Measurement> builder)
        {
            builder.Property(m => m.Kind).HasMaxLength(20);
            builder.Property(m => m.Name).HasMaxLength(LongestName);
            builder.HasIndex(m => m.TakenAt);
        }
    }
}
