using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Resources.Rows;

/// <summary>One look at a service, kept for a time only: from these come its latency history and its uptime.</summary>
internal sealed class ServiceCheck
{
    public long Id { get; set; }

    public int ServiceId { get; set; }

    public DateTimeOffset CheckedAt { get; set; }

    public bool Succeeded { get; set; }

    /// <summary>Null when it failed.</summary>
    public double? LatencyMs { get; set; }

    /// <summary>What was wrong, in a few words; null when nothing was.</summary>
    public string? Error { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<ServiceCheck>
    {
        public void Configure(EntityTypeBuilder<ServiceCheck> builder)
        {
            builder.ToTable("service_checks");
            builder.Property(c => c.Error).HasMaxLength(200);
            builder.HasIndex(c => new { c.ServiceId, c.CheckedAt });
            builder.HasIndex(c => c.CheckedAt);
            builder.HasOne<RegisteredService>().WithMany().HasForeignKey(c => c.ServiceId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
