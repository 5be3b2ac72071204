using System.Net;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Scenarios.Tests;

public sealed class DescriptionTests(DescriptionTests.Fixture fixture) : IClassFixture<DescriptionTests.Fixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S000-API-09")]
    public async Task Every_route_of_the_source_is_described_with_its_parameters()
    {
        var document = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "api", "openapi.json"), Ct)).GetProperty("paths");
        document.GetProperty("/api/v1/scenarios").TryGetProperty("post", out _).ShouldBeTrue();
        document.GetProperty("/api/v1/scenarios/{id}").TryGetProperty("get", out _).ShouldBeTrue();
        document.GetProperty("/api/v1/generate-test-data").TryGetProperty("post", out _).ShouldBeTrue();
        document.GetProperty("/api/v1/suggest").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()).ShouldBe(
            ["query", "k", "mode", "project_id", "tag", "threshold"], ignoreOrder: true);
    }

    [Fact]
    [Trait("Req", "S000-API-08")]
    public async Task A_listed_origin_may_ask_from_a_browser()
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/suggest?query=login");
        preflight.Headers.Add("Origin", Fixture.Origin);
        preflight.Headers.Add("Access-Control-Request-Method", "GET");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization");
        using var response = await fixture.Server.Anonymous.SendAsync(preflight, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Fixture.Origin]);
    }

    public sealed class Fixture : ScenariosFixture
    {
        public const string Origin = "https://app.example.com";

        protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["CORS_ORIGINS"] = $"[\"{Origin}\"]" };
    }
}
