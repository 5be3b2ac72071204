using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Data;

namespace Alicerce.Server.Tests.Identity;

/// <summary>Another service of the team that acts for itself.</summary>
public sealed class InternalKeyTests(InternalKeyTests.WithKeys fixture) : IClassFixture<InternalKeyTests.WithKeys>
{
    private const string Old = "old-0123456789abcdef0123456789abcdef";
    private const string New = "new-0123456789abcdef0123456789abcdef";

    public sealed class WithKeys : ServerFixture
    {
        protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["INTERNAL_SERVICE_KEY"] = $"{Old}, {New}" };
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Old)]
    [InlineData(New)]
    public async Task Either_key_lets_a_service_in_as_a_developer(string key)
    {
        using var me = await SendAsync(fixture.Server, HttpMethod.Get, "/api/v1/auth/me", key);
        me.StatusCode.ShouldBe(HttpStatusCode.OK);
        var data = (await me.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("data");
        (data.GetProperty("name").GetString(), data.GetProperty("role").GetString()).ShouldBe(("Internal services", "developer"));
        using var users = await SendAsync(fixture.Server, HttpMethod.Get, "/api/v1/users", key);
        users.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [Trait("Trap", "T001-22")]
    [InlineData("")]
    [InlineData("x")]
    [InlineData($"{Old}x")]
    [InlineData($"{Old}, {New}")]
    [InlineData($"{Old},{New}")]
    public async Task A_wrong_key_is_403(string key)
    {
        using var response = await SendAsync(fixture.Server, HttpMethod.Get, "/api/v1/projects", key);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("message").GetString().ShouldBe("Invalid internal key");
    }

    [Theory]
    [Trait("Trap", "T001-22")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(Old)]
    public async Task Where_no_key_is_configured_none_passes(string key)
    {
        await using var server = await TestServer.StartAsync(fixture.Database, Ct, new Dictionary<string, string?> { ["INTERNAL_SERVICE_KEY"] = "" });
        using var response = await SendAsync(server, HttpMethod.Get, "/api/v1/projects", key);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_key_beside_a_cookie_does_not_count()
    {
        using var response = await SendAsync(fixture.Server, HttpMethod.Get, "/api/v1/projects", Old, request => request.Headers.Add("Cookie", "theme=dark"));
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Two_keys_in_one_request_are_none()
    {
        using var response = await SendAsync(fixture.Server, HttpMethod.Get, "/api/v1/projects", Old, request => request.Headers.Add("X-Internal-Key", New));
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("short")]
    [InlineData($"{Old},short")]
    [InlineData($"{Old},{New},{Old}3")]
    [InlineData(",")]
    public async Task A_weak_key_stops_the_start_and_is_not_repeated(string setting)
    {
        var refused = await Should.ThrowAsync<StartupException>(() => TestServer.StartAsync(fixture.Database, Ct, new Dictionary<string, string?> { ["INTERNAL_SERVICE_KEY"] = setting }));
        refused.Message.ShouldContain("INTERNAL_SERVICE_KEY has to be one key of 32 characters or more");
        refused.Message.ShouldNotContain("short");
    }

    private static async Task<HttpResponseMessage> SendAsync(TestServer server, HttpMethod method, string path, string key, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("X-Internal-Key", key);
        change?.Invoke(request);
        return await server.Anonymous.SendAsync(request, Ct);
    }
}
