using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Data;
using Npgsql;

namespace Alicerce.Server.Tests.Web;

public sealed class DatabaseAwayTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_PostgreSQL_away_requests_are_503_readiness_names_it_and_all_heals_by_itself()
    {
        await using var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
        var settings = new NpgsqlConnectionStringBuilder(database.Address.AppConnectionString);
        using var relay = new TcpRelay(settings.Port);
        var url = $"postgres://{settings.Username}@127.0.0.1:{relay.Port}/{settings.Database}";
        await using var server = await TestServer.StartAsync(database, Ct, new Dictionary<string, string?> { ["DATABASE_URL"] = url });
        (await server.Client.GetFromJsonAsync<JsonElement>("/health/ready", Ct)).GetProperty("status").GetString().ShouldBe("healthy");
        await server.GetAsync("/api/v1/projects", Ct);

        relay.Cut();

        using (var alive = await server.Anonymous.GetAsync("/health", Ct))
        {
            (await alive.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("service").GetString().ShouldBe("alicerce");
        }

        using (var ready = await server.Anonymous.GetAsync("/health/ready", Ct))
        {
            ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            var dependency = (await ready.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("dependencies")[0];
            dependency.GetProperty("name").GetString().ShouldBe("postgresql");
            dependency.GetProperty("reason").GetString().ShouldBe("no connection");
        }

        using (var refused = await server.Client.GetAsync("/api/v1/projects", Ct))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
            (await refused.Content.ReadAsStringAsync(Ct)).ShouldContain("platform.database_away");
        }

        relay.Mend();
        await Eventually.BecomesTrueAsync(async () => (await server.Client.GetAsync("/api/v1/projects", Ct)).IsSuccessStatusCode, "requests work again", Ct);
    }
}
