using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Alicerce.Harness;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.PrivatePostgres;
using Npgsql;

namespace Alicerce.Server.Tests.Faults;

/// <summary>PostgreSQL ends under load and comes back, with its settings for safe commits.</summary>
public sealed class PostgresRestartTests : IDisposable
{
    private const int Writers = 4;
    private static readonly TimeSpan s_promised = TimeSpan.FromSeconds(5);

    private readonly TempFolder _folder = new();
    private readonly ConcurrentQueue<string> _acknowledged = new();
    private readonly ConcurrentQueue<string> _strange = new();
    private readonly ConcurrentQueue<long> _refused = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("QUIT")]
    [Trait("Req", "S001-PRIN-05")]
    public async Task Writes_are_503_only_while_PostgreSQL_is_away_and_none_that_was_acknowledged_is_lost(string signal)
    {
        var root = DataRoot.Open(_folder["data"]);
        var first = await OpenAsync(root);
        using var wire = new TcpRelay(PortOf(first.Address.AppConnectionString));
        await using var server = await StartServerAsync(first.Address, wire.Port);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var writers = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(server.Client, writer, enough.Token)));
        await Eventually.BecomesTrueAsync(() => _acknowledged.Count >= 50, "writes are acknowledged", Ct);
        _refused.ShouldBeEmpty();

        // INT asks all sessions to end; QUIT is a crash: nothing is written any more, and the next start recovers from the log.
        var postmaster = (await File.ReadAllLinesAsync(Path.Combine(root.ClusterFolder, "postmaster.pid"), Ct))[0];
        Process.Start("kill", [$"-{signal}", postmaster]).WaitForExit();
        await first.DisposeAsync();
        await Eventually.BecomesTrueAsync(() => _refused.Count >= 20, "writes are refused", Ct);

        await using var again = await OpenAsync(root);
        wire.Target = PortOf(again.Address.AppConnectionString);
        var back = TimeProvider.System.GetTimestamp();
        var before = _acknowledged.Count;
        await Eventually.BecomesTrueAsync(() => _acknowledged.Count >= before + 200, "writes are acknowledged again", Ct);
        await enough.CancelAsync();
        await writers;

        _strange.ShouldBeEmpty("every answer was 201, or 503 with Retry-After");
        TimeProvider.System.GetElapsedTime(back, _refused.Max()).ShouldBeLessThan(s_promised);
        var stored = await NamesAsync(again.Address.AppConnectionString);
        _acknowledged.Except(stored).ShouldBeEmpty();
        stored.ShouldBeUnique();
    }

    private async Task WriteAsync(HttpClient client, int writer, CancellationToken enough)
    {
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var name = $"p{writer}-{i}";
            using var response = await client.PostAsJsonAsync("/api/v1/projects", new { name }, Ct);
            if (response.StatusCode == HttpStatusCode.Created) _acknowledged.Enqueue(name);
            else if (response is { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter.Delta: { } wait } && wait == s_promised) _refused.Enqueue(TimeProvider.System.GetTimestamp());
            else _strange.Enqueue($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(Ct)}");
        }
    }

    private static Task<PrivateDatabase> OpenAsync(DataRoot root) =>
        PrivateDatabase.OpenAsync(root, Environment.GetEnvironmentVariable("ALICERCE_PG_BIN"), OptionalExtensions.Of(ServerHost.SchemasOf(Rooms.All)), Ct);

    private static Task<TestServer> StartServerAsync(DatabaseAddress address, int port)
    {
        string Through(string connection)
        {
            var to = new NpgsqlConnectionStringBuilder(connection);
            return $"postgres://{to.Username}:{to.Password}@127.0.0.1:{port}/{to.Database}";
        }

        var settings = new Dictionary<string, string?> { ["LOG_LEVEL"] = "ERROR", ["DATABASE_URL"] = Through(address.AppConnectionString), ["DATABASE_OWNER_URL"] = Through(address.OwnerConnectionString) };
        return TestServer.StartAsync(new TestDatabase(PrivateDatabase.Name, address, address.OwnerConnectionString), Ct, settings);
    }

    private static async Task<List<string>> NamesAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("SELECT name FROM platform.projects");
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var names = new List<string>();
        while (await reader.ReadAsync(Ct)) names.Add(reader.GetString(0));
        return names;
    }

    private static int PortOf(string connection) => new NpgsqlConnectionStringBuilder(connection).Port;
}
