using Alicerce.Harness;
using Alicerce.Platform.Data;
using Npgsql;

namespace Alicerce.Server.Tests.Starting;

public sealed class DatabaseWaitTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Req", "S000-OPS-03")]
    public async Task A_server_that_is_started_before_its_database_waits_for_it()
    {
        await using var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
        using var wire = new TcpRelay(new NpgsqlConnectionStringBuilder(database.Address.AppConnectionString).Port);
        wire.Cut();
        await using var server = ServerProcess.Start(Settings(database, wire.Port, wait: 60));
        await Eventually.BecomesTrueAsync(() => server.Errors.Contains("Waiting for PostgreSQL...", StringComparison.Ordinal), "it waits", Ct);
        wire.Mend();
        (await server.ReadyAsync(Ct)).Port.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task It_gives_up_in_the_end_and_says_what_to_look_at()
    {
        await using var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
        await using var server = ServerProcess.Start(Settings(database, port: 1, wait: 2));
        (await server.ExitAsync(Ct)).ShouldBe(1);
        await Eventually.BecomesTrueAsync(() => server.Errors.Contains("Look at DATABASE_URL", StringComparison.Ordinal), "it says why", Ct);
    }

    private Dictionary<string, string> Settings(TestDatabase database, int port, int wait) => new()
    {
        ["ALICERCE_DATA"] = _folder["data"],
        ["ALICERCE_URLS"] = "http://127.0.0.1:0",
        ["ALICERCE_MASTER_KEY"] = TestServer.MasterKey,
        ["DATABASE_URL"] = TestServer.UrlOf(With(database.Address.AppConnectionString, port)),
        ["DATABASE_OWNER_URL"] = TestServer.UrlOf(With(database.Address.OwnerConnectionString, port)),
        ["ALICERCE_DATABASE_WAIT"] = $"{wait}",
    };

    private static string With(string connection, int port) => new NpgsqlConnectionStringBuilder(connection) { Port = port }.ConnectionString;
}
