using Alicerce.Platform.Data;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Alicerce.EfDesign;

/// <summary>Shows <c>dotnet ef</c> the model; no database is opened to add a migration.</summary>
public sealed class PlatformDbFactory : IDesignTimeDbContextFactory<PlatformDb>
{
    public PlatformDb CreateDbContext(string[] args)
    {
        var connection = new NpgsqlConnection("Host=127.0.0.1");
        return new PlatformDb(ModuleSchema.Options<PlatformDb>(PlatformDb.SchemaName, connection), TimeProvider.System);
    }
}
