using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Alicerce.Contracts;
using Alicerce.Harness;
using Alicerce.Platform.Data;
using Alicerce.Platform.Events;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Services;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Server.Tests.Telemetry;

public sealed class TraceAcrossJobsTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Key = "key-0123456789abcdef0123456789abcdef";
    private const string Told = "probe.order.placed";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S001-OBS-10")]
    [Trait("Trap", "T001-83")]
    public async Task One_trace_goes_from_a_request_through_its_fact_and_the_consumers_job_into_another_service()
    {
        await using var collector = await TraceCollector.StartAsync(Ct);
        var traces = new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url, ["INTERNAL_SERVICE_KEY"] = Key };
        var trace = ActivityTraceId.CreateRandom();
        var orders = new OrdersModule();
        await using var own = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
        await using (var other = await TestServer.StartAsync(fixture.Database, Ct, traces))
        await using (var server = await TestServer.StartAsync(own, Ct, new Dictionary<string, string?>(traces) { ["BILLING_URL"] = $"{other.Url}" }, orders))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/probe/orders") { Headers = { { "X-Internal-Key", Key }, { "X-Request-ID", "order-7" } } };
            request.Headers.TryAddWithoutValidation("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
            using var response = await server.Anonymous.SendAsync(request, Ct);
            response.EnsureSuccessStatusCode();
            await Eventually.BecomesTrueAsync(() => orders.Billed.Count == 1, "the consumer has called the other service", Ct);
        }

        orders.Billed.ShouldBe(["Internal services, for order-7"]);
        foreach (var name in new[] { "POST /api/v1/probe/orders", $"job consumer.{OrdersModule.Consumer}", "GET billing", "GET /api/v1/auth/me" })
            collector.Count(trace, name).ShouldBeGreaterThan(0, name);
    }

    [Fact]
    public async Task Where_nobody_collects_the_trace_is_handed_on_all_the_same()
    {
        var trace = ActivityTraceId.CreateRandom();
        var orders = new OrdersModule();
        await using var own = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
        await using var server = await TestServer.StartAsync(own, Ct, new Dictionary<string, string?> { ["INTERNAL_SERVICE_KEY"] = Key }, orders);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/probe/orders") { Headers = { { "X-Internal-Key", Key } } };
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        using var response = await server.Anonymous.SendAsync(request, Ct);
        response.EnsureSuccessStatusCode();
        await Eventually.BecomesTrueAsync(() => orders.Traces.Count == 1, "the consumer has run", Ct);
        orders.Traces.ShouldBe([trace.ToHexString()]);
    }

    private sealed class OrdersModule : IModule
    {
        public const string Consumer = "probe.billing";

        public ConcurrentQueue<string> Billed { get; } = new();

        public ConcurrentQueue<string?> Traces { get; } = new();

        public string Name => "orders";

        public ModuleSchema? Schema => null;

        public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddServiceClient("billing", configuration);

        public void AddWorkers(IServiceCollection services)
        {
            services.AddSingleton(this);
            services.AddConsumer<Billing>(Consumer, Told);
        }

        public void MapEndpoints(IEndpointRouteBuilder api) => api.MapPost("/probe/orders", async (PlatformDb db, CancellationToken ct) =>
        {
            db.Publish(() => new Fact(Told, null, "7", 7));
            await db.SaveChangesAsync(ct);
            return Done.Successfully;
        });
    }

    private sealed class Billing(OrdersModule orders, [FromKeyedServices("billing")] ServiceClient? billing = null) : IConsumer
    {
        public async Task HandleAsync(EventEnvelope fact, JobContext job, CancellationToken ct)
        {
            orders.Traces.Enqueue(Activity.Current?.TraceId.ToHexString());
            if (billing is null) return;
            var me = await billing.GetAsync<JsonElement>("/api/v1/auth/me", ct);
            orders.Billed.Enqueue($"{me.GetProperty("data").GetProperty("name").GetString()}, for {CorrelationId.Current}");
        }
    }
}
