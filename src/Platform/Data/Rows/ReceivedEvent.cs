using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Platform.Data.Rows;

/// <summary>An event of another program that has become jobs: when it comes again, it does not become jobs again. Kept for a week.</summary>
public sealed class ReceivedEvent
{
    public Guid EventId { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<ReceivedEvent>
    {
        public void Configure(EntityTypeBuilder<ReceivedEvent> builder)
        {
            builder.ToTable("received_events");
            builder.HasKey(e => e.EventId);
            builder.Property(e => e.EventId).ValueGeneratedNever();
            builder.Property(e => e.ReceivedAt).HasDefaultValueSql("now()");
            builder.HasIndex(e => e.ReceivedAt);
        }
    }
}
