using Alicerce.Modules.Resources;
using Alicerce.Platform.Data;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Alicerce.EfDesign;

/// <summary>Shows <c>dotnet ef</c> the schema <c>resources</c>.</summary>
internal sealed class ResourcesDbFactory : IDesignTimeDbContextFactory<ResourcesDb>
{
    public ResourcesDb CreateDbContext(string[] args)
    {
        var connection = new NpgsqlConnection("Host=127.0.0.1");
        return new ResourcesDb(ModuleSchema.Options<ResourcesDb>(ResourcesDb.SchemaName, connection), TimeProvider.System);
    }
}
