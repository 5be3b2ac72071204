using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
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
    public async Task Over_https_the_cookie_is_for_https_and_this_host_alone()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = fixture.Server.Url };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        http.DefaultRequestHeaders.Authorization = fixture.Client.DefaultRequestHeaders.Authorization;
        var user = await DataAsync(http, "/api/v1/users", new { email = "ana@example.com", name = "Ana Sousa", role = "viewer" });
        var link = await DataAsync(http, $"/api/v1/users/{user.GetProperty("id").GetInt32()}/password-link", new { });
        using var chosen = await http.PostAsJsonAsync("/api/v1/auth/password/choose", new { token = link.GetProperty("token").GetString(), new_password = "a long phrase of mine" }, Ct);

        using var login = await http.PostAsJsonAsync("/api/v1/auth/login", new { email = "ana@example.com", password = "a long phrase of mine" }, Ct);

        var cookie = login.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldStartWith("__Host-alicerce=");
        cookie.Split("; ").Skip(1).Select(part => part.Split('=')[0]).ShouldBe(["expires", "path", "secure", "samesite", "httponly"], ignoreOrder: true);
    }

    [Fact]
    public async Task Anything_but_true_stops_the_start_and_is_named()
    {
        var refused = await Should.ThrowAsync<Platform.Data.StartupException>(() => TestServer.StartAsync(fixture.Database, Ct, new Dictionary<string, string?> { ["ALICERCE_REQUIRE_HTTPS"] = "yes" }));
        refused.Message.ShouldContain("ALICERCE_REQUIRE_HTTPS is 'yes'");
    }

    private static async Task<JsonElement> DataAsync(HttpClient http, string path, object body)
    {
        using var response = await http.PostAsJsonAsync(path, body, Ct);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("data");
    }

    public sealed class Fixture : ServerFixture
    {
        protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["ALICERCE_REQUIRE_HTTPS"] = "true", ["ALICERCE_TRUSTED_PROXIES"] = "127.0.0.0/8" };
    }
}
