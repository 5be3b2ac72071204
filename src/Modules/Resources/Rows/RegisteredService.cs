using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Resources.Rows;

/// <summary>Table <c>service_registry</c> (S004-DATA-04): one instance of a service, where it is reached, and how it was at the last look.</summary>
internal sealed class RegisteredService : ITimestamped, IAudited
{
    public int Id { get; set; }

    [AuditValue]
    public required string Name { get; set; }

    /// <summary><c>app</c>, <c>database</c>, <c>cache</c>, <c>queue</c> or <c>gateway</c>.</summary>
    [AuditValue]
    public required string ServiceType { get; set; }

    [AuditValue]
    public required string Host { get; set; }

    [AuditValue]
    public int Port { get; set; }

    /// <summary><c>http</c>, <c>https</c>, <c>tcp</c> or <c>grpc</c>.</summary>
    [AuditValue]
    public required string Protocol { get; set; }

    /// <summary>A path for http and https, the name of a service for grpc; null for tcp (T004-23).</summary>
    [AuditValue]
    public string? HealthEndpoint { get; set; }

    /// <summary>Seconds between two looks.</summary>
    [AuditValue]
    public int HealthInterval { get; set; } = 30;

    /// <summary>Seconds after a heartbeat in which the service counts as alive without being looked at; null when it sends none.</summary>
    [AuditValue]
    public int? HeartbeatTtl { get; set; }

    [AuditSilent]
    public DateTimeOffset? LastHeartbeat { get; set; }

    [AuditSilent]
    public DateTimeOffset? LastHealthCheck { get; set; }

    /// <summary>When it is looked at next, with jitter.</summary>
    [AuditSilent]
    public DateTimeOffset NextHealthCheck { get; set; }

    /// <summary>Until then somebody looks at it; null when nobody does.</summary>
    [AuditSilent]
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary><c>unknown</c> before the first look, then <c>healthy</c>, <c>degraded</c> or <c>unhealthy</c>.</summary>
    [AuditSilent]
    public string HealthStatus { get; set; } = "unknown";

    [AuditSilent]
    public DateTimeOffset? StatusSince { get; set; }

    [AuditSilent]
    public int ConsecutiveFailures { get; set; }

    [AuditSilent]
    public int ConsecutiveSuccesses { get; set; }

    [AuditSilent]
    public double? LastLatencyMs { get; set; }

    /// <summary>Why the last look failed; never a body.</summary>
    [AuditSilent]
    public string? LastError { get; set; }

    [AuditValue]
    public int? ProjectId { get; set; }

    [AuditValue]
    public int? EnvironmentId { get; set; }

    /// <summary>An admin registered it, so it is looked at although its address is private (D10).</summary>
    [AuditValue]
    public bool IsApproved { get; set; }

    /// <summary>Names of services that this one cannot work without, each the nearest of its name: in this environment, else the project, else the house.</summary>
    [AuditValue]
    public string[] DependsOn { get; set; } = [];

    /// <summary>A JSON object of the team's own, such as <c>{"version":"1.0","tags":["api"]}</c>.</summary>
    public string MetadataJson { get; set; } = "{}";

    /// <summary>Column <c>registered_at</c>.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    AuditSubject IAudited.AuditSubject => new("service", $"{Id}", ProjectId);

    internal sealed class Configuration : IEntityTypeConfiguration<RegisteredService>
    {
        public void Configure(EntityTypeBuilder<RegisteredService> builder)
        {
            builder.ToTable("service_registry", table => table.HasCheckConstraint("ck_service_scope", "project_id IS NOT NULL OR environment_id IS NULL"));
            builder.Property(s => s.Name).HasMaxLength(100);
            builder.Property(s => s.ServiceType).HasMaxLength(50);
            builder.Property(s => s.Host).HasMaxLength(255);
            builder.Property(s => s.Protocol).HasMaxLength(20).HasDefaultValue("http");
            builder.Property(s => s.HealthEndpoint).HasMaxLength(255);
            builder.Property(s => s.HealthInterval).HasDefaultValue(30);
            builder.Property(s => s.HealthStatus).HasMaxLength(50).HasDefaultValue("unknown");
            builder.Property(s => s.LastError).HasMaxLength(200);
            builder.Property(s => s.DependsOn).HasDefaultValueSql("'{}'");
            builder.Property(s => s.MetadataJson).HasColumnType("jsonb").HasDefaultValueSql("'{}'");
            builder.Property(s => s.CreatedAt).HasColumnName("registered_at");
            builder.HasIndex(s => new { s.Name, s.ProjectId, s.EnvironmentId, s.Host, s.Port }).IsUnique().AreNullsDistinct(false).HasDatabaseName("uq_service");
            builder.HasIndex(s => s.NextHealthCheck);
            builder.HasIndex(s => s.ClaimedUntil).HasFilter("claimed_until IS NOT NULL");
            builder.HasIndex(s => new { s.ServiceType, s.ProjectId });
            builder.HasIndex(s => new { s.ProjectId, s.EnvironmentId });
            builder.HasIndex(s => s.EnvironmentId);
        }
    }
}
