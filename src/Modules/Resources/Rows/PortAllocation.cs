using Alicerce.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Resources.Rows;

/// <summary>Table <c>port_allocations</c> (S004-DATA-01): who has a port, has reserved it, or had it. Released rows stay as history.</summary>
internal sealed class PortAllocation : IAudited
{
    public const string Allocated = "allocated";
    public const string Reserved = "reserved";
    public const string Released = "released";

    /// <summary>As a host: every machine; as a bind address: every address of the machine.</summary>
    public const string Every = "*";

    public int Id { get; set; }

    [AuditValue]
    public int? ProjectId { get; set; }

    [AuditValue]
    public int? EnvironmentId { get; set; }

    /// <summary>Such as <c>blog-db</c>; null for a reservation that is for nobody yet, shown as <c>[reserved]</c> (T004-11).</summary>
    [AuditValue]
    public string? ServiceName { get; set; }

    /// <summary>1 to 65535.</summary>
    [AuditValue]
    public int Port { get; set; }

    /// <summary><c>app</c>, <c>database</c>, <c>cache</c>, <c>web</c>, <c>queue</c>, <c>custom</c>, or the name of a range of the team's own.</summary>
    [AuditValue]
    public required string PortType { get; set; }

    /// <summary>A host's own name, never an alias; <see cref="Every"/> for a reservation on all hosts.</summary>
    [AuditValue]
    public required string Host { get; set; }

    /// <summary>An address of the host, or <see cref="Every"/>, which collides with all of them.</summary>
    [AuditValue]
    public string BindAddress { get; set; } = Every;

    /// <summary>The one truth: <see cref="IsReserved"/> is computed from it.</summary>
    [AuditValue]
    public required string Status { get; set; }

    public bool IsReserved { get; private set; }

    [AuditValue]
    public string? ReservedReason { get; set; }

    /// <summary>When a reservation ends by itself; null for never.</summary>
    [AuditValue]
    public DateTimeOffset? ReservedUntil { get; set; }

    /// <summary>Where the service listens inside of its container; null when it runs in none, or nobody said.</summary>
    [AuditValue]
    public int? ContainerPort { get; set; }

    /// <summary>Of the container, as an imported compose file names it.</summary>
    [AuditValue]
    public string? Image { get; set; }

    /// <summary>The service whose further port this is; null for its first one.</summary>
    [AuditValue]
    public string? PartOf { get; set; }

    /// <summary>The environment got it when it was created, which happens once: also a released row says that it did.</summary>
    [AuditValue]
    public bool IsAutomatic { get; set; }

    public DateTimeOffset AllocatedAt { get; set; }

    public DateTimeOffset? ReleasedAt { get; set; }

    public DateTimeOffset? LastHealthCheck { get; set; }

    /// <summary><c>healthy</c>, <c>unhealthy</c> or <c>unknown</c>; null before the first look.</summary>
    [AuditSilent]
    public string? HealthStatus { get; set; }

    /// <summary><see cref="ProjectId"/> while the port is held, and null in history: a project that holds ports is not deleted, one that held them is (T004-73).</summary>
    public int? HeldByProject { get; private set; }

    /// <summary><see cref="EnvironmentId"/> while the port is held.</summary>
    public int? HeldInEnvironment { get; private set; }

    AuditSubject IAudited.AuditSubject => new("port", $"{Host}:{Port}", ProjectId);

    internal sealed class Configuration : IEntityTypeConfiguration<PortAllocation>
    {
        public void Configure(EntityTypeBuilder<PortAllocation> builder)
        {
            builder.ToTable("port_allocations", table =>
            {
                table.HasCheckConstraint("ck_port_is_a_port", "port BETWEEN 1 AND 65535");
                table.HasCheckConstraint("ck_port_status", "status IN ('allocated', 'reserved', 'released')");
                table.HasCheckConstraint("ck_port_has_a_service", "service_name IS NOT NULL OR status <> 'allocated'");
            });
            builder.Property(a => a.ServiceName).HasMaxLength(100);
            builder.Property(a => a.PortType).HasMaxLength(50);
            builder.Property(a => a.Host).HasMaxLength(255).HasDefaultValue("localhost");
            builder.Property(a => a.BindAddress).HasMaxLength(45).HasDefaultValue(Every);
            builder.Property(a => a.Status).HasMaxLength(50).HasDefaultValue(Allocated);
            builder.Property(a => a.IsReserved).HasComputedColumnSql("status = 'reserved'", stored: true);
            builder.Property(a => a.HeldByProject).HasComputedColumnSql("CASE WHEN status <> 'released' THEN project_id END", stored: true);
            builder.Property(a => a.HeldInEnvironment).HasComputedColumnSql("CASE WHEN status <> 'released' THEN environment_id END", stored: true);
            builder.Property(a => a.ReservedReason).HasMaxLength(255);
            builder.Property(a => a.Image).HasMaxLength(255);
            builder.Property(a => a.PartOf).HasMaxLength(100);
            builder.Property(a => a.IsAutomatic).HasDefaultValue(false);
            builder.Property(a => a.AllocatedAt).HasDefaultValueSql("now()");
            builder.Property(a => a.HealthStatus).HasMaxLength(50);
            builder.HasIndex(a => new { a.Port, a.Host, a.BindAddress }).IsUnique().HasFilter("status <> 'released'").HasDatabaseName("uq_port_host");
            builder.HasIndex(a => new { a.ServiceName, a.Host }).IsUnique().HasFilter("status <> 'released'").HasDatabaseName("uq_port_service");
            builder.HasIndex(a => a.EnvironmentId).IsUnique().HasFilter("is_automatic").HasDatabaseName("uq_port_of_environment");
            builder.HasIndex(a => new { a.Host, a.Port });
            builder.HasIndex(a => new { a.ProjectId, a.EnvironmentId });
            builder.HasIndex(a => a.EnvironmentId, "ix_port_allocations_environment_id");
            builder.HasIndex(a => a.HeldByProject);
            builder.HasIndex(a => a.HeldInEnvironment);
        }
    }
}
