using Alicerce.Modules.Testing;
using Alicerce.Platform.Data;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Alicerce.EfDesign;

/// <summary>Shows <c>dotnet ef</c> the schema <c>testing</c>.</summary>
internal sealed class TestingDbFactory : IDesignTimeDbContextFactory<TestingDb>
{
    public TestingDb CreateDbContext(string[] args)
    {
        var connection = new NpgsqlConnection("Host=127.0.0.1");
        return new TestingDb(ModuleSchema.Options<TestingDb>(TestingDb.SchemaName, connection), TimeProvider.System);
    }
}
