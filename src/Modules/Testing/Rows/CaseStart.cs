using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Testing.Rows;

/// <summary>
/// Table <c>case_starts</c>: written before a case that must not run twice sends its first request, so that whoever takes over its run
/// answers that it was interrupted and does not send it again.
/// </summary>
internal sealed class CaseStart
{
    public int RunId { get; set; }

    public int TestCaseId { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<CaseStart>
    {
        public void Configure(EntityTypeBuilder<CaseStart> builder)
        {
            builder.ToTable("case_starts");
            builder.HasKey(s => new { s.RunId, s.TestCaseId });
            builder.Property(s => s.StartedAt).HasDefaultValueSql("now()");
            builder.HasIndex(s => s.TestCaseId);
            builder.HasOne<StoredRun>().WithMany().HasForeignKey(s => s.RunId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<StoredCase>().WithMany().HasForeignKey(s => s.TestCaseId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
