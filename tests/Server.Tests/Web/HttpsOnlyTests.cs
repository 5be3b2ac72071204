using System.Net;
using System.Net.Http.Json;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Web;

public sealed class HttpsOnlyTests(HttpsOnlyTests.Fixture fixture) : IClassFixture<HttpsOnlyTests.Fixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S001-SEC-13")]
    public async Task Plain_requests_are_sent_to_https_or_refused_and_https_says_to_stay_there()
    {
        using var read = await fixture.Client.GetAsync("/api/v1/projects?name=a", Ct);
        read.StatusCode.ShouldBe(HttpStatusCode.PermanentRedirect);
        read.Headers.Location!.OriginalString.ShouldBe("https://127.0.0.1/api/v1/projects?name=a");

        using var write = await fixture.Client.PostAsJsonAsync("/api/v1/projects", new { name = "shop" }, Ct);
        write.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await write.Content.ReadAsStringAsync(Ct)).ShouldContain("platform.https_required");

        using var probe = await fixture.Server.Anonymous.GetAsync("/health/ready", Ct);
        probe.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/projects") { Headers = { { "X-Forwarded-Proto", "https" } } };
        using var secure = await fixture.Client.SendAsync(request, Ct);
        secure.StatusCode.ShouldBe(HttpStatusCode.OK);
        secure.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000; includeSubDomains"]);
    }

    [Fact]
    public async Task Anything_but_true_stops_the_start_and_is_named()
    {
        var refused = await Should.ThrowAsync<Platform.Data.StartupException>(() => TestServer.StartAsync(fixture.Database, Ct, new Dictionary<string, string?> { ["ALICERCE_REQUIRE_HTTPS"] = "yes" }));
        refused.Message.ShouldContain("ALICERCE_REQUIRE_HTTPS is 'yes'");
    }

    public sealed class Fixture : ServerFixture
    {
        protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["ALICERCE_REQUIRE_HTTPS"] = "true", ["ALICERCE_TRUSTED_PROXIES"] = "127.0.0.0/8" };
    }
}
