using System.Net;
using Alicerce.Harness;
using Alicerce.Platform.Data;

namespace Alicerce.Server.Tests.Starting;

public sealed class RolesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("all", true)]
    [InlineData("core", true)]
    [InlineData("ai", true)]
    [InlineData("analytics", true)]
    [InlineData("julia", true)]
    [InlineData("core,worker", true)]
    [InlineData("worker", false)]
    public async Task Each_role_answers_health_and_keeps_its_closed_doors_closed(string role, bool hasHttp)
    {
        await using var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
        await using var server = await TestServer.StartAsync(database, Ct, new Dictionary<string, string?> { ["ALICERCE_ROLES"] = role });
        using var health = await server.Anonymous.GetAsync("/health", Ct);
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var metrics = await server.Client.GetAsync("/metrics", Ct);
        metrics.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var description = await server.Client.GetAsync("/openapi/v1.json", Ct);
        description.StatusCode.ShouldBe(hasHttp ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        using var projects = await server.Client.GetAsync("/api/v1/projects", Ct);
        projects.StatusCode.ShouldBe(hasHttp ? HttpStatusCode.OK : HttpStatusCode.NotFound);
    }
}
