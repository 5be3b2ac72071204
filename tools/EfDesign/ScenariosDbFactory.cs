using Alicerce.Modules.Scenarios;
using Alicerce.Platform.Data;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Alicerce.EfDesign;

/// <summary>Shows <c>dotnet ef</c> the schema <c>scenarios</c>.</summary>
internal sealed class ScenariosDbFactory : IDesignTimeDbContextFactory<ScenariosDb>
{
    public ScenariosDb CreateDbContext(string[] args)
    {
        var connection = new NpgsqlConnection("Host=127.0.0.1");
        return new ScenariosDb(ModuleSchema.Options<ScenariosDb>(ScenariosDb.SchemaName, connection), TimeProvider.System);
    }
}
