using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Alicerce.Platform.Data;

/// <summary>Gives tables, columns, keys and indexes snake_case names unless the model names them itself.</summary>
internal sealed class SnakeCaseNames : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table) entity.Builder.ToTable(SnakeCase.Of(table));
            foreach (var property in entity.GetProperties()) property.Builder.HasColumnName(SnakeCase.Of(property.Name));
        }

        // Keys and indexes take their default names from tables and columns, which are all renamed by now.
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            foreach (var key in entity.GetKeys()) if (key.GetName() is { } name) key.Builder.HasName(name.ToLowerInvariant());
            foreach (var key in entity.GetForeignKeys()) if (key.GetConstraintName() is { } name) key.Builder.HasConstraintName(name.ToLowerInvariant());
            foreach (var index in entity.GetIndexes()) if (index.GetDatabaseName() is { } name) index.Builder.HasDatabaseName(name.ToLowerInvariant());
        }
    }
}
