using System.Text.Json;
using Alicerce.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alicerce.Server.Tests.Identity;

/// <summary>D8, in a real browser: SameSite ignores ports, so a page of an application under test comes with our cookie.</summary>
public sealed class CrossPortTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S001-SEC-07")]
    public async Task A_page_on_another_loopback_port_can_use_no_mutation_of_the_API()
    {
        if (NodeProgram.Find("chromium", "chromium-browser", "google-chrome") is not { } chromium)
        {
            NodeProgram.Skip("Chromium is not on PATH; install it (Debian: apt-get install chromium).");
            return;
        }
        using var admin = await Browser.SignInAsync(fixture.Server, "admin", Ct);
        var cookie = admin.Cookies.GetAllCookies().Single();
        await using var attacker = await StartAttackerAsync();
        var mutations = Mutations().ToList();
        mutations.Count.ShouldBeGreaterThan(30);
        var before = await CountFactsAsync();

        var seen = await NodeProgram.RunAsync(
            "browser", ["attack.cjs", chromium, attacker.Urls.Single(), fixture.Server.Url.GetLeftPart(UriPartial.Authority), cookie.Name, cookie.Value], JsonSerializer.Serialize(mutations));

        seen.Trim().ShouldBe("the cookie came along");
        (await CountFactsAsync()).ShouldBe(before);
    }

    // Signing in and choosing a password need no cookie, so there is nothing to misuse.
    private IEnumerable<object> Mutations() =>
        from endpoint in fixture.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0]
        where method is "POST" or "PUT" or "PATCH" or "DELETE"
        select new { method, path = PathOf(endpoint.RoutePattern) };

    private static string PathOf(RoutePattern pattern) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart literal ? literal.Content : "1"))));

    private async Task<long> CountFactsAsync()
    {
        await using var command = fixture.Database.Source.CreateCommand("SELECT count(*) FROM platform.outbox");
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static async Task<WebApplication> StartAttackerAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/", () => Results.Content("<!doctype html><title>an application under test</title>", "text/html"));
        await app.StartAsync(Ct);
        return app;
    }
}
