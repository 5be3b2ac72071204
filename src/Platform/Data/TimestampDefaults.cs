using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Alicerce.Platform.Data;

/// <summary>
/// Rows that plain SQL inserts get their times from the database (S001-DB-03), and a row that somebody else changed since it was read is not
/// written over.
/// </summary>
internal sealed class TimestampDefaults : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(ITimestamped))))
        {
            entity.FindProperty(nameof(ITimestamped.CreatedAt))?.Builder.HasDefaultValueSql("now()");
            entity.FindProperty(nameof(ITimestamped.UpdatedAt))?.Builder.HasDefaultValueSql("now()")?.IsConcurrencyToken(true);
        }
    }
}
