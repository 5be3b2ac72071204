using Alicerce.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>A job that is enqueued again and again, at the times of a cron expression (D6).</summary>
public sealed class Schedule : ITimestamped, IAudited
{
    public const string RunOnce = "run_once";
    public const string Skip = "skip";

    public int Id { get; set; }

    [AuditValue]
    public required string Name { get; set; }

    /// <summary>As it was written: five fields, or Quartz's six or seven with the seconds first.</summary>
    [AuditValue]
    public required string Cron { get; set; }

    /// <summary>IANA name of the zone whose clocks the expression means.</summary>
    [AuditValue]
    public required string TimeZone { get; set; }

    [AuditValue]
    public required string JobType { get; set; }

    /// <summary>Arguments of the job as JSON.</summary>
    public required string Args { get; set; }

    [AuditValue]
    public bool IsEnabled { get; set; }

    /// <summary>What becomes of times that nobody was there for: <see cref="RunOnce"/> makes up for all of them together, <see cref="Skip"/> for none.</summary>
    [AuditValue]
    public required string Misfire { get; set; }

    /// <summary>Null when it is disabled or will never be due again.</summary>
    [AuditSilent]
    public DateTimeOffset? NextRunAt { get; set; }

    [AuditSilent]
    public DateTimeOffset? LastRunAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    AuditSubject IAudited.AuditSubject => new("schedule", $"{Id}", null);

    internal sealed class Configuration : IEntityTypeConfiguration<Schedule>
    {
        public void Configure(EntityTypeBuilder<Schedule> builder)
        {
            builder.ToTable("schedules", table => table.HasCheckConstraint("ck_schedules_misfire", $"misfire IN ('{RunOnce}', '{Skip}')"));
            builder.Property(s => s.Name).HasMaxLength(100);
            builder.Property(s => s.Cron).HasMaxLength(200);
            builder.Property(s => s.TimeZone).HasMaxLength(64);
            builder.Property(s => s.JobType).HasMaxLength(100);
            builder.Property(s => s.Args).HasColumnType("jsonb");
            builder.Property(s => s.Misfire).HasMaxLength(20);
            builder.HasIndex(s => s.Name).IsUnique();
            builder.HasIndex(s => s.NextRunAt).HasFilter("is_enabled");
        }
    }
}
