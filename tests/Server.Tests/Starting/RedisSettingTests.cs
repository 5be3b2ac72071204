using Alicerce.Harness;
using Alicerce.Outbound;
using Alicerce.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Server.Tests.Starting;

public sealed class RedisSettingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_redis_of_the_settings_is_closed_to_targets()
    {
        await using var redis = await RedisServer.StartAsync(Ct);
        await using var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
        await using var server = await TestServer.StartAsync(database, Ct, new Dictionary<string, string?> { ["REDIS_URL"] = redis.Url, ["ALICERCE_EGRESS_ALLOW"] = "127.0.0.1" });
        var policy = server.Services.GetRequiredService<EgressPolicy>();
        await Eventually.BecomesTrueAsync(() => policy.OwnEndpoints.Any(endpoint => endpoint.Port == redis.Port), "Redis is known as our own", Ct);
        await Should.ThrowAsync<EgressRefusedException>(() => new ConnectGuard(policy).ConnectAsync("localhost", redis.Port, Ct));
    }

    [Fact]
    public async Task A_redis_that_is_away_does_not_keep_the_server_from_starting()
    {
        await using var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
        await using var server = await TestServer.StartAsync(database, Ct, new Dictionary<string, string?> { ["REDIS_URL"] = "redis://127.0.0.1:1" });
        using var health = await server.Anonymous.GetAsync("/health", Ct);
        health.EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_bad_redis_url_stops_the_start_without_repeating_it()
    {
        await using var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
        var refused = await Should.ThrowAsync<StartupException>(() => TestServer.StartAsync(database, Ct, new Dictionary<string, string?> { ["REDIS_URL"] = "redis://secret@cache" }));
        refused.Message.ShouldContain("REDIS_URL names a user without a password");
        refused.Message.ShouldNotContain("secret");
    }
}
