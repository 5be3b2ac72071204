using Alicerce.Platform.Data;
using Alicerce.Platform.Web;
using Alicerce.Server;
using Xunit;

namespace Alicerce.Harness;

/// <summary>Class fixture: the real server with all its modules over a database of its own. Derive to add a test's module or settings.</summary>
public class ServerFixture : IAsyncLifetime
{
    private TestDatabase? _database;
    private TestServer? _server;

    /// <summary>Modules of the test beside the real ones.</summary>
    protected virtual IModule[] ExtraModules { get; } = [];

    protected virtual IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>();

    public TestDatabase Database => _database ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public TestServer Server => _server ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public HttpClient Client => Server.Client;

    public virtual async ValueTask InitializeAsync()
    {
        ModuleSchema[] schemas = [.. Rooms.All.Concat(ExtraModules).Select(module => module.Schema).OfType<ModuleSchema>()];
        _database = await TestCluster.CreateDatabaseAsync(schemas, CancellationToken.None);
        _server = await TestServer.StartAsync(_database, CancellationToken.None, Settings, ExtraModules);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
