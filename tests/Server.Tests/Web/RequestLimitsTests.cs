using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Web;

public sealed class LimitsFixture : ServerFixture
{
    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["ALICERCE_LIMIT_SIGN_IN"] = "5",
        ["ALICERCE_LIMIT_ANONYMOUS"] = "20",
        ["ALICERCE_LIMIT_USER"] = "30",
        ["ALICERCE_LIMIT_SELF_TEST"] = "1000",
        ["ALICERCE_TRUSTED_PROXIES"] = "127.0.0.0/8",
    };
}

/// <summary>D23, behind a gateway on this machine: each test comes from an address of its own.</summary>
public sealed class RequestLimitsTests(LimitsFixture fixture) : IClassFixture<LimitsFixture>
{
    private static int s_addresses;

    private readonly string _address = $"203.0.113.{Interlocked.Increment(ref s_addresses)}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Trap", "T001-77")]
    public async Task The_sixth_sign_in_of_a_minute_is_told_when_to_come_back()
    {
        for (var i = 0; i < 5; i++) (await LoginAsync(_address)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        using var refused = await LoginAsync(_address);

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        (await refused.Content.ReadAsStringAsync(Ct)).ShouldContain("RATE_LIMITED");
    }

    [Fact]
    public async Task Another_way_to_write_the_path_is_no_further_attempt_to_sign_in()
    {
        var body = new { email = "nobody@example.com", password = "no password" };
        var statuses = new List<HttpStatusCode>();
        foreach (var path in new[] { "/api/v1/auth/login", "/API/v1/auth/login", "/api/v1/AUTH/login", "/api/v1/auth/LOGIN", "/api/v1/auth/login/", "/api/auth/login", "/api/v1/Auth/Login" })
            statuses.Add((await SendAsync(HttpMethod.Post, path, null, _address, body)).StatusCode);
        statuses.Skip(5).ShouldAllBe(status => status == HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("/api/v1/auth/login")]
    [InlineData("/api/v1/auth/password/choose")]
    [Trait("Trap", "T001-24")]
    public async Task Whatever_takes_a_credential_takes_five_a_minute(string path)
    {
        for (var i = 0; i < 5; i++) (await SendAsync(HttpMethod.Post, path, null, _address, new { token = "x" })).StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests);
        (await SendAsync(HttpMethod.Post, path, null, _address, new { token = "x" })).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await SendAsync(HttpMethod.Get, "/api/v1/auth/me", null, _address)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "what takes none is counted apart");
    }

    [Fact]
    [Trait("Trap", "T001-76")]
    public async Task Who_shares_a_gateway_does_not_share_its_limit()
    {
        for (var i = 0; i < 6; i++) (await LoginAsync(_address)).Dispose();
        using var other = await LoginAsync("198.51.100.7");
        other.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Req", "S001-ANTI-18")]
    public async Task Requests_without_a_token_are_limited_by_address_on_every_path()
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var path in Enumerable.Repeat(new[] { "/health", "/api/v1/projects", "/nothing/here" }, 8).SelectMany(paths => paths))
            statuses.Add((await SendAsync(HttpMethod.Get, path, null, _address)).StatusCode);
        statuses.Take(20).ShouldNotContain(HttpStatusCode.TooManyRequests);
        statuses.Skip(20).ShouldAllBe(status => status == HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_users_tokens_share_one_limit_and_each_answer_tells_what_is_left()
    {
        using var user = await TestUser.AddAsync(fixture, "viewer", Ct);
        using var first = await user.Client.GetAsync("/api/v1/projects", Ct);
        using var second = await user.Client.GetAsync("/api/v1/projects", Ct);

        first.Headers.GetValues("RateLimit-Limit").ShouldBe(["30"]);
        (first.Headers.GetValues("RateLimit-Remaining").Single(), second.Headers.GetValues("RateLimit-Remaining").Single()).ShouldBe(("29", "28"));

        for (var i = 0; i < 28; i++) (await user.Client.GetAsync("/api/v1/projects", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await user.Client.GetAsync("/api/v1/projects", Ct)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_token_for_testing_Alicerce_itself_has_a_limit_of_its_own()
    {
        var token = (await fixture.Server.PostAsync("/api/v1/auth/tokens", new { name = "own", scope = "self_test" }, Ct)).GetProperty("token").GetString();
        for (var i = 0; i < 40; i++)
        {
            using var response = await SendAsync(HttpMethod.Get, "/api/v1/auth/me", token, _address);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        (await developer.Client.PostAsJsonAsync("/api/v1/auth/tokens", new { name = "own", scope = "self_test" }, Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private Task<HttpResponseMessage> LoginAsync(string address) => SendAsync(HttpMethod.Post, "/api/v1/auth/login", null, address, new { email = "nobody@example.com", password = "no password" });

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token, string address, object? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("X-Forwarded-For", address);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return fixture.Server.Anonymous.SendAsync(request, Ct);
    }
}

/// <summary>Without a trusted gateway.</summary>
public sealed class UntrustedProxyTests(UntrustedProxyTests.Fixture fixture) : IClassFixture<UntrustedProxyTests.Fixture>
{
    [Fact]
    public async Task Nobody_gets_a_limit_of_its_own_by_naming_another_address()
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/health");
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{i}");
            using var response = await fixture.Server.Anonymous.SendAsync(request, TestContext.Current.CancellationToken);
            statuses.Add(response.StatusCode);
        }

        statuses.ShouldContain(HttpStatusCode.TooManyRequests);
    }

    public sealed class Fixture : ServerFixture
    {
        protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["ALICERCE_LIMIT_ANONYMOUS"] = "5" };
    }
}
