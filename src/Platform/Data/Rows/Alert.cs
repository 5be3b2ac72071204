using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>Something that a rule complains about, or did. All processes share it: it is told once, whoever notices and whatever restarts.</summary>
public sealed class Alert : ITimestamped
{
    /// <summary>Seen, but not for long enough to be told.</summary>
    public const string Pending = "pending";

    public const string Firing = "firing";
    public const string Resolved = "resolved";

    public const int LongestMensagem = 500;
    public const string Warning = "warning";
    public const string Critical = "critical";

    public int Id { get; set; }

    /// <summary>Which rule complains; one alert at a time for a rule and what it complains about.</summary>
    public required string Rule { get; set; }

    /// <summary>What it complains about, such as a route.</summary>
    public required string Subject { get; set; }

    /// <summary>Source 002's word for the complaint, such as <c>performance_critica</c>.</summary>
    public required string Tipo { get; set; }

    public required string Severidade { get; set; }

    public required string Mensagem { get; set; }

    public required string State { get; set; }

    /// <summary>Since when it has been so without a break.</summary>
    public DateTimeOffset Since { get; set; }

    public DateTimeOffset? FiredAt { get; set; }

    /// <summary>Since when all has been well again; null while it is not.</summary>
    public DateTimeOffset? WellSince { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }

    /// <summary>When the last message about it was handed to the queue; null: nobody was told yet.</summary>
    public DateTimeOffset? NotifiedAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Alert>
    {
        public void Configure(EntityTypeBuilder<Alert> builder)
        {
            builder.ToTable("alerts", table =>
            {
                table.HasCheckConstraint("ck_alerts_state", $"state IN ('{Pending}', '{Firing}', '{Resolved}')");
                table.HasCheckConstraint("ck_alerts_severidade", $"severidade IN ('{Warning}', '{Critical}')");
            });
            builder.Property(a => a.Rule).HasMaxLength(50);
            builder.Property(a => a.Subject).HasMaxLength(Measurement.LongestName);
            builder.Property(a => a.Tipo).HasMaxLength(50);
            builder.Property(a => a.Severidade).HasMaxLength(20);
            builder.Property(a => a.Mensagem).HasMaxLength(LongestMensagem);
            builder.Property(a => a.State).HasMaxLength(20);
            builder.HasIndex(a => new { a.Rule, a.Subject }).IsUnique().HasFilter($"state <> '{Resolved}'");
            builder.HasIndex(a => a.ResolvedAt);
        }
    }
}
