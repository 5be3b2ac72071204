using System.Net;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Outbound;
using Alicerce.Platform.Data;
using Alicerce.Platform.Resilience;
using Alicerce.Platform.Services;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Alicerce.Server.Tests.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Server.Tests.Identity;

/// <summary>One server calls another with the service client.</summary>
public sealed class ServiceToServiceTests(ServiceToServiceTests.Callee fixture) : IClassFixture<ServiceToServiceTests.Callee>
{
    private const string Key = "key-0123456789abcdef0123456789abcdef";
    private const string Gateway = "127.0.0.1";

    public sealed class Callee : ServerFixture
    {
        protected override IReadOnlyDictionary<string, string?> Settings { get; } =
            new Dictionary<string, string?> { ["INTERNAL_SERVICE_KEY"] = Key, ["ALICERCE_TRUSTED_PROXIES"] = Gateway };
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S001-AUTH-06")]
    public async Task A_service_acts_for_itself_by_the_key_and_for_a_user_by_the_users_token_and_a_wrong_key_is_403()
    {
        using var own = Client(Key);
        (await WhoAsync(own, null)).ShouldBe("Internal services");

        var admin = (await fixture.Server.GetAsync("/api/v1/auth/me", Ct)).GetProperty("name").GetString()!;
        (await WhoAsync(own, new ServiceCall { UserToken = new Secret(fixture.Server.Token) })).ShouldBe(admin);

        using var stranger = Client("wrong-0123456789abcdef0123456789abcd");
        var refused = await Should.ThrowAsync<ServiceCallException>(() => WhoAsync(stranger, null));
        (refused.Status, refused.Message).ShouldBe((HttpStatusCode.Forbidden, "GET /api/v1/auth/me of core-api answered 403: Invalid internal key"));
    }

    [Theory]
    [Trait("Trap", "T001-23")]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    public async Task What_a_gateway_passes_on_from_outside_is_no_service_although_it_has_the_key(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/auth/me") { Headers = { { "X-Internal-Key", Key }, { "X-Source-Service", "billing" }, { header, value } } };
        using var response = await fixture.Server.Anonymous.SendAsync(request, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        // The name of a service alone is nobody's.
        using var named = new HttpRequestMessage(HttpMethod.Get, "/api/v1/auth/me") { Headers = { { "X-Source-Service", "billing" } } };
        using var unknown = await fixture.Server.Anonymous.SendAsync(named, Ct);
        unknown.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Req", "S001-PRIN-05")]
    public async Task A_request_that_needs_a_service_that_is_away_is_503_and_the_open_circuit_is_seen_in_the_metrics()
    {
        var settings = new Dictionary<string, string?> { ["BILLING_URL"] = "http://127.0.0.1:1" };
        await using var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
        await using var server = await TestServer.StartAsync(database, Ct, settings, new CallingModule());
        for (var i = 0; i < 2; i++)
        {
            using var response = await server.Client.GetAsync("/api/v1/probe/invoice", Ct);
            response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            response.Headers.RetryAfter.ShouldNotBeNull();
            (await response.Content.ReadAsStringAsync(Ct)).ShouldContain("platform.service_away");
        }

        (await Scrape.OfAsync(server.Client, Ct)).Value("circuit_state{target=\"billing\"}").ShouldBe((double)CircuitState.Open);
    }

    [Fact]
    public async Task An_address_that_is_none_stops_the_start_and_is_named()
    {
        var settings = new Dictionary<string, string?> { ["BILLING_URL"] = "billing" };
        (await Should.ThrowAsync<StartupException>(() => TestServer.StartAsync(fixture.Database, Ct, settings, new CallingModule()))).Message.ShouldContain("BILLING_URL");
    }

    private ServiceClient Client(string key) => new(new ServiceClientOptions("core-api", fixture.Server.Url) { Key = new Secret(key) }, new OwnEndpoints([]), TimeProvider.System);

    private static async Task<string> WhoAsync(ServiceClient client, ServiceCall? call) =>
        (await client.GetAsync<JsonElement>("/api/v1/auth/me", Ct, call)).GetProperty("data").GetProperty("name").GetString()!;

    private sealed class CallingModule : IModule
    {
        public string Name => "probe";

        public ModuleSchema? Schema => null;

        public IEnumerable<string> CheckConfiguration(IConfiguration configuration) => ServiceClientOptions.CheckConfiguration("billing", configuration);

        public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddServiceClient("billing", configuration);

        public void AddWorkers(IServiceCollection services)
        {
        }

        public void MapEndpoints(IEndpointRouteBuilder api) => api.MapGet(
            "/probe/invoice",
            async ([FromKeyedServices("billing")] ServiceClient billing, CancellationToken ct) => (Result<JsonElement>)await billing.GetAsync<JsonElement>("/invoices/1", ct));
    }
}
