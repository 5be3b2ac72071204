using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Scenarios.Rows;

/// <summary>
/// Table <c>scenario_changes</c>: what happened to the catalogue, written by triggers, so that a hand in the database is heard of too. Order is
/// (transaction, version): numbers are handed out before commits, so a reader waits until every older transaction has ended (T000-07).
/// </summary>
internal sealed class ScenarioChange
{
    public long Version { get; set; }

    public ulong TransactionId { get; set; }

    /// <summary>INSERT, UPDATE, DELETE or TRUNCATE.</summary>
    public required string Operation { get; set; }

    /// <summary>Null for TRUNCATE.</summary>
    public int? ScenarioId { get; set; }

    public DateTimeOffset At { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<ScenarioChange>
    {
        public void Configure(EntityTypeBuilder<ScenarioChange> builder)
        {
            builder.ToTable("scenario_changes");
            builder.HasKey(c => c.Version);
            builder.Property(c => c.TransactionId).HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()");
            builder.Property(c => c.Operation).HasMaxLength(10);
            builder.Property(c => c.At).HasDefaultValueSql("clock_timestamp()");
            builder.HasIndex(c => new { c.TransactionId, c.Version });
            builder.HasIndex(c => c.At);
        }
    }
}
