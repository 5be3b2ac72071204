using System.Net;
using Alicerce.Harness;
using Alicerce.Platform.Web;

namespace Alicerce.Server.Tests.Web;

public sealed class CrossOriginTests(CrossOriginTests.Fixture fixture) : IClassFixture<CrossOriginTests.Fixture>
{
    private const string Listed = "https://app.example.com";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Listed, true)]
    [InlineData("https://app.example.com.evil.example", false)]
    [InlineData("http://app.example.com", false)]
    [InlineData("null", false)]
    [Trait("Req", "S001-SEC-02")]
    public async Task Only_a_listed_origin_may_read_answers(string origin, bool isAllowed)
    {
        using var response = await SendAsync(HttpMethod.Get, "/api/v1/projects", origin);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        AllowedOrigin(response).ShouldBe(isAllowed ? origin : null);
        response.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse("a cookie counts for our own pages only");
    }

    [Fact]
    [Trait("Trap", "T001-12")]
    public async Task A_preflight_names_methods_and_headers_one_by_one_and_allows_no_credentials()
    {
        using var response = await PreflightAsync(Listed, "PATCH", "authorization,if-match");
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        response.Headers.GetValues("Access-Control-Allow-Methods").Single().ShouldContain("PATCH");
        response.Headers.GetValues("Access-Control-Allow-Headers").Single().ShouldContain("If-Match");
        foreach (var header in response.Headers.Where(header => header.Key.StartsWith("Access-Control", StringComparison.Ordinal)))
            header.Value.ShouldNotContain(value => value.Contains('*'), header.Key);
        response.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
    }

    [Fact]
    [Trait("Trap", "T001-03")]
    public async Task A_preflight_and_an_early_refusal_have_request_id_and_security_headers()
    {
        using var preflight = await PreflightAsync(Listed, "GET", "authorization");
        using var refused = await SendAsync(HttpMethod.Get, "/api/v1/projects", Listed, withToken: false);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        AllowedOrigin(refused).ShouldBe(Listed, "a page can read why it was refused");
        foreach (var response in new[] { preflight, refused })
        {
            response.Headers.GetValues("X-Request-ID").Single().ShouldNotBeEmpty();
            response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        }
    }

    [Theory]
    [InlineData("*")]
    [InlineData("[\"*\"]")]
    [InlineData("app.example.com")]
    [InlineData("https://app.example.com/path")]
    [InlineData("[\"https://app.example.com\"")]
    public void What_is_no_origin_is_a_mistake_in_the_settings_that_says_how_to_write_it(string setting)
    {
        var mistakes = new List<string>();
        CrossOrigin.Read(setting, mistakes);
        mistakes.ShouldHaveSingleItem().ShouldContain("write origins like");
    }

    [Theory]
    [InlineData("https://a.example,http://localhost:3000")]
    [InlineData("[\"https://a.example\",\"http://localhost:3000\"]")]
    public void Origins_are_a_list_of_JSON_or_words_with_commas(string setting)
    {
        var mistakes = new List<string>();
        CrossOrigin.Read(setting, mistakes).Origins.ShouldBe(["https://a.example", "http://localhost:3000"]);
        mistakes.ShouldBeEmpty();
    }

    private Task<HttpResponseMessage> PreflightAsync(string origin, string method, string headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/projects/1");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", headers);
        return fixture.Server.Anonymous.SendAsync(request, Ct);
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string origin, bool withToken = true)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Origin", origin);
        return (withToken ? fixture.Client : fixture.Server.Anonymous).SendAsync(request, Ct);
    }

    private static string? AllowedOrigin(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null;

    public sealed class Fixture : ServerFixture
    {
        protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["CORS_ORIGINS"] = $"[\"{Listed}\",\"http://localhost:3000\"]" };
    }
}
